import GPUMetrics
import SessionEngine
import TerminalCore

extension GPUPane {
  /// The caption of the graph and two rows of it.
  private static let leastHistory = 3

  /// Whose processes are on the device; nil where that is not told, as of a recording.
  func ownership(of device: GPUDevice) -> GPUOwnership.Device? {
    guard case .live = state.gpu.origin else { return nil }
    return state.gpuOwnership?.devices.first { $0.index == device.index }
  }

  /// A line for each owner, and then why not all is told.
  /// - Returns: What is left of the area.
  func drawOwners(of device: GPUDevice, into buffer: inout CellBuffer, area: Rect) -> Rect {
    guard let owned = ownership(of: device) else { return area }
    let shares = owned.shares.map { share in
      (ownerWords(share), share.owner == .hidden ? ThemeRole.textMuted : .text)
    }
    let notes = owned.note.map { note in
      TextWrapping.lines(of: note, columns: max(1, area.columns)).map { ($0, ThemeRole.textMuted) }
    }
    let lines = shares + (notes ?? [])
    // Where there is no room for a graph besides, the owners have it.
    let left = area.rows - Self.leastHistory
    let (block, rest) = area.splitTop(min(lines.count, left > 0 ? left : area.rows))
    for (index, (words, role)) in lines.prefix(block.rows).enumerated() {
      let isCut = index == block.rows - 1 && lines.count > block.rows
      let hidden = lines.count - index
      let text = isCut && hidden > 1 ? "… \(hidden) more lines: z zooms" : words
      buffer.write(
        state.glyphs.truncate(text, to: block.columns), column: block.column,
        row: block.row + index, style: state.theme[role], clip: block)
    }
    return rest
  }

  /// Such as `#3 exercise-2 · gpu · 3.1 GiB · 84 %`.
  private func ownerWords(_ share: GPUShare) -> String {
    let figures = [
      share.memoryBytes.map { FigureWords.value(Double($0), unit: "bytes") } ?? "memory n/a",
      share.smPercent.map { "\($0) %" } ?? "busy n/a",
    ]
    let owner: [String] =
      switch share.owner {
      case .run(let id): runWords(id)
      case .other: ["others"]
      case .hidden: ["not to be seen here"]
      }
    return (owner + figures).joined(separator: " · ")
  }

  private func runWords(_ id: RunID) -> [String] {
    guard let run = state.runs[id]?.snapshot else { return ["run \(id)"] }
    return ["\(id) \(run.name ?? run.exercise)", run.environment]
  }
}

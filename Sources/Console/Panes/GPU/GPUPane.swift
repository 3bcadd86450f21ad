import GPUMetrics
import SessionEngine
import TerminalCore

/// The machine's GPUs: figures and history, or why there are none.
struct GPUPane {
  let state: ConsoleState
  let picture: GPUPicture
  let devices: [GPUDevice]

  init(state: ConsoleState) {
    self.state = state
    picture = state.gpuPicture
    devices = picture.devices
  }

  func draw(into buffer: inout CellBuffer, area: Rect) {
    let report = picture.report
    let badge = report.origin != .live || report.source == .none ? "" : report.source.rawValue
    let inside = state.drawFrame(.gpu, title: "GPUs", badge: badge, into: &buffer, area: area)
      .inset(columns: 1)
    for (text, role, place) in head(in: inside).blocks {
      TextBlock(text, role: role).draw(
        into: &buffer, area: place, theme: state.theme, glyphs: state.glyphs)
    }
    guard !devices.isEmpty else { return }
    let grid = grid(in: inside)
    drawCaption(of: grid, into: &buffer, area: head(in: inside).versions)
    for (index, place) in zip(grid.shown, grid.places) {
      draw(devices[index], as: grid.form, into: &buffer, area: place)
    }
    if let foot = grid.foot { drawFoot(grid, into: &buffer, area: foot) }
    if !grid.below.isEmpty, let device = front {
      drawHistory(of: device, isNamed: devices.count > 1, into: &buffer, area: grid.below)
    }
  }

  /// The device in front; nil when it is gone.
  var front: GPUDevice? {
    state.gpuIndex.flatMap { devices.indices.contains($0) ? devices[$0] : nil }
  }

  /// Where each device stands within the border.
  func grid(in inside: Rect) -> GPUGrid {
    GPUGrid(count: devices.count, selected: state.gpuIndex ?? 0, in: head(in: inside).rest)
  }

  /// How many columns the graph of the device in front has.
  func graphColumns(in inside: Rect) -> Int {
    let grid = grid(in: inside)
    return grid.below.isEmpty ? eachColumns(grid) ?? inside.columns : grid.below.columns
  }

  /// How many columns the graph of every device has; nil where it has none.
  private func eachColumns(_ grid: GPUGrid) -> Int? {
    guard let place = grid.places.first else { return nil }
    return grid.form == .line ? Self.graphColumns(ofLine: place.columns) : place.columns
  }

  /// What the graphs show, beside the versions where that fits; a large one has words of its own.
  private func drawCaption(of grid: GPUGrid, into buffer: inout CellBuffer, area: Rect) {
    guard grid.form < .tall, let columns = eachColumns(grid), area.rows == 1 else { return }
    let words = " · graphs: \(graphWords(columns: columns))"
    let used = TextWidth.columns(of: versions)
    guard used + TextWidth.columns(of: words) <= area.columns else { return }
    buffer.write(
      words, column: area.column + used, row: area.row, style: state.theme[.textMuted], clip: area)
  }

  private typealias Block = (text: String, role: ThemeRole, place: Rect)

  /// What is said above the devices, and what is left below.
  private func head(in area: Rect) -> (blocks: [Block], versions: Rect, rest: Rect) {
    var blocks: [Block] = []
    var rest = area
    func add(_ text: String, _ role: ThemeRole, most: Int) {
      let lines = TextWrapping.lines(of: text, columns: max(1, rest.columns)).count
      let (place, below) = rest.splitTop(min(lines, most))
      blocks.append((text, role, place))
      rest = below
    }
    let report = picture.report
    // Figures that are not of this machine say so, however small the pane is.
    if let label = report.origin.label {
      add("Not live: \(label)", .warning, most: max(1, rest.rows / 3))
    }
    if let words = state.gpuTimeNotice { add(words, .warning, most: max(1, rest.rows / 4)) }
    if let reason = report.reason {
      let isOnly = devices.isEmpty
      add(reason, isOnly ? .textMuted : .warning, most: isOnly ? rest.rows : rest.rows / 3)
    }
    let none = area.splitBottom(0).bottom
    guard !devices.isEmpty else { return (blocks, none, rest) }
    let hasRoom = rest.rows >= 8 * devices.count
    add(versions, .textMuted, most: hasRoom ? 2 : 1)
    return (blocks, blocks.last?.place ?? none, rest)
  }

  private var versions: String {
    "driver \(picture.report.driver ?? "n/a") · CUDA up to \(picture.report.cuda ?? "n/a")"
  }

  private func draw(
    _ device: GPUDevice, as form: GPUGrid.Form, into buffer: inout CellBuffer, area: Rect
  ) {
    switch form {
    case .line: drawLine(device, hasGraph: true, into: &buffer, area: area)
    case .short:
      let (line, graph) = area.splitTop(1)
      drawLine(device, hasGraph: false, into: &buffer, area: line)
      drawGraph(of: device, into: &buffer, area: graph)
    case .block, .tall: drawBlock(device, isTall: form == .tall, into: &buffer, area: area)
    }
  }

  private func drawFoot(_ grid: GPUGrid, into buffer: inout CellBuffer, area: Rect) {
    let hidden = devices.count - grid.shown.count
    let names = grid.shown.map { devices[$0].index }
    let range = "GPUs \(names.first ?? 0)–\(names.last ?? 0) of \(devices.count)"
    let way = state.focus == .gpu ? "↑↓ PgDn go on" : "3 goes there"
    buffer.write(
      state.glyphs.truncate(
        "\(range) · \(hidden) more: \(state.glyphs.keyName(way))", to: area.columns),
      column: area.column, row: area.row, style: state.theme[.textMuted], clip: area)
  }

  /// What stands before a device: the one in front is pointed at where there are several.
  func pointer(_ device: GPUDevice) -> String {
    guard devices.count > 1 else { return "" }
    let isFront = state.focus == .gpu && device.index == front?.index
    return isFront ? "\(state.glyphs.pointer)" : " "
  }
}

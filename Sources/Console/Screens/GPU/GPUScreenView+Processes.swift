import GPUMetrics
import SessionEngine
import TerminalCore

extension GPUScreenView {
  /// A column of the table with what stands in it.
  private struct Field {
    let column: Table.Column
    let cell: (GPUProcessRow) -> StyledSpan

    init(
      _ title: String, _ alignment: Table.Alignment = .left,
      _ cell: @escaping (GPUProcessRow) -> StyledSpan
    ) {
      column = Table.Column(title, alignment)
      self.cell = cell
    }
  }

  func processTable(of device: GPUDevice) -> GPUProcessTable {
    GPUProcessTable(picture, device, order: screen.order, isTree: screen.isTree)
  }

  /// Which row is in front, counted from 0; nil where there is none.
  func selectedProcess(in rows: [GPUProcessRow]) -> Int? {
    guard !rows.isEmpty else { return nil }
    let found = rows.firstIndex { $0.id == screen.row }
    return found ?? min(screen.rowIndex, rows.count - 1)
  }

  /// Where the rows of a list stand below its heading and titles.
  func rowsArea(of area: Rect, list: GPUScreenState.List) -> Rect {
    let below = area.splitTop(list == .processes ? 2 : 1).rest
    guard list == .processes, let device, processTable(of: device).note != nil, below.rows > 3
    else { return below }
    return below.splitBottom(1).rest
  }

  func drawProcesses(of device: GPUDevice, into buffer: inout CellBuffer, area: Rect) {
    guard !area.isEmpty else { return }
    let table = processTable(of: device)
    let isKnown = device.fault == nil || !table.rows.isEmpty
    let count =
      !isKnown ? "processes n/a" : table.count == 1 ? "1 process" : "\(table.count) processes"
    let way = table.isTree ? "by owner" : "each by itself"
    drawHeading(
      .processes, count, "\(screen.order.words) · \(way)", into: &buffer, area: area)
    let place = rowsArea(of: area, list: .processes)
    let fields = fields(isTree: table.isTree, columns: area.columns)
    let cells = Table(
      fields.map(\.column), rows: table.rows.map { row in fields.map { $0.cell(row) } })
    let widths = cells.widths(in: area.columns - 3)
    if !table.rows.isEmpty {
      line(cells.columns.map { StyledSpan($0.title, .textMuted) }, cells, widths).write(
        into: &buffer, column: area.column + 2, row: area.row + 1, clip: area,
        theme: state.theme)
    }
    ListView(
      cells.rows.map { line($0, cells, widths) },
      selected: isInFront(.processes) ? selectedProcess(in: table.rows) : nil,
      emptyText: table.note
        ?? (isKnown ? "Nobody is on this GPU." : "n/a: the GPU does not answer.")
    ).draw(into: &buffer, area: place, theme: state.theme, glyphs: state.glyphs)
    guard let note = table.note, !table.rows.isEmpty, place.endRow < area.endRow else { return }
    buffer.write(
      state.glyphs.truncate(note, to: area.columns), column: area.column, row: area.endRow - 1,
      style: state.theme[.textMuted], clip: area)
  }

  func isInFront(_ list: GPUScreenState.List) -> Bool { screen.list == list }

  /// What a list is, what is to be known of it, and the key to the other one.
  func drawHeading(
    _ list: GPUScreenState.List, _ title: String, _ words: String,
    into buffer: inout CellBuffer, area: Rect
  ) {
    let isFront = isInFront(list)
    let mark = isFront ? "\(state.glyphs.pointer) " : "  "
    StyledLine([
      StyledSpan(mark + title, isFront ? .textAccent : .textMuted),
      StyledSpan(" · \(words)", .textMuted),
    ]).truncated(to: area.columns, glyphs: state.glyphs).write(
      into: &buffer, column: area.column, row: area.row, clip: area, theme: state.theme)
  }

  private func fields(isTree: Bool, columns: Int) -> [Field] {
    let words = GPUOwnerWords(state: state)
    func arrow(_ key: GPUProcessOrder.Key) -> String {
      screen.order.key == key ? screen.order.arrow : ""
    }
    func owner(_ row: GPUProcessRow) -> StyledSpan {
      guard row.isOwned, let process = row.process else { return StyledSpan("n/a", .disabled) }
      let role: ThemeRole = process.owner.run == nil ? .textMuted : .text
      return StyledSpan(words.name(of: process.owner), role)
    }
    func figure(_ text: String?) -> StyledSpan {
      text.map { StyledSpan($0) } ?? StyledSpan("n/a", .disabled)
    }
    let branch = state.glyphs == .unicode ? "└ " : "` "
    var fields = [
      Field("\(isTree ? "owner, process" : "process")\(arrow(.pid))") { row in
        if let share = row.share { return StyledSpan(words.name(of: share.owner), .textStrong) }
        let pid = row.process.map { "\($0.process.pid)" } ?? ""
        return StyledSpan((isTree ? branch : "") + pid)
      }
    ]
    if !isTree { fields.append(Field("owner") { owner($0) }) }
    if columns >= 60 {
      fields.append(
        Field("environment") { row in
          let owner = row.share?.owner ?? row.process?.owner
          let name = row.isOwned ? owner.flatMap(words.environment(of:)) : nil
          if row.share == nil && isTree { return StyledSpan("") }
          return name.map { StyledSpan($0) } ?? StyledSpan("n/a", .disabled)
        })
    }
    return fields + [
      Field("memory\(arrow(.memory))", .right) { row in
        let bytes = row.share == nil ? row.process?.process.memoryBytes : row.share?.memoryBytes
        return figure(bytes.map { FigureWords.value(Double($0), unit: "bytes") })
      },
      Field("SM\(arrow(.busy))", .right) { row in
        let share = row.share == nil ? row.process?.process.smPercent : row.share?.smPercent
        return figure(share.map { "\($0) %" })
      },
      Field("type") { row in
        guard let process = row.process?.process else { return StyledSpan("") }
        let kinds = process.kinds.map(\.rawValue).sorted().joined(separator: "+")
        let part = process.instance.map { " in \($0.words)" } ?? ""
        return StyledSpan(kinds + part, .textMuted)
      },
      Field("command") { row in
        guard let process = row.process else { return StyledSpan("") }
        guard let scope = process.scope else { return figure(process.process.name) }
        return figure("\(process.process.name ?? "n/a") in \(scope.words)")
      },
    ]
  }

  /// The cells in their columns as one line.
  private func line(_ cells: [StyledSpan], _ table: Table, _ widths: [Int]) -> StyledLine {
    StyledLine(
      cells.enumerated().map { index, cell in
        let text = state.glyphs.truncate(cell.text, to: widths[index])
        let room = String(
          repeating: " ", count: max(0, widths[index] - TextWidth.columns(of: text)))
        let isRight = table.columns[index].alignment == .right
        return StyledSpan((isRight ? room + text : text + room) + "  ", cell.role)
      })
  }
}

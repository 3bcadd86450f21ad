/// A terminal emulator whose screens are kept beside the recordings.
enum Reference: String, CaseIterable, Sendable {
  case tmux
  case pyte

  /// The screens at the recording's marks. pyte's files have only the lines that differ from tmux's.
  func screens(of recording: Recording) throws -> [ScreenLook] {
    switch self {
    case .tmux:
      let blank = [CellLook](repeating: .blank, count: recording.size.columns)
      let empty = ScreenLook(
        rows: .init(repeating: blank, count: recording.size.rows),
        cursor: .init(row: 0, column: 0, isShown: true))
      return try read(recording, over: recording.marks.map { _ in empty })
    case .pyte:
      let tmux = try Reference.tmux.screens(of: recording)
      return try read(
        recording,
        over: tmux.map { screen in
          ScreenLook(
            rows: screen.rows.map { row in row.map(\.withoutPalette) }, cursor: screen.cursor)
        })
    }
  }

  private func read(_ recording: Recording, over start: [ScreenLook]) throws -> [ScreenLook] {
    var screens = start
    var index = -1
    for line in try Recording.text(recording.name, "\(rawValue).text").split(separator: "\n") {
      if line.hasPrefix("== ") {
        index += 1
        screens[index].cursor = Self.cursor(line)
      } else if let row = Int(line.prefix(2)) {
        for (column, cell) in Self.cells(line.dropFirst(2), recording.size.columns).enumerated() {
          screens[index].rows[row][column].text = cell.text
          screens[index].rows[row][column].width = cell.width
        }
      }
    }
    index = -1
    for line in try Recording.text(recording.name, "\(rawValue).styles").split(separator: "\n") {
      if line.hasPrefix("== ") {
        index += 1
      } else if let row = Int(line.prefix(2)) {
        let styles = Self.styles(line.dropFirst(2), recording.size.columns)
        for (column, style) in styles.enumerated() {
          screens[index].rows[row][column].style = style
        }
      }
    }
    return screens
  }

  private static func cursor(_ line: Substring) -> ScreenLook.CursorLook {
    let words = line.split(separator: " ")
    return .init(
      row: Int(words[4]) ?? -1, column: Int(words[5]) ?? -1, isShown: words[6] == "shown")
  }

  /// `|` and a line, or `>` and its cells with tabs between.
  private static func cells(_ line: Substring, _ columns: Int) -> [CellLook] {
    var cells: [CellLook]
    if line.first == "|" {
      cells = line.dropFirst().unicodeScalars.map { .init(text: String($0), width: 1, style: "") }
    } else {
      let parts = line.dropFirst().split(separator: "\t", omittingEmptySubsequences: false)
      cells = parts.map { CellLook(text: String($0), width: $0.isEmpty ? 0 : 1, style: "") }
      for index in cells.indices.dropFirst() where cells[index].width == 0 {
        cells[index - 1].width = 2
      }
    }
    while cells.count < columns { cells.append(.blank) }
    return Array(cells.prefix(columns))
  }

  /// Runs such as `0-4 bold fg=2; 7-9 reverse`.
  private static func styles(_ line: Substring, _ columns: Int) -> [String] {
    var styles = [String](repeating: "", count: columns)
    for run in line.split(separator: ";") {
      let words = run.split(separator: " ")
      let ends = words.first?.split(separator: "-").compactMap { Int($0) } ?? []
      guard ends.count == 2 else { continue }
      for column in ends[0]...ends[1] where column < columns {
        styles[column] = words.dropFirst().joined(separator: " ")
      }
    }
    return styles
  }
}

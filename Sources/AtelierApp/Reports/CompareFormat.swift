import ArgumentParser

/// How `atelier compare` prints what it found.
enum CompareFormat: String, EnumerableFlag {
  /// A table for a terminal.
  case text
  case json
  case markdown
  case csv

  static func help(for value: CompareFormat) -> ArgumentHelp? {
    switch value {
    case .text: "Print a table for the terminal."
    case .json: "Print JSON."
    case .markdown: "Print Markdown with tables."
    case .csv: "Print the figures of each side as comma-separated values."
    }
  }
}

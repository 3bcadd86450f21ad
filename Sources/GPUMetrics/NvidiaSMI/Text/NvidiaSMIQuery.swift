/// The fields to ask for, of which one release knows more than another.
///
/// One field that is not known fails the whole question, so such a field is asked for by its older
/// name, and then no more.
struct NvidiaSMIQuery: Sendable, Hashable {
  private struct Column: Sendable, Hashable {
    var field: NvidiaSMIField
    var name: String
  }

  private var columns: [Column]

  /// Everything the newest releases tell.
  init(_ fields: [NvidiaSMIField] = NvidiaSMIField.allCases) {
    columns = fields.map { Column(field: $0, name: $0.rawValue) }
  }

  /// In the order of the cells of a row.
  var fields: [NvidiaSMIField] { columns.map(\.field) }

  /// What `--query-gpu=` takes.
  var names: String { columns.map(\.name).joined(separator: ",") }

  /// Leaves out what the command has said that it does not know.
  /// - Returns: False where nothing was changed: the field was not asked for, or no row can be
  ///   without it.
  mutating func leaveOut(_ name: String) -> Bool {
    guard let place = columns.firstIndex(where: { $0.name == name }),
      columns[place].field != .index
    else { return false }
    if let older = columns[place].field.olderName, older != name {
      columns[place].name = older
    } else {
      columns.remove(at: place)
    }
    return true
  }
}

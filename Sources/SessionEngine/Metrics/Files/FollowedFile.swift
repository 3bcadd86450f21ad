/// One file that a run writes its figures to, and how far it has been read.
struct FollowedFile: Sendable {
  enum Format: Sendable, Hashable {
    case events
    case table
  }

  private static let anchorBytes = 512

  let format: Format
  var found: FoundFile
  /// Bytes that have been read and understood.
  private(set) var offset = 0
  /// The last bytes before the offset, by which a file that was written anew is told.
  private(set) var anchor: [UInt8] = []
  var table: CSVTable?
  /// Rows of the table that have been read.
  var rows = 0
  /// Rows at its beginning that were read already, before the table was written anew.
  var rowsToSkip = 0
  /// The table that stood here before it was written anew.
  private(set) var replaced: (columns: [String], rows: Int)?
  var context = ReadingContext()
  /// It is not read on until it is another file.
  var isGivenUp = false

  init(_ found: FoundFile) {
    let name = found.path.split(separator: "/").last ?? ""
    format = name.contains("tfevents") ? .events : .table
    self.found = found
  }

  var anchorStart: Int { offset - anchor.count }

  /// Begins anew: the file has become another one, or was cut off or written anew.
  mutating func begin(_ found: FoundFile) {
    let before = self
    self = FollowedFile(found)
    if let table = before.table { replaced = (table.columns, before.rows) }
  }

  /// Remembers the end of what was read.
  mutating func advance(over bytes: UnsafeRawBufferPointer) {
    offset += bytes.count
    anchor = Array((anchor + Array(bytes.suffix(Self.anchorBytes))).suffix(Self.anchorBytes))
  }

  /// Passes over what stands in the file; the bytes are the last of it.
  mutating func pass(to offset: Int, last bytes: [UInt8]) {
    self.offset = offset
    anchor = bytes
  }

  /// Lightning writes its table anew, with the rows that it had, when a column is added.
  mutating func take(header: CSVTable) {
    table = header
    guard let replaced, header.columns.count > replaced.columns.count,
      Set(header.columns).isSuperset(of: replaced.columns)
    else { return }
    rowsToSkip = replaced.rows
  }
}

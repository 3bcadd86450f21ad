/// By what the processes of a GPU are sorted.
public struct GPUProcessOrder: Sendable, Hashable {
  public enum Key: Sendable, Hashable, CaseIterable {
    case memory
    case busy
    case pid
  }

  public private(set) var key = Key.memory
  /// The least first.
  public var isAscending = false

  public init() {}

  /// The next key, in the direction that is usual for it.
  mutating func next() {
    let all = Key.allCases
    key = all[((all.firstIndex(of: key) ?? 0) + 1) % all.count]
    isAscending = key == .pid
  }

  /// Such as `by memory, most first`.
  var words: String {
    switch (key, isAscending) {
    case (.memory, false): "by memory, most first"
    case (.memory, true): "by memory, least first"
    case (.busy, false): "by SM time, most first"
    case (.busy, true): "by SM time, least first"
    case (.pid, false): "by process number, highest first"
    case (.pid, true): "by process number, lowest first"
    }
  }

  /// What stands in a column's title that the processes are sorted by.
  var arrow: String { isAscending ? "↑" : "↓" }
}

import Foundation

/// The keys a run has printed, found by their bytes, and the series they name.
struct SeriesTable {
  struct Entry {
    fileprivate let bytes: Range<Int>
    let role: FigureRole
    /// Its line is one of a training.
    let tells: Bool
    let series: Int
  }

  private(set) var names: [String] = []
  private(set) var kinds: [SeriesKind] = []

  private var entries: [Entry] = []
  private var keys: [UInt8] = []
  private var slots = [Int32](repeating: -1, count: 4096)
  private var numbers: [String: Int] = [:]
  /// The entry that was last found for each place in a line: lines mostly have the same keys.
  private var expected = [Int32](repeating: -1, count: 32)

  /// - Parameter names: Series that keep their numbers, in their order.
  init(names: [String] = []) {
    for name in names { _ = series(name) }
    for key in FigureRole.keys {
      Array(key.utf8).withUnsafeBufferPointer { _ = enter($0) }
    }
  }

  func entry(_ number: Int) -> Entry { entries[number] }

  /// The number of a key's entry; nil when it has none yet.
  func find(_ key: UnsafeBufferPointer<UInt8>) -> Int? {
    let found = slots[slot(of: key)]
    return found < 0 ? nil : Int(found)
  }

  /// The same for the key at a place in the line, counted from 0.
  mutating func find(_ key: UnsafeBufferPointer<UInt8>, ordinal: Int) -> Int? {
    guard ordinal < expected.count else { return find(key) }
    let number = Int(expected[ordinal])
    if number >= 0, isKey(entries[number], key) { return number }
    let found = find(key)
    if let found { expected[ordinal] = Int32(found) }
    return found
  }

  /// The same, making the entry; nil when there are too many or the key is too long.
  mutating func enter(_ key: UnsafeBufferPointer<UInt8>) -> Int? {
    let slot = slot(of: key)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    guard !key.isEmpty, key.count <= SeriesName.longest, entries.count < slots.count / 2 else {
      return nil
    }
    let text = String(decoding: key, as: UTF8.self)
    let role = FigureRole(text)
    var number = -1
    if role == .series {
      guard let series = series(SeriesName.unified(text)) else { return nil }
      number = series
    }
    let start = keys.count
    keys.append(contentsOf: key)
    entries.append(
      Entry(
        bytes: start..<keys.count, role: role, tells: TellingWords.tells(key), series: number))
    slots[slot] = Int32(entries.count - 1)
    return entries.count - 1
  }

  /// The number of a series by its name; nil when there are too many.
  mutating func series(_ name: String) -> Int? {
    if let number = numbers[name] { return number }
    guard names.count < SeriesName.most else { return nil }
    numbers[name] = names.count
    names.append(name)
    kinds.append(SeriesKind(name))
    return names.count - 1
  }

  /// The key's place, or the free one where it would stand.
  private func slot(of key: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(key)) & (slots.count - 1)
    while slots[slot] >= 0, !isKey(entries[Int(slots[slot])], key) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isKey(_ entry: Entry, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    guard entry.bytes.count == key.count, let other = key.baseAddress else { return false }
    return keys.withUnsafeBufferPointer { keys in
      guard let base = keys.baseAddress else { return false }
      return memcmp(base + entry.bytes.lowerBound, other, key.count) == 0
    }
  }

  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash ^ (hash >> 32)
  }
}

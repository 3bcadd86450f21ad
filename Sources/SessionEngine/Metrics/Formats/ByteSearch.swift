import Foundation

/// Finds bytes in a line at the speed of the C library.
enum ByteSearch {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  static func first(_ byte: UInt8, in bytes: Bytes, from start: Int = 0) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress else { return nil }
    guard let found = memchr(base + start, Int32(byte), bytes.count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The place of a word, from a place on.
  static func first(_ word: StaticString, in bytes: Bytes, from start: Int = 0) -> Int? {
    first(Bytes(start: word.utf8Start, count: word.utf8CodeUnitCount), in: bytes, from: start)
  }

  static func contains(_ word: [UInt8], in bytes: Bytes) -> Bool {
    word.withUnsafeBufferPointer { first($0, in: bytes, from: 0) } != nil
  }

  private static func first(_ word: Bytes, in bytes: Bytes, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, let sought = word.baseAddress, !word.isEmpty else {
      return nil
    }
    var place = start
    while let found = first(word[0], in: bytes, from: place), bytes.count - found >= word.count {
      if memcmp(base + found, sought, word.count) == 0 { return found }
      place = found + 1
    }
    return nil
  }

  static func has(_ word: StaticString, in bytes: Bytes, at place: Int = 0) -> Bool {
    let count = word.utf8CodeUnitCount
    guard place >= 0, bytes.count - place >= count, let base = bytes.baseAddress else {
      return false
    }
    return memcmp(base + place, word.utf8Start, count) == 0
  }

  static func slice(_ bytes: Bytes, _ range: Range<Int>) -> Bytes {
    Bytes(rebasing: bytes[range])
  }

  /// The range without the spaces at its ends.
  static func trimmed(_ bytes: Bytes, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, FigureText.isSpace(bytes[start]) { start += 1 }
    while end > start, FigureText.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}

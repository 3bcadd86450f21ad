/// The names that become folders and arguments: a letter or digit, then letters, digits, `-`, `_` and `.`.
enum Identifier {
  static let remedy =
    "Begin with a letter or digit, and use only letters, digits, `-`, `_` and `.`, at most 64."

  static func isValid(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= 64 else { return false }
    return isAlphanumeric(first)
      && name.utf8.allSatisfy { isAlphanumeric($0) || "-_.".utf8.contains($0) }
  }

  static let lowerCaseRemedy =
    "Begin with a lower-case letter, and use only lower-case letters, digits and `-`, at most 64."

  /// The names by which parts of an exercise are told apart, such as `gpu-declares-cuda`.
  static func isLowerCaseName(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= 64 else { return false }
    return (97...122).contains(first)
      && name.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  /// A module's dotted name, such as `torch` or `jax.numpy`: nothing that Python would execute besides.
  static func isPythonModule(_ name: String) -> Bool {
    name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      guard let first = part.utf8.first, !(48...57).contains(first) else { return false }
      return part.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}

import Foundation

/// What may be the name of a run.
public enum RunName {
  /// The number that the words stand for, as in `12` or `#12`; nil when they are no number.
  public static func number(in words: String) -> Int? {
    let digits = words.hasPrefix("#") ? words.dropFirst() : words[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(digits)
  }

  /// The words without space around them, or nil for none: an empty name takes the name away.
  /// - Throws: `Diagnosis` when a run could not be found by them.
  public static func checked(_ words: String) throws(Diagnosis) -> String? {
    let name = words.trimmingCharacters(in: .whitespacesAndNewlines)
    if name.isEmpty { return nil }
    guard number(in: name) == nil else {
      throw Diagnosis(
        says: "\"\(name)\" is a run's number and cannot be a name.",
        remedy: "Give it a name with a letter in it.")
    }
    guard name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      throw Diagnosis(
        says: "The name has characters that cannot be shown.", remedy: "Give it a plain name.")
    }
    guard name.count <= 60 else {
      throw Diagnosis(
        says: "The name has \(name.count) characters.", remedy: "Give it one of at most 60.")
    }
    return name
  }
}

/// What is wrong in a theme's file, where, and what to do about it.
public struct ThemeError: Error, Sendable, Equatable, CustomStringConvertible {
  public var file: String
  /// Counted from 1, or nil where no line is to blame.
  public var line: Int?
  /// The key in question, such as `roles."text.muted".fg`, or nil.
  public var key: String?
  public var problem: String
  public var remedy: String

  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    let subject = key.map { "\($0): " } ?? ""
    return "\(place): \(subject)\(problem). \(remedy)"
  }
}

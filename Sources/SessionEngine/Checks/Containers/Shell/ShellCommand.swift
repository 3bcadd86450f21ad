/// One command of a shell script.
public struct ShellCommand: Sendable, Hashable {
  /// `NAME=value` in front of the words.
  public var assignments: [ContainerFile.Variable] = []
  public var words: [ShellWord] = []
  /// Files that what it prints is written to.
  public var outputs: [ShellWord] = []
  /// The text of its here documents.
  public var input = ""
  /// Commands in `$(…)`, which run before it.
  public var inner: [ShellCommand] = []
  /// Whether it reads what the command before it prints.
  public var isPiped = false
  public let line: Int

  init(line: Int) {
    self.line = line
  }

  /// A command given as a list of words.
  init(words: [ShellWord], line: Int) {
    self.words = words
    self.line = line
  }

  var isEmpty: Bool { assignments.isEmpty && words.isEmpty && inner.isEmpty }
}

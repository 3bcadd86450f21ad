/// Puts a guard before a command that must not outlive this process, however it ends; takes and
/// gives the executable and its arguments.
public typealias CommandGuarding =
  @Sendable (_ executable: String, _ arguments: [String]) -> (
    executable: String, arguments: [String]
  )

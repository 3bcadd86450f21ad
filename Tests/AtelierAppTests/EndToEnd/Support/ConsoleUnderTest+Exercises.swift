import TerminalCore

/// An exercise as the outline lists it.
struct ListedExercise: Sendable {
  /// Its place among the outline's rows, from 0.
  let row: Int
  /// Words that its page shows near its beginning.
  let page: String

  /// Of the workshop that comes with the program.
  static let third = ListedExercise(row: 8, page: "Old results hang on old stacks")
  /// Of the tests' workshop.
  static let pair = ListedExercise(row: 2, page: "which prints figures and trains")
  static let failing = ListedExercise(row: 3, page: "A program that fails")
  static let flood = ListedExercise(row: 4, page: "A program without newlines")
  static let hostile = ListedExercise(row: 5, page: "A program that reaches outside")
  static let patient = ListedExercise(row: 6, page: "A program that does not end")
  static let asking = ListedExercise(row: 7, page: "A program that asks")
  static let scrolling = ListedExercise(row: 8, page: "A program with much to say")
}

extension ConsoleUnderTest {
  /// Chooses the exercise in the outline and opens it.
  func open(_ exercise: ListedExercise) async throws {
    await press(.character("1"), .character("g"))
    await press(.down, times: exercise.row)
    await press(.enter)
    try await waitForText(exercise.page)
  }

  /// Opens the exercise's first file, with the keyboard in it.
  func openMainFile(of exercise: ListedExercise, showing text: String) async throws {
    try await open(exercise)
    await press(.right)
    try await waitForText(text)
  }

  /// Asks for the chosen exercise's runs and agrees to them.
  func run(_ key: KeyPress = .character("r"), agreeingTo command: String) async throws {
    await press(key)
    try await waitForText(command)
    await press(.enter)
  }
}

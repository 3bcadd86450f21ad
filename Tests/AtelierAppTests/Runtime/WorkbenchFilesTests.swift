import Console
import Foundation
import SessionEngine
import TestSupport
import Testing
import WorkshopModel

@testable import AtelierApp

@Suite struct WorkbenchFilesTests {
  private let room: WorkRoom
  private var files: WorkbenchFiles { room.files }

  init() throws {
    room = try WorkRoom()
  }

  private func editor(_ event: WorkbenchEvent?) throws -> EditorPane {
    guard case .fileOpened(_, _, .opened(let pane))? = event else {
      throw NotOpened(event: "\(String(describing: event))")
    }
    return pane
  }

  private struct NotOpened: Error {
    let event: String
  }

  private func open() async throws -> EditorPane {
    try editor(await files.openFile(exercise: "exercise-1", path: "train.py"))
  }

  private func save(_ text: String, overwriting: Bool = false) async -> WorkbenchEvent? {
    await files.saveFile(
      exercise: "exercise-1", path: "train.py", text: text, overwriting: overwriting)
  }

  private func saved(_ text: String) -> WorkbenchEvent {
    .fileSaved(exercise: "exercise-1", path: "train.py", text: text)
  }

  private var changedOnDisk: WorkbenchEvent {
    .fileChangedOnDisk(exercise: "exercise-1", path: "train.py")
  }

  @Test func openingAnExerciseCopiesItsStarterFilesOnce() async throws {
    let first = await files.openExercise("exercise-1")
    guard case .opened("exercise-1", let page, let paths, let notice)? = first else {
      Issue.record("\(String(describing: first))")
      return
    }
    #expect(page == .loaded("Read me first.\n"))
    #expect(paths == ["train.py", "a.txt"])
    #expect(notice?.text.hasPrefix("2 starter files copied to ") == true)
    let again = await files.openExercise("exercise-1")
    #expect(again == .opened(exercise: "exercise-1", page: page, files: paths, notice: nil))
    #expect(await files.openExercise("exercise-9") == nil)
  }

  @Test func besideAnotherConsoleNothingIsWritten() async throws {
    let beside = room.besideAnother()
    guard
      case .opened(_, .loaded(let page), let none, nil)? = await beside.openExercise("exercise-1")
    else {
      Issue.record("The exercise was not opened, or something was copied.")
      return
    }
    #expect(page == "Read me first.\n" && none.isEmpty)
    _ = await beside.saveFile(
      exercise: "exercise-1", path: "train.py", text: "mine\n", overwriting: true)
    #expect(!FileManager.default.fileExists(atPath: room.file.path(percentEncoded: false)))

    // What the other one's editor has put by is not this one's.
    _ = await files.openExercise("exercise-1")
    let draft = Draft(exercise: "exercise-1", path: "train.py", text: "theirs\n")
    await files.keep(draft)
    await beside.keep(Draft(exercise: "exercise-1", path: "train.py", text: "mine\n"))
    await beside.drop(exercise: "exercise-1", path: "train.py")
    let seen = try editor(await beside.openFile(exercise: "exercise-1", path: "train.py"))
    #expect(seen.text == "print(1)\n" && !seen.isModified)
    let kept = try editor(
      await room.anotherStart().openFile(exercise: "exercise-1", path: "train.py"))
    #expect(kept.text == "theirs\n")
  }

  @Test func savesWhatWasOpened() async throws {
    _ = await files.openExercise("exercise-1")
    #expect(try await open().text == "print(1)\n")
    #expect(await save("print(2)\n") == saved("print(2)\n"))
    #expect(await save("print(3)\n") == saved("print(3)\n"))
    #expect(try room.text == "print(3)\n")
  }

  @Test func anotherOnesChangeIsNotWrittenOverUnasked() async throws {
    _ = await files.openExercise("exercise-1")
    _ = try await open()
    try room.write("theirs\n")
    #expect(await save("mine\n") == changedOnDisk)
    #expect(try room.text == "theirs\n")
    #expect(await save("mine\n", overwriting: true) == saved("mine\n"))
    #expect(try room.text == "mine\n")
    #expect(await save("mine again\n") == saved("mine again\n"))
  }

  @Test func openingAgainPutsTheDraftOnTopOfTheirs() async throws {
    _ = await files.openExercise("exercise-1")
    _ = try await open()
    try room.write("theirs\n")
    await files.keep(Draft(exercise: "exercise-1", path: "train.py", text: "mine\n"))
    var pane = try await open()
    #expect(pane.text == "mine\n")
    #expect(pane.isModified)
    _ = pane.handle(.control("z"))
    #expect(pane.text == "theirs\n")
    // What was seen is what may be replaced.
    #expect(await save("mine\n") == saved("mine\n"))
  }

  @Test func aDraftOutlivesTheProgramUntilItIsSavedOrDropped() async throws {
    _ = await files.openExercise("exercise-1")
    let draft = Draft(exercise: "exercise-1", path: "train.py", text: "draft\n")
    await files.keep(draft)
    let next = room.anotherStart()
    let pane = try editor(await next.openFile(exercise: "exercise-1", path: "train.py"))
    #expect(pane.text == "draft\n")
    #expect(pane.message?.hasPrefix("Unsaved text from ") == true)
    _ = await next.saveFile(
      exercise: "exercise-1", path: "train.py", text: "draft\n", overwriting: false)
    #expect(try await !open().isModified)
    await files.keep(Draft(exercise: "exercise-1", path: "train.py", text: "other\n"))
    await files.drop(exercise: "exercise-1", path: "train.py")
    #expect(try await open().text == "draft\n")
  }

  @Test func textTypedIntoAFileThatIsGoneIsThereStill() async throws {
    _ = await files.openExercise("exercise-1")
    _ = try await open()
    try room.remove()
    #expect(await save("mine\n") == changedOnDisk)
    await files.keep(Draft(exercise: "exercise-1", path: "train.py", text: "mine\n"))
    let pane = try await open()
    #expect(pane.text == "mine\n")
    #expect(pane.isModified)
    #expect(await save("mine\n") == saved("mine\n"))
    #expect(try room.text == "mine\n")
  }

  @Test func whatCannotBeReadSaysWhy() async throws {
    _ = await files.openExercise("exercise-1")
    let event = await files.openFile(exercise: "exercise-1", path: "missing.py")
    guard case .fileOpened(_, "missing.py", .failed(let diagnosis))? = event else {
      Issue.record("\(String(describing: event))")
      return
    }
    #expect(diagnosis.says == "missing.py was not opened.")
    #expect(diagnosis.remedy.contains("There is no file at"))
  }
}

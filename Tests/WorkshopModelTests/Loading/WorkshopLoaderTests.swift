import Foundation
import Testing
import WorkshopModel

@Suite struct WorkshopLoaderTests {
  private let loader = WorkshopLoader()

  @Test(arguments: WrongWorkshop.all)
  func tellsTheAuthorWhereWhatAndWhatToDo(_ wrong: WrongWorkshop) throws {
    let error = try #require(throws: WorkshopError.self) {
      try loader.load(from: Folders.fixture(wrong.fixture))
    }
    #expect(error.file.hasSuffix("\(wrong.fixture)/\(wrong.file)"), "\(error)")
    #expect(error.line == wrong.line, "\(error)")
    #expect(error.key == wrong.key, "\(error)")
    #expect(error.what.contains(wrong.what), "\(error)")
    #expect(error.remedy.contains(wrong.remedy), "\(error)")
    #expect(error.description.split(separator: "\n").count == 1, "\(error)")
  }

  @Test func everyWrongFixtureIsInTheTable() throws {
    let fixtures = try FileManager.default.contentsOfDirectory(
      atPath: Folders.fixture("").path(percentEncoded: false))
    let tested = (WrongWorkshop.all).map(\.fixture)
    #expect(fixtures.sorted() == (tested + ["good"]).sorted())
  }

  @Test func readsEveryPartOfAWorkshop() throws {
    let workshop = try loader.load(from: Folders.fixture("good"))
    #expect(workshop.id == "small")
    #expect(workshop.location == "Room 1")
    #expect(workshop.starts == TimeOfDay(minutes: 9 * 60))
    #expect(workshop.segments.map(\.kind) == [.talk, .exercise, .discussion])
    #expect(workshop.segments.map(\.offsetMinutes) == [0, 20, 50])
    #expect(workshop.segments[2].topics == ["What is next = everything"])
    #expect(workshop.corrections.map(\.corrected) == ["0:20 - 0:50"])
    let exercise = try #require(workshop.exercise("first"))
    #expect(exercise.starterFiles == [".dockerignore", "data/points.csv", "train.py"])
    #expect(exercise.environment("gpu")?.gpuRequirements == ["torch"])
    let workload = try #require(exercise.workload(in: "gpu"))
    #expect(workload.arguments == ["train.py"])
    #expect(workload.metricFiles == ["runs/**/events.out.tfevents.*"])
    #expect(workload.metricPatterns.map(\.groups.count) == [3])
    #expect(workload.metricPatterns.first?.opening == "Step ")
  }

  @Test func theWorkshopThatIsShippedIsTheAnnouncedOne() throws {
    let workshop = try loader.load(from: Folders.exercises)
    #expect(workshop.starts.text == "13:30")
    #expect(workshop.minutes == 240)
    let lengths = [20, 20, 20, 15, 15, 20, 30, 15, 20, 20, 10, 20, 15]
    #expect(workshop.segments.map(\.minutes) == lengths)
    #expect(workshop.segments.filter { $0.kind == .break }.map(\.offsetMinutes) == [60, 140])
    #expect(
      workshop.exercises.map(\.id) == ["pixi-tutorial"] + (1...5).map { "exercise-\($0)" })
    #expect(workshop.segments.flatMap(\.exercises) == workshop.exercises.map(\.id))
    let correction = try #require(workshop.corrections.first)
    let corrected = try #require(workshop.segments.first { $0.id == correction.segment })
    #expect(correction.announced == "1:30 - 2:50 (20 min)")
    #expect((corrected.offsetMinutes, corrected.endOffsetMinutes) == (90, 110))
    #expect(workshop.segments.allSatisfy { $0.title.count <= 44 })
  }

  @Test func exercisesShareTheirProgramsByteForByte() throws {
    let workshop = try loader.load(from: Folders.exercises)
    var seen: [String: (exercise: String, data: Data)] = [:]
    for exercise in workshop.exercises {
      for file in exercise.starterFiles where file.hasSuffix(".py") {
        let data = try Data(
          contentsOf: exercise.folder.appending(path: "starter").appending(path: file))
        if let other = seen[file] {
          #expect(data == other.data, "\(file) differs in \(exercise.id) and \(other.exercise)")
        }
        seen[file] = (exercise.id, data)
      }
    }
    #expect(seen.keys.contains("galaxies.py"))
  }

  @Test func aByteOrderMarkAndWindowsLineEndsAreNoFault() throws {
    let folder = try TemporaryWorkshop(
      "\u{FEFF}id = \"a\"\r\ntitle = \"A\"\r\nevent = \"E\"\r\nstarts = \"9:00\"\r\n"
        + "[[segment]]\r\nid = \"s\"\r\ntitle = \"S\"\r\nkind = \"talk\"\r\n"
        + "offset = \"0:00\"\r\nminutes = 5\r\n")
    #expect(try loader.load(from: folder.url).segments.count == 1)
  }
}

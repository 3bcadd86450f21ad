import Testing
import WorkshopModel

@Suite struct ExercisePartTests {
  private func part(_ position: RoomPosition, exercises: [[String]]) -> Int? {
    let segments = exercises.enumerated().map { index, exercises in
      Segment(
        id: "\(index)", title: "Part \(index)", kind: .exercise, offsetMinutes: index * 10,
        minutes: 10, exercises: exercises)
    }
    let workshop = Workshop(
      id: "test", title: "Test", event: "Tests", location: nil, starts: TimeOfDay(minutes: 540),
      segments: segments, corrections: [], exercises: [])
    return workshop.exercisePart(at: position).flatMap { Int($0.id) }
  }

  private func inSegment(_ index: Int) -> RoomPosition {
    .inSegment(index: index, remaining: TimeSpan(seconds: 1))
  }

  @Test func betweenExercisesItIsTheNextOne() {
    let exercises = [[], ["a"], [], ["b", "c"], []]
    #expect((0...4).map { part(inSegment($0), exercises: exercises) } == [1, 1, 3, 3, 3])
    #expect(part(.beforeStart(remaining: TimeSpan(seconds: 5)), exercises: exercises) == 1)
    #expect(part(.over(since: TimeSpan(seconds: 5)), exercises: exercises) == 3)
    #expect(part(inSegment(0), exercises: [[], []]) == nil)
  }
}

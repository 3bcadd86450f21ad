import WorkshopModel

/// Which hint comes next; pure.
struct HintChoice {
  let exercise: Exercise
  let spelling: ManifestSpelling
  /// Places in exercise.toml of what was shown, from 1.
  let shown: Set<Int>
  /// Goals that are met: what only helps with one of them is passed over.
  let met: Set<String>

  /// Nil when the exercise has no hints for this spelling, or no hint was shown and none helps.
  var next: HintAnswer? {
    let fitting = fitting
    if let new = fitting.firstIndex(where: { !shown.contains($0.position) && helps($0.hint) }) {
      return answer(new, fitting, isRepeated: false)
    }
    guard let last = fitting.lastIndex(where: { shown.contains($0.position) }) else { return nil }
    return answer(last, fitting, isRepeated: true)
  }

  /// What was shown so far, in the order of the exercise.
  var earlier: [HintAnswer] {
    let fitting = fitting
    return fitting.indices.filter { shown.contains(fitting[$0].position) }
      .map { answer($0, fitting, isRepeated: true) }
  }

  var hasHints: Bool { !fitting.isEmpty }

  private var fitting: [(position: Int, hint: Hint)] {
    exercise.hints.enumerated().filter { $1.spelling == nil || $1.spelling == spelling }
      .map { ($0 + 1, $1) }
  }

  private func helps(_ hint: Hint) -> Bool { hint.goal.map { !met.contains($0) } ?? true }

  private func answer(
    _ index: Int, _ fitting: [(position: Int, hint: Hint)], isRepeated: Bool
  ) -> HintAnswer {
    let (position, hint) = fitting[index]
    return HintAnswer(
      exercise: exercise.id, number: index + 1, count: fitting.count, position: position,
      text: hint.text, goal: hint.goal, isRepeated: isRepeated)
  }
}

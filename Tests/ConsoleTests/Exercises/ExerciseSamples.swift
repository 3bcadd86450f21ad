import Console
import Foundation
import SessionEngine
import WorkshopModel

/// Goals, hints and pitfalls for the pictures and the tests of the console.
enum ExerciseSamples {
  static let goals = [
    ("two-systems", "The workspace is for two operating systems."),
    ("gpu-declares-cuda", "The environment gpu requires CUDA 12."),
    ("gpu-has-pytorch", "The environment gpu asks for pytorch-gpu."),
    ("lock-is-current", "pixi.lock has what pixi.toml asks for, on every platform it names."),
    ("gpu-is-cuda", "The lock has a CUDA build of PyTorch for linux-64."),
    ("trained", "The task train has run in gpu to its end."),
    ("on-a-gpu", "A training has said that it computed on a GPU with CUDA 12."),
  ]

  static let pitfalls = [
    Pitfall(
      id: "plain-pytorch", title: "PyTorch solved to its CPU build",
      sees: "No message at all: `torch.cuda.is_available()` is `False`.",
      recovery: "Ask for `pytorch-gpu`, then `pixi lock`.\n\n1. Open pixi.toml\n2. Change the line"),
    Pitfall(
      id: "stale-lock", title: "The lock is older than the manifest",
      sees: "`lock file not up-to-date with the workspace`", recovery: "Run `pixi lock`."),
  ]

  /// The exercise with goals, hints, pitfalls and a solution.
  static func taught(_ exercise: Exercise) -> Exercise {
    var taught = exercise
    taught.goals = goals.map { id, says in
      Goal(id: id, says: says, requirement: .manifest(ManifestRequirement()))
    }
    taught.hints = [Hint(text: "Look at the feature."), Hint(text: "Ask for `pytorch-gpu`.")]
    taught.pitfalls = pitfalls
    taught.solutionFiles = ["pixi.toml"]
    return taught
  }

  static func taught(_ workshop: Workshop) -> Workshop {
    Workshop(
      id: workshop.id, title: workshop.title, event: workshop.event, location: workshop.location,
      starts: workshop.starts, segments: workshop.segments, corrections: workshop.corrections,
      exercises: workshop.exercises.map { $0.id == "exercise-2" ? taught($0) : $0 })
  }

  /// A verdict by one letter for each goal: `m` met, `o` open, `w` wrong, `u` unknown.
  static func verdict(_ letters: String) -> ExerciseVerdict {
    ExerciseVerdict(
      exercise: "exercise-2",
      goals: zip(goals, letters).map { goal, letter in
        switch letter {
        case "m": GoalVerdict(id: goal.0, says: goal.1, status: .met)
        case "w":
          GoalVerdict(
            id: goal.0, says: goal.1, status: .wrong,
            why: "pytorch 2.7.1 is locked as cpu_generic for linux-64: it computes on the CPU.",
            remedy:
              "Ask for pytorch-gpu instead of pytorch in the feature gpu, then run pixi lock.",
            file: "pixi.toml", line: 3, column: 5, wrongWay: "plain-pytorch")
        case "u":
          GoalVerdict(
            id: goal.0, says: goal.1, status: .unknown, why: "This machine has no NVIDIA GPU.",
            remedy: "Run it on a machine with one.")
        default:
          GoalVerdict(
            id: goal.0, says: goal.1, status: .open, why: "Nothing in pixi.toml asks for it.",
            remedy: "Add it to pixi.toml.", file: "pixi.toml")
        }
      })
  }

  static func hint(_ number: Int, of count: Int = 5, isRepeated: Bool = false) -> HintAnswer {
    HintAnswer(
      exercise: "exercise-2", number: number, count: count, position: number,
      text:
        "The feature `gpu` asks for a package. Number \(number).\n\n```toml\npytorch-gpu = \"*\"\n```",
      goal: "gpu-has-pytorch", isRepeated: isRepeated)
  }

  static func change(_ exercise: String = "exercise-2", keptIn: String? = Self.kept)
    -> WorkspaceChange
  {
    WorkspaceChange(
      exercise: exercise,
      files: [
        .init(path: "notes.md", kind: .stayed), .init(path: "pixi.toml", kind: .replaced),
        .init(path: "plot.py", kind: .added), .init(path: "train.py", kind: .removed),
      ], keptIn: keptIn)
  }

  static let kept = ".atelier/kept/2026-05-04-101500-exercise-2"

  static let difference: [FileDifference] = {
    func same(_ number: Int) -> FileDifference.Line {
      .init(
        kind: .same, text: "line \(number)", ownNumber: number, solutionNumber: number)
    }
    func own(_ text: String, _ number: Int) -> FileDifference.Line {
      .init(kind: .own, text: text, ownNumber: number, solutionNumber: nil)
    }
    func solution(_ text: String, _ number: Int) -> FileDifference.Line {
      .init(kind: .solution, text: text, ownNumber: nil, solutionNumber: number)
    }
    return [
      FileDifference(
        path: "pixi.toml",
        lines: (1...12).map(same) + [
          own("pytorch = \"*\"", 13), solution("pytorch-gpu = \"*\"", 13),
        ]
          + (14...60).map(same) + [solution("cuda = \"12\"", 61)] + [same(62)]),
      FileDifference(
        path: "plot.py", lines: [solution("import numpy", 1)], comparison: .missing),
      FileDifference(path: "train.py", lines: [same(1)]),
    ]
  }()
}

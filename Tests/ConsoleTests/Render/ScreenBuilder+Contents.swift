import Console
import PixiWorkspace
import SessionEngine
import TestSupport

/// What is in environments, from a lock of real builds.
extension ScreenBuilder {
  /// The environment `gpu`, with `cpu` and one for CUDA 11.8 beside it.
  mutating func lookInside() {
    press("eI")
    take(.contents(exercise: "exercise-2", Self.locked))
  }

  private static var locked: ContentsReading {
    let file = FixtureFile.path("contents/six/pixi.lock")
    let lock = PixiLock(file: file)
    return .contents(
      ExerciseContents(
        exercise: "exercise-2", source: .lock,
        environments: ["cpu", "gpu", "jax-cuda118"].map { name in
          .init(name: name, file: file, platforms: lock?.contents(of: name) ?? [])
        }))
  }
}

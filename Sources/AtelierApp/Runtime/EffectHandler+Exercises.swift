import Console
import Foundation
import SessionEngine

/// Goals, hints, the solution and pictures.
extension EffectHandler {
  func carryOut(_ effect: ExerciseEffect) {
    switch effect {
    case .check(let request): check(request)
    case .readProgress(let id):
      onEngine { [post] in post(.exercise(.progress(try await $0.progress(of: id)))) }
    case .readHints(let id):
      onEngine { [post] engine in
        do {
          post(.exercise(.hints(exercise: id, try await engine.shownHints(of: id), new: nil)))
        } catch {
          post(.exercise(.hintFailed(exercise: id, Self.diagnosis(of: error))))
        }
      }
    case .nextHint(let id):
      onEngine(after: filing()) { [post] engine in
        do {
          let hint = try await engine.nextHint(of: id)
          post(.exercise(.hints(exercise: id, try await engine.shownHints(of: id), new: hint)))
        } catch {
          post(.exercise(.hintFailed(exercise: id, Self.diagnosis(of: error))))
        }
      }
    case .planChange(let action):
      onEngine(after: filing()) { [post] engine in
        post(.exercise(.planned(action, await Self.plan(action, engine))))
      }
    case .change(let action):
      onEngine(after: filing()) { [post] engine in
        do {
          post(.exercise(.changed(action, try await Self.change(action, engine))))
        } catch {
          post(.exercise(.changeFailed(action, Self.diagnosis(of: error))))
        }
      }
    case .readDifference(let id):
      onEngine(after: filing()) { [post] engine in
        do {
          let files = try await engine.difference(fromSolution: id)
          // Whoever sees its lines has seen the solution.
          _ = try? await engine.solution(of: id, confirmed: true)
          post(.exercise(.difference(exercise: id, files)))
        } catch {
          post(.exercise(.differenceFailed(exercise: id, Self.diagnosis(of: error))))
        }
      }
    case .listPictures(let id): listPictures(of: id)
    case .renderPicture(let request): render(request)
    case .openPicture(let id, let path): openPicture(path, of: id)
    case .lookAtFiles(let id): lookAtFiles(of: id)
    }
  }

  private func check(_ request: CheckRequest) {
    onEngine(after: filing()) { [post] engine in
      let id = request.exercise
      do {
        if request.reason == .opened { _ = try? await engine.startExercise(id) }
        let verdict = try await engine.check(id)
        post(.exercise(.verdict(request, verdict)))
        await engine.recordCheck(verdict, asked: request.reason == .asked)
        if let progress = try? await engine.progress(of: id) {
          post(.exercise(.progress(progress)))
        }
      } catch is CancellationError {
        // A newer check of the exercise tells in its place.
      } catch {
        post(.exercise(.checkFailed(request, Self.diagnosis(of: error))))
      }
    }
  }

  nonisolated private static func plan(
    _ action: WorkspaceAction, _ engine: Engine
  ) async -> ChangeQuestion.Plan {
    do {
      switch action {
      case .reset(let id): return .planned([try await engine.resetPlan(of: id)])
      case .solution(let id):
        guard case .confirm(let change) = try await engine.solution(of: id, confirmed: false)
        else { return .planned([]) }
        return .planned([change])
      case .catchUp(let target):
        let plan = try await engine.catchUpPlan(to: target)
        return .planned(plan.changes, says: plan.says)
      }
    } catch {
      return .impossible(diagnosis(of: error))
    }
  }

  nonisolated private static func change(
    _ action: WorkspaceAction, _ engine: Engine
  ) async throws -> [WorkspaceChange] {
    switch action {
    case .reset(let id): [try await engine.reset(id)]
    case .solution(let id): [try await engine.writeSolution(of: id)]
    case .catchUp(let target): try await engine.catchUp(to: target).changes
    }
  }

  nonisolated static func diagnosis(of error: any Error) -> Diagnosis {
    error as? Diagnosis ?? Diagnosis(says: "\(error)", remedy: "Try it once more.")
  }
}

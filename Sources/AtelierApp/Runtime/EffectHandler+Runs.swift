import Console
import Foundation
import SessionEngine

/// What is asked of single runs, of what is kept of them, and of the queue of installs.
extension EffectHandler {
  func carryOutOnRuns(_ effect: ConsoleEffect) {
    let post = post
    switch effect {
    case .stopLane(let id, let lane): onEngine { await $0.stop(lane: lane, of: id) }
    case .restartRun(let id): onEngine { post(.started(try await $0.restart(id))) }
    case .pauseRun(let id): onEngine { try await $0.pause(id) }
    case .resumeRun(let id): onEngine { try await $0.resume(id) }
    case .renameRun(let id, let name): changeKept { try await $0.renameKept(id, name) }
    case .pinRun(let id, let isPinned): changeKept { try await $0.pinKept(id, isPinned) }
    case .setTimeout(let id, let seconds): onEngine { try await $0.setTimeout(of: id, seconds) }
    case .saveRunText(let id):
      onEngine { engine in
        let path = try await engine.saveText(of: id)
        post(.told(Notice(.success, "Saved the text of run \(id) to \(path)")))
      }
    case .findInRun(let id, let text, let place, let backwards):
      onEngine { engine in
        let match = await engine.find(text, in: id, from: place, backwards: backwards)
        post(.found(id, query: text, match))
      }
    case .findFirstError(let id):
      onEngine { post(.found(id, query: "", await $0.firstError(in: id))) }
    case .copyRunText(let id, let start, let end):
      onEngine { engine in
        if let text = await engine.text(of: id, from: start, to: end) { post(.runText(id, text)) }
      }
    case .readHistory: onEngine { try await Self.tellHistory(of: $0, post) }
    case .compare(let runs): onEngine { post(.comparison(try await $0.comparison(of: runs))) }
    case .startPrefetch:
      onEngine { [room] in try await $0.startPrefetch { await room() } }
    case .pausePrefetch: onEngine { await $0.pausePrefetch() }
    case .resumePrefetch: onEngine { await $0.resumePrefetch() }
    case .readTasks(let exercise):
      onEngine(after: filing()) { engine in
        post(.tasks(exercise: exercise, try await engine.tasks(of: exercise)))
      }
    case .readContents(let exercise):
      onEngine(after: filing()) { engine in
        do {
          post(.contents(exercise: exercise, .contents(try await engine.contents(of: exercise))))
        } catch let diagnosis as Diagnosis {
          post(.contents(exercise: exercise, .failed(diagnosis)))
        }
      }
    case .startTask(let exercise, let environment, let name, let arguments, let size):
      onEngine(after: filing()) { engine in
        let id = try await engine.startTask(
          TaskRequest(
            name: name, arguments: arguments, environment: environment, exercise: exercise,
            size: size))
        post(.started(id))
      }
    default: break
    }
  }

  /// The list of runs is told once more behind a change, so that it never shows the one before.
  private func changeKept(_ change: @escaping @Sendable (Engine) async throws -> Void) {
    onEngine { [post] engine in
      try await change(engine)
      try await Self.tellHistory(of: engine, post)
    }
  }

  /// So many of the newest runs have their figures in the list.
  private static let mostWithFigures = 500

  private static func tellHistory(
    of engine: Engine, _ post: @Sendable (ConsoleEvent) -> Void
  ) async throws {
    let runs = try await engine.history()
    post(.history(runs))
    let ids = runs.prefix(mostWithFigures).filter { $0.purpose == .workload }.map(\.id)
    post(.historyFigures(try await engine.summaries(of: ids)))
  }
}

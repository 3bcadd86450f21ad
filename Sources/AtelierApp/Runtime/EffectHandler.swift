import Console
import Foundation
import GPUMetrics
import SessionEngine
import TerminalCore
import WorkshopModel

/// The only place of the console that does I/O: carries out effects and posts what came of them.
@MainActor
final class EffectHandler {
  typealias EngineWork = @Sendable (Engine) async -> Void
  private typealias FileWork = @Sendable (WorkbenchFiles) async -> WorkbenchEvent?

  let files: WorkbenchFiles
  private let engine: Task<Engine, Never>
  private let sampler: GPUSampler
  /// Keys, screens and sizes keep their order; what takes long has a task of its own.
  private let inOrder: AsyncStream<EngineWork>
  private let inOrderSink: AsyncStream<EngineWork>.Continuation
  /// Files, too: a text that is saved or kept must not be overtaken by an older one.
  private let fileWork: AsyncStream<FileWork>
  private let fileWorkSink: AsyncStream<FileWork>.Continuation
  let post: @Sendable (ConsoleEvent) -> Void
  /// Where the room is in its day.
  let room: @Sendable () async -> Engine.RoomMoment
  let pictures: PictureRenderer
  let opener: PictureOpener
  /// The pictures that are being drawn, by exercise and path.
  var drawings: [String: Task<Void, Never>] = [:]
  private var fileTask: Task<Void, Never>?
  private var tasks: [Task<Void, Never>] = []

  init(
    files: WorkbenchFiles, sampler: GPUSampler,
    engine makeEngine: @escaping @Sendable () async -> Engine,
    room: @escaping @Sendable () async -> Engine.RoomMoment,
    pictures: PictureRenderer, opener: PictureOpener,
    post: @escaping @Sendable (ConsoleEvent) -> Void
  ) {
    self.files = files
    self.pictures = pictures
    self.opener = opener
    self.sampler = sampler
    self.post = post
    self.room = room
    engine = Task.detached { await makeEngine() }
    (inOrder, inOrderSink) = AsyncStream.makeStream(bufferingPolicy: .unbounded)
    (fileWork, fileWorkSink) = AsyncStream.makeStream(bufferingPolicy: .unbounded)
  }

  /// Starts what tells by itself: the engine and the GPUs.
  func start() {
    let (engine, sampler, inOrder, post) = (engine, sampler, inOrder, post)
    let (files, fileWork) = (files, fileWork)
    fileTask = Task.detached {
      for await work in fileWork {
        if let event = await work(files) { post(.workbench(event)) }
      }
    }
    tasks.append(
      Task.detached {
        for await event in await engine.value.events { post(.engine(event)) }
      })
    tasks.append(
      Task.detached {
        for await report in await sampler.reports(every: .seconds(1)) {
          post(.gpu(report))
          // A recording's figures are of no run of this machine.
          if case .replay = report.origin { continue }
          await engine.value.note(report)
        }
      })
    tasks.append(
      Task.detached {
        let engine = await engine.value
        for await work in inOrder { await work(engine) }
      })
    onEngine { engine in
      await engine.tellMemory()
      await engine.describeProvider()
    }
    onEngine { await $0.checkMemory() }
  }

  /// Ends every process and keeps unsaved text where the next start finds it.
  func close(drafts: [Draft]) async {
    for draft in drafts { carryOut(.keepDraft(draft)) }
    fileWorkSink.finish()
    await fileTask?.value
    for task in drawings.values { task.cancel() }
    await engine.value.close()
    await sampler.stop()
    for task in tasks { task.cancel() }
  }

  func carryOut(_ effect: ConsoleEffect) {
    switch effect {
    case .quit, .copy: break
    case .openExercise(let id): onFiles { await $0.openExercise(id) }
    case .openFile(let exercise, let path):
      onFiles { await $0.openFile(exercise: exercise, path: path) }
    case .saveFile(let exercise, let path, let text, let overwriting):
      onFiles {
        await $0.saveFile(exercise: exercise, path: path, text: text, overwriting: overwriting)
      }
    case .keepDraft(let draft):
      onFiles {
        await $0.keep(draft)
        return nil
      }
    case .dropDraft(let exercise, let path):
      onFiles {
        await $0.drop(exercise: exercise, path: path)
        return nil
      }
    case .sendKey(let key, let id): inOrderSink.yield { await $0.send(key, to: id) }
    case .sendMouse(let event, let id): inOrderSink.yield { await $0.send(event, to: id) }
    case .paste(let text, let id): inOrderSink.yield { await $0.paste(text, to: id) }
    case .resize(let id, let size): inOrderSink.yield { await $0.resize(id, to: size) }
    case .readScreen(let id, let offset, let moment): readScreen(id, offset, moment)
    case .stopBatch(let id): onEngine { await $0.stop(batch: id) }
    case .stopRun(let id): onEngine { await $0.stop(id) }
    case .exercise(let effect): carryOut(effect)
    case .refreshEnvironments, .planBatch, .startBatch, .openShell: carryOutAfterFiles(effect)
    case .stopLane, .restartRun, .pauseRun, .resumeRun, .renameRun, .pinRun, .setTimeout,
      .saveRunText, .findInRun, .findFirstError, .copyRunText, .readHistory, .compare,
      .startPrefetch, .pausePrefetch, .resumePrefetch, .readTasks, .startTask,
      .readContents:
      carryOutOnRuns(effect)
    }
  }

  private func readScreen(_ id: RunID, _ offset: Int, _ moment: Int?) {
    inOrderSink.yield { [post] engine in
      if let screen = await engine.screen(of: id, scrollOffset: offset, asOf: moment) {
        post(.screen(id, screen))
      }
    }
  }

  /// What looks at an exercise's files waits for those that were asked for before: the starter
  /// files that are being copied, the text that is being saved.
  private func carryOutAfterFiles(_ effect: ConsoleEffect) {
    switch effect {
    case .refreshEnvironments(let exercise):
      onEngine(after: filing()) { _ = try await $0.refreshEnvironments(of: exercise) }
    case .planBatch(let preview): plan(preview)
    case .startBatch(let request): onEngine(after: filing()) { try await $0.start(request) }
    case .openShell(let environment, let exercise, let size, let isPlain):
      onEngine(after: filing()) { [post] engine in
        let id = try await engine.openShell(
          in: environment, of: exercise, size: size, isPlain: isPlain)
        post(.shellOpened(id, exercise: exercise))
        if let shell = await engine.run(id), shell.isPlainShell {
          post(.told(Notice(.information, shell.title)))
        }
      }
    default: break
    }
  }

  private func plan(_ asked: BatchPreview) {
    onEngine(after: filing()) { [post] engine in
      var preview = asked
      do {
        let commands = try await engine.plannedCommands(preview.request(size: .zero))
        preview.commands = .planned(commands)
      } catch let diagnosis as Diagnosis {
        preview.commands = .impossible(diagnosis)
      }
      post(.planned(preview))
    }
  }

  /// Ends when all that was asked of the files until now is done.
  func filing() -> AsyncStream<Never> {
    let (stream, sink) = AsyncStream.makeStream(of: Never.self)
    let marker: FileWork = { _ in
      sink.finish()
      return nil
    }
    if case .terminated = fileWorkSink.yield(marker) { sink.finish() }
    return stream
  }

  func onEngine(
    after filing: AsyncStream<Never>? = nil,
    _ work: @escaping @Sendable (Engine) async throws -> Void
  ) {
    let (engine, post) = (engine, post)
    Task.detached {
      do {
        if let filing { for await _ in filing {} }
        try await work(await engine.value)
      } catch is CancellationError {
        // The one who cancelled knows.
      } catch {
        let diagnosis =
          error as? Diagnosis ?? Diagnosis(says: "\(error)", remedy: "Try it once more.")
        post(.engine(.failed(diagnosis)))
      }
    }
  }

  /// Looks into an exercise's folder behind what was asked of the files before.
  func onFilesOfExercise(_ work: @escaping @Sendable (WorkbenchFiles) async -> Void) {
    onFiles {
      await work($0)
      return nil
    }
  }

  private func onFiles(_ work: @escaping FileWork) {
    fileWorkSink.yield(work)
  }
}

import Console
import Foundation
import GPUMetrics
import ProcessRunner
import SessionEngine
import TerminalCore
import TestSupport
import WorkshopModel

@testable import AtelierApp

/// The whole console on a terminal in memory, its keys typed by a test.
@MainActor
final class RunningConsole {
  /// Counts, so that a test sees that what was started is stopped.
  final class Source: InputSource {
    private(set) var isRunning = false
    func start(_ inputs: InputQueue) { isRunning = true }
    func stop() { isRunning = false }
  }

  let room: WorkRoom
  let backend: InMemoryBackend
  let source = Source()
  private let inputs = InputQueue()
  private let running: Task<InputQueue.Ending, Never>

  init(script: String = "true", size: Size = Size(columns: 120, rows: 40)) throws {
    let room = try WorkRoom()
    self.room = room
    backend = InMemoryBackend(size: size)
    let configuration = EngineConfiguration(
      workshop: room.workshop, workspace: room.directory.url.appending(path: "workspace"),
      provider: ScriptProvider(script: script),
      supervisor: SupervisorLauncher(executablePath: try BuiltProduct.path("atelier")))
    let effects = EffectHandler(
      files: room.files, sampler: GPUSampler { NoGPUSource(reason: "There is none in a test.") },
      engine: { Engine(configuration: configuration) },
      room: { Engine.RoomMoment(segment: 0, kind: nil) },
      pictures: PictureRenderer(environment: [:]), opener: PictureOpener(environment: [:]),
      post: { [inputs] in inputs.post($0) })
    let state = ConsoleState(
      size: size, themes: [.monochrome], glyphs: .unicode, workshop: room.workshop,
      roomClock: RoomClock(
        workshop: room.workshop, start: .announced, opened: DayTime(hour: 9, minute: 0)),
      clock: ClockReading(secondsSinceMidnight: 9 * 3600, uptime: 1), workspaceName: "~/test",
      workspacePath: room.directory.path)
    let runtime = ConsoleRuntime(
      state: state, backend: backend, effects: effects, inputs: inputs, sources: [source])
    running = Task { await runtime.run() }
  }

  func press(_ keys: KeyPress...) {
    for key in keys { inputs.post(.terminal(.key(key))) }
  }

  func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  func resize(_ size: Size) {
    backend.enqueue([.resize(size)])
    for event in backend.pollEvents() { inputs.post(.terminal(event)) }
  }

  func end(_ ending: InputQueue.Ending) {
    inputs.end(ending)
  }

  /// Waits until the screen shows a text.
  func waitFor(_ text: String) async throws {
    try await waitUntil("the screen shows ‘\(text)’", detail: { backend.frame.text }) {
      backend.frame.text.contains(text)
    }
  }

  func ending() async -> InputQueue.Ending { await running.value }
}

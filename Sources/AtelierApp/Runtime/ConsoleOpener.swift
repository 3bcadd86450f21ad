import Console
import Foundation
import GPUMetrics
import SessionEngine
import TerminalCore
import WorkshopModel

/// Puts the console together and runs it on a terminal.
@MainActor
struct ConsoleOpener {
  let context: AppContext
  let clock: RoomClock
  let themes: [Theme]
  let glyphs: GlyphSet
  /// What is shown in place of this machine's GPUs; nil for those.
  let recording: GPURecording?

  init(
    context: AppContext, clock: RoomClock, themes: [Theme], glyphs: GlyphSet,
    recording: GPURecording? = nil
  ) {
    self.context = context
    self.clock = clock
    self.themes = themes
    self.glyphs = glyphs
    self.recording = recording
  }

  /// - Parameter signals: Tells of `InputWatcher.signals`; made before the terminal is claimed.
  func run(on backend: any Backend, colors: ColorDepth, signals: SignalPipe) async
    -> InputQueue.Ending
  {
    let inputs = InputQueue()
    let memory = ConsoleMemory(workspace: context.workspace.url)
    let files = WorkbenchFiles(
      workshop: context.workshop, workspace: context.workspace, store: FileStore(),
      recovery: RecoveryStore(folder: context.recoveryFolder),
      isReadOnly: memory.readOnly != nil, now: { Date() })
    let (selector, recording) = (context.gpuSelector, recording)
    let context = context
    let clock = clock
    let effects = EffectHandler(
      files: files,
      sampler: recording.map { recording in GPUSampler { RecordedSource(recording) } }
        ?? GPUSampler(selector),
      engine: { await context.makeEngineOrVenv(memory: await memory.open()) },
      room: { Engine.RoomMoment.now(by: clock) },
      pictures: PictureRenderer(environment: context.environment),
      opener: PictureOpener(environment: context.environment), post: { inputs.post($0) })
    let runtime = ConsoleRuntime(
      state: state(size: backend.size, colors: colors, memory: memory.readOnly), backend: backend,
      effects: effects,
      inputs: inputs,
      sources: [InputWatcher(backend: backend, signals: signals), Ticker()])
    defer { withExtendedLifetime(memory) {} }
    return await runtime.run()
  }

  private func state(size: Size, colors: ColorDepth, memory: MemoryStatus?) -> ConsoleState {
    var state = ConsoleState(
      size: size, themes: themes, glyphs: glyphs, workshop: context.workshop, roomClock: clock,
      clock: .now(), workspaceName: context.workspaceName, workspacePath: context.workspacePath)
    state.memory = memory
    state.colors = themes.count == 1 && themes[0] == .monochrome ? .none : colors
    state.timeZone = .current
    state.selectWhereTheRoomIs()
    return state
  }
}

import ArgumentParser
import Console
import Foundation
import GPUMetrics
import NCursesBackend
import SessionEngine
import TerminalCore
import WorkshopModel

/// `atelier` itself: opens the console, or prints the outline where there is no terminal.
struct ConsoleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console",
    abstract: "Open the console (what atelier does without a subcommand).",
    usage: "atelier [console] [<options>]",
    discussion: """
      The keys that matter stand in the last line, and ? explains all of them. Without a terminal \
      the outline is printed. NO_COLOR in the environment takes every colour away.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions

  @Option(
    help: ArgumentHelp(
      "The theme, dark or light or a file's name in the folder of themes. Also: ATELIER_THEME.",
      valueName: "name"))
  var theme: String?

  @Option(help: ArgumentHelp("The folder of themes. Also: ATELIER_THEMES.", valueName: "dir"))
  var themes: String?

  @Flag(help: "Draw with ASCII characters only. Also: ATELIER_ASCII=1.")
  var ascii = false

  @Option(
    help: ArgumentHelp(
      "Show a recording's GPUs in place of this machine's: a file of atelier gpu --record, or "
        + "simulated.", valueName: "file"))
  var replay: String?

  func run() async throws {
    let context = try AppContext(shared, provider)
    let environment = context.environment
    let now = DayTime.fromThisMachine()
    let clock = shared.clock(for: context.workshop, now: now)
    let themes = try loadThemes(environment)
    let recording = try replay.map {
      try RecordingFinder(exercises: shared.exercises).recording($0)
    }
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      let moment = shared.start == nil ? nil : now
      print(OutlineText(context.workshop, clock: clock).lines(at: moment).joined(separator: "\n"))
      print("\nThis is the plain outline: open atelier in a terminal for the console.")
      return
    }
    if context.providerChoice == .pixi { _ = try await context.makeEngine() }
    try await Self.open(
      context, clock: clock, themes: themes, glyphs: glyphs(environment),
      recording: recording, environment: environment)
  }

  @MainActor
  private static func open(
    _ context: AppContext, clock: RoomClock, themes: [Theme], glyphs: GlyphSet,
    recording: GPURecording?, environment: [String: String]
  ) async throws {
    // A signal that comes while the terminal is being claimed must give it back, too.
    let signals = try SignalPipe(InputWatcher.signals)
    let backend: NCursesBackend
    do {
      backend = try NCursesBackend(environment: environment)
    } catch {
      throw CommandFailure(
        Diagnosis(says: "The terminal cannot be used.", remedy: "\(error)"))
    }
    let opener = ConsoleOpener(
      context: context, clock: clock, themes: themes, glyphs: glyphs, recording: recording)
    let log = StandardErrorLog(path: context.errorLog)
    let ending = await opener.run(
      on: backend, colors: backend.colorDepth, signals: signals)
    if let words = log?.end(), !words.isEmpty { StandardError.write(words) }
    switch ending {
    case .quit: return
    case .signal(let number): throw ExitCode(128 + number)
    case .hangUp: throw ExitCode(128 + SIGHUP)
    }
  }

  private func glyphs(_ environment: [String: String]) -> GlyphSet {
    let wished = ascii || !(environment["ATELIER_ASCII"] ?? "").isEmpty
    let facts = TerminalProbe.facts(environment: environment)
    return wished || !facts.isUTF8 ? .ascii : .unicode
  }

  /// The chosen theme first; the key for themes goes through the others.
  private func loadThemes(_ environment: [String: String]) throws -> [Theme] {
    if environment["NO_COLOR"].map({ !$0.isEmpty }) == true { return [.monochrome] }
    do {
      let folder = try ResourceLocator.ofThisProcess().folder(.themes, named: themes)
      let wished = theme ?? environment["ATELIER_THEME"].flatMap { $0.isEmpty ? nil : $0 } ?? "dark"
      return try ThemeLoader.loadAll(wishing: wished, from: folder)
    } catch {
      throw CommandFailure(
        Diagnosis(says: "The theme was not loaded.", remedy: "\(error)"), status: .usage)
    }
  }
}

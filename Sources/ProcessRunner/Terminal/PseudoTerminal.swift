import CPosix
import Glibc
import TerminalCore

/// A program on a terminal of its own: its process, its screen, its keyboard.
///
/// Letting the last reference go ends the program and all it has started.
public actor PseudoTerminal {
  enum Lifecycle {
    case idle
    case running
    case exited
  }

  /// What the supervisor has told so far.
  struct Ending {
    var outcome: ExitReport.Outcome?
    var seconds = 0.0
    var cpuSeconds: Double?
    var peakMemoryBytes: UInt64?
    var ranOutOfMemory = false
    var supervisorIsGone = false
    var outputHasEnded = false
  }

  /// Events in order; for one reader.
  public nonisolated let events: AsyncStream<PseudoTerminalEvent>
  public nonisolated let specification: ProcessSpecification

  nonisolated let executor: EventLoopExecutor
  let continuation: AsyncStream<PseudoTerminalEvent>.Continuation
  let launcher: SupervisorLauncher
  let pieceObservers: [any OutputObserver]
  let turnObservers: [any OutputObserver]
  let emulator: Emulator

  var lifecycle = Lifecycle.idle
  var ending = Ending()
  var primary: FileDescriptor?
  var supervisor: SupervisorProcess?
  var outputSource: EventLoop.Watch?
  var inputSource: EventLoop.Watch?
  var statusSource: EventLoop.Watch?
  var pendingInput = PendingBytes()
  var statusText: [UInt8] = []
  var readBuffer = [UInt8](repeating: 0, count: PseudoTerminal.turn)
  var changeIsPending = false
  /// Whether the event about the change is held back for a moment.
  var changeIsHeld = false
  /// Lines that had left the screen when it was last looked at.
  var scrolledAtSnapshot = 0
  /// When it was last looked at.
  var snapshotTime = ContinuousClock.now
  var bellIsPending = false
  /// What the last event about progress said, and whether the next one has to wait.
  var toldProgress: TerminalProgress?
  var progressWaits = false

  /// Starts nothing yet: see ``start()``.
  /// - Parameters:
  ///   - observers: Told of every byte, in order, before anyone is told of a change.
  ///   - scrollbackLimit: Lines kept above the screen.
  /// - Throws: ``PseudoTerminalError/noThread(reason:)``.
  public init(
    specification: ProcessSpecification, supervisor launcher: SupervisorLauncher,
    observers: [any OutputObserver] = [], scrollbackLimit: Int = 50_000
  ) throws(PseudoTerminalError) {
    do throws(SystemFailure) {
      executor = try EventLoopExecutor(name: "terminal")
    } catch {
      throw .noThread(reason: error.reason)
    }
    self.specification = specification
    self.launcher = launcher
    pieceObservers = observers.filter { !$0.takesWholeTurns }
    turnObservers = observers.filter(\.takesWholeTurns)
    emulator = Emulator(size: specification.size, scrollbackLimit: scrollbackLimit)
    (events, continuation) = AsyncStream.makeStream()
  }

  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// Opens the terminal and starts the program.
  ///
  /// A program that is not there or may not be executed is no error here: it comes as an
  /// ``PseudoTerminalEvent/exited(_:)`` event with the outcome `failedToStart`.
  public func start() throws(PseudoTerminalError) {
    guard case .idle = lifecycle else { throw .alreadyStarted }
    let (primary, replicaPath) = try openTerminal()
    let supervisor = try launcher.launch(specification, replicaPath: replicaPath)
    self.primary = primary
    self.supervisor = supervisor
    lifecycle = .running
    watchOutput()
    statusSource = executor.watch(supervisor.status, for: .reading) { [weak self] in
      self?.assumeIsolated { $0.readStatus() }
    }
  }

  private func openTerminal() throws(PseudoTerminalError) -> (FileDescriptor, String) {
    var descriptor: Int32 = -1
    var path = [CChar](repeating: 0, count: 128)
    let size = emulator.size
    let error = atelier_open_pseudo_terminal(
      Int32(size.columns), Int32(size.rows), &descriptor, &path, path.count)
    guard error == 0 else {
      throw .noPseudoTerminal(reason: String(cString: strerror(error)))
    }
    let bytes = path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return (FileDescriptor(descriptor), String(decoding: bytes, as: UTF8.self))
  }

  func watchOutput() {
    guard let primary else { return }
    outputSource = executor.watch(primary, for: .reading) { [weak self] in
      self?.assumeIsolated { $0.readOutput() }
    }
  }
}

/// Keeps one `nvidia-smi` in its loop mode, which holds the driver open, and starts it again when
/// it ends or falls silent.
actor NvidiaSMILoop {
  /// What is known at one moment.
  struct View: Sendable {
    /// How many rounds have been whole.
    var rounds = 0
    /// Of the newest of them.
    var devices: [GPUDevice] = []
    /// When it came, in seconds since 1970.
    var time = 0.0
    var driver: String?
    /// How long ago the newest round came, or the command was started.
    var silence = Duration.zero
    /// Why no command serves now; nil while one does.
    var problem: DriverProblem?
    /// When the next start is, from now; nil when one has been made.
    var restart: Duration?
    /// Starts in a row that gave no round at all.
    var barren = 0
  }

  /// After so long the first rows are taken as the whole of a round.
  private static let settlingTime = Duration.milliseconds(250)
  /// A command that has served for so long has the shortest pause again.
  private static let steadyTime = Duration.seconds(30)
  private static let longestPause = 60
  /// So much in one piece is more than rounds are: it is read no faster than this allows.
  private static let largePiece = 32_768

  private let command: NvidiaSMICommand
  private let timeout: Duration
  private let clock: SamplingClock
  private let now: @Sendable () -> Double

  private var query = NvidiaSMIQuery()
  private var stream = NvidiaSMIRounds(NvidiaSMIQuery())
  private var known = View()
  private var startedAt = Duration.zero
  private var heardAt = Duration.zero
  private var restartAt: Duration?
  private var failures = 0
  private var pieces = 0
  /// How many rounds of the stream have been told.
  private var told = 0
  /// Counts starts and ends, so that word of an earlier child is dropped.
  private var generation = 0
  private var tasks: [Task<Void, Never>] = []
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var isClosed = false

  /// - Parameters:
  ///   - timeout: How long it may say nothing before it is ended.
  ///   - now: Seconds since 1970.
  init(
    _ command: NvidiaSMICommand, timeout: Duration, clock: SamplingClock,
    now: @escaping @Sendable () -> Double
  ) {
    self.command = command
    self.timeout = timeout
    self.clock = clock
    self.now = now
  }

  /// Starts the command unless that was done.
  func start() {
    if generation == 0, !isClosed { launch() }
  }

  /// What is known when another round than this is whole, or when that does not come.
  /// - Parameter patience: How long to wait for it.
  func view(after round: Int, patience: Duration) async -> View {
    if isWaitedFor(round) {
      _ = await bounded(by: patience, clock) { await self.change(after: round) }
    }
    var view = known
    view.silence = clock.now() - heardAt
    view.restart = restartAt.map { max(.zero, $0 - clock.now()) }
    return view
  }

  /// Ends the command; does not wait for that.
  func close() {
    isClosed = true
    end()
    wake()
  }

  // MARK: One command

  private func launch() {
    end()
    let child = generation
    restartAt = nil
    startedAt = clock.now()
    if known.rounds == 0 { heardAt = startedAt }
    stream = NvidiaSMIRounds(query, devices: known.devices)
    let arguments = [
      "--query-gpu=\(query.names)", "--format=csv,noheader,nounits", "-l", "1",
    ]
    let (command, clock) = (command, clock)
    tasks = [
      Task {
        let ending = await command.follow(arguments) { bytes in
          await self.take(bytes, of: child)
          if bytes.count >= Self.largePiece { try? await clock.sleep(.milliseconds(50)) }
        }
        self.ended(ending, child)
      },
      Task {
        repeat {
          guard (try? await clock.sleep(.seconds(1))) != nil else { return }
        } while self.isAnswering(child)
      },
    ]
  }

  /// Word of the child that runs now is not listened to any more.
  private func end() {
    generation += 1
    for task in tasks { task.cancel() }
    tasks = []
  }

  private func take(_ bytes: [UInt8], of child: Int) {
    guard child == generation else { return }
    pieces += 1
    stream.take(bytes, at: now())
    hear()
    guard stream.isUnsettled else { return }
    let piece = pieces
    Task {
      try? await clock.sleep(Self.settlingTime)
      self.settle(child, piece)
    }
  }

  /// Nothing more has come: what there is is the first round.
  private func settle(_ child: Int, _ piece: Int) {
    guard child == generation, piece == pieces, stream.isUnsettled else { return }
    stream.settle()
    hear()
  }

  /// Tells the stream's newest round when it is a new one.
  private func hear() {
    guard stream.count > told else { return }
    told = stream.count
    known.rounds += 1
    known.devices = stream.devices
    known.driver = stream.driver ?? known.driver
    known.time = now()
    known.problem = nil
    known.barren = 0
    heardAt = clock.now()
    wake()
  }

  private func ended(_ ending: NvidiaSMICommand.Ending, _ child: Int) {
    guard child == generation else { return }
    stream.finish()
    hear()
    switch ending {
    case .notStarted(let says): fail(.commandNotStarted(says))
    case .exited(let status):
      let complaint = NvidiaSMIComplaint(messages: stream.messages, exitStatus: status)
      if case .unknownField(let name) = complaint, query.leaveOut(name) {
        relaunch(generation)
      } else {
        fail(complaint.problem)
      }
    }
  }

  /// Ends a command that has been silent for too long.
  /// - Returns: Whether to look again.
  private func isAnswering(_ child: Int) -> Bool {
    guard child == generation else { return false }
    let silence = clock.now() - max(heardAt, startedAt)
    guard silence >= timeout else { return true }
    fail(.commandSilent(seconds: Int(silence.components.seconds)))
    return false
  }

  private func fail(_ problem: DriverProblem) {
    end()
    if clock.now() - startedAt >= Self.steadyTime, told > 0 { failures = 0 }
    known.barren = told > 0 ? 1 : known.barren + 1
    failures += 1
    known.problem = problem
    let pause = Duration.seconds(min(Self.longestPause, 1 << min(failures - 1, 6)))
    restartAt = clock.now() + pause
    let ended = generation
    tasks = [
      Task {
        guard (try? await clock.sleep(pause)) != nil else { return }
        self.relaunch(ended)
      }
    ]
    wake()
  }

  private func relaunch(_ ended: Int) {
    guard ended == generation, !isClosed else { return }
    told = 0
    launch()
  }

  // MARK: Waiting

  private func isWaitedFor(_ round: Int) -> Bool {
    known.rounds == round && known.problem == nil && !isClosed
  }

  private func change(after round: Int) async {
    guard isWaitedFor(round) else { return }
    await withCheckedContinuation { waiting.append($0) }
  }

  private func wake() {
    for continuation in waiting { continuation.resume() }
    waiting = []
  }
}

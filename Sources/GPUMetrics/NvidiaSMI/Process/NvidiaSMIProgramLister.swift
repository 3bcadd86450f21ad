/// Asks for the programs on the GPUs now and then: a command of its own, which the figures do not
/// wait for.
actor NvidiaSMIProgramLister {
  enum Listing: Hashable, Sendable {
    /// The first answer has not come yet.
    case pending
    case told(NvidiaSMIPrograms)
    case failed(DriverProblem)
  }

  private static let pause = Duration.seconds(5)
  /// The command takes no larger share of the time than one in so many.
  private static let share = 10
  /// How long the first figures wait for the first list.
  private static let firstPatience = Duration.seconds(2)
  private static let longest = 4 << 20

  private let command: NvidiaSMICommand
  private let timeout: Duration
  private let clock: SamplingClock
  private var listing = Listing.pending
  private var asking: Task<Void, Never>?
  private var nextAt = Duration.zero
  private var isClosed = false

  init(_ command: NvidiaSMICommand, timeout: Duration, clock: SamplingClock) {
    self.command = command
    self.timeout = timeout
    self.clock = clock
  }

  /// Begins a new question where one is due and none is under way.
  func ask() {
    guard asking == nil, !isClosed, clock.now() >= nextAt else { return }
    asking = Task { await self.run() }
  }

  /// - Parameter waits: Whether to give the first answer a moment.
  func listing(waits: Bool) async -> Listing {
    if waits, listing == .pending, let asking {
      _ = await bounded(by: Self.firstPatience, clock) { await asking.value }
    }
    return listing
  }

  func close() {
    isClosed = true
    asking?.cancel()
  }

  private func run() async {
    let start = clock.now()
    let (command, output) = (command, CapturedOutput(limit: Self.longest))
    let work = Task {
      await command.follow([
        "--query-compute-apps=\(NvidiaSMIPrograms.names)", "--format=csv,noheader,nounits",
      ]) { await output.append($0) }
    }
    let ending = await withTaskCancellationHandler {
      await bounded(by: timeout, clock) { await work.value }
    } onCancel: {
      work.cancel()
    }
    work.cancel()
    asking = nil
    let took = clock.now() - start
    nextAt = clock.now() + max(Self.pause, took * Self.share)
    guard !isClosed else { return }
    let text = await output.text
    switch ending {
    case nil: listing = .failed(.commandSilent(seconds: Int(took.components.seconds)))
    case .notStarted(let says)?: listing = .failed(.commandNotStarted(says))
    case .exited(let status)?:
      let programs = NvidiaSMIPrograms(text)
      // A warning has a status of its own beside a whole list.
      if status == 0 || status == 14 || !programs.lists.isEmpty {
        listing = .told(programs)
      } else {
        let lines = text.split(separator: "\n").prefix(8).map(String.init)
        listing = .failed(NvidiaSMIComplaint(messages: lines, exitStatus: status).problem)
      }
    }
  }
}

/// What a command has written, up to a limit.
private actor CapturedOutput {
  private let limit: Int
  private var bytes: [UInt8] = []

  init(limit: Int) {
    self.limit = limit
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  func append(_ piece: [UInt8]) {
    bytes += piece.prefix(limit - bytes.count)
  }
}

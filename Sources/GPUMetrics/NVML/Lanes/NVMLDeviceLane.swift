/// Asks one device, round by round, on threads of a crew: a call that hangs holds up this device
/// alone.
actor NVMLDeviceLane {
  struct Result: Sendable {
    var device: GPUDevice
    /// The driver was unloaded or replaced: the library must be initialised again.
    var driverGone: NVMLReturnCode?
  }

  /// What changes rarely is asked in one round out of so many.
  static let calmRounds = 4
  /// A figure that the device does not have is asked for again after so many rounds.
  private static let refusedRounds = 30

  nonisolated let index: Int
  nonisolated let progress: NVMLProgress<Result>
  nonisolated let slow: NVMLSlowLane
  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  private nonisolated let executor: BlockingExecutor
  let library: NVMLLibrary
  let watch: NVMLEventWatch
  let isContainer: Bool

  var device: GPUDevice
  var handle: NVMLHandle?
  /// Rounds with this handle.
  var age = 0
  /// Until which round a question is not asked, by what it is for.
  private var refusals: [String: Int] = [:]
  /// What this round's questions were answered.
  var codes: [NVMLReturnCode] = []
  var fields = NVMLFieldReader()
  var samples = NVMLSampleReader.all
  var processes = NVMLProcessReader()
  var instances = NVMLInstanceReader()

  init(
    index: Int, library: NVMLLibrary, watch: NVMLEventWatch, isContainer: Bool,
    crew: BlockingCrew, slowCrew: BlockingCrew, clock: SamplingClock
  ) {
    self.index = index
    self.library = library
    self.watch = watch
    self.isContainer = isContainer
    device = GPUDevice(index: index)
    executor = BlockingExecutor(crew)
    progress = NVMLProgress(clock: clock)
    slow = NVMLSlowLane(slowCrew, clock: clock)
  }

  /// Returns when no call is under way.
  func finish() async {
    await slow.finish()
  }

  /// Begins to ask for everything that is due; the caller has taken the lane with
  /// `progress.begin`.
  nonisolated func begin(_ round: NVMLRound, whenDone: @escaping @Sendable () -> Void) {
    executor.perform {
      self.assumeIsolated { $0.read(round) }
      whenDone()
    }
  }

  private func read(_ round: NVMLRound) {
    codes = []
    device.samples = []
    if let handle = handle ?? find(round) {
      ask(handle, round)
      judge(round)
    }
    progress.end(
      Result(device: device, driverGone: codes.first(where: \.meansDriverGone)),
      round: round.number)
  }

  private func find(_ round: NVMLRound) -> NVMLHandle? {
    progress.calls("the device itself")
    let reading = library.handle(at: index)
    guard let pointer = reading.value else {
      codes = [reading.code]
      device.time = round.time
      lose(reading.code, round)
      return nil
    }
    let found = NVMLHandle(library: library, pointer: pointer)
    forget()
    progress.calls("the device's name")
    let facts = NVMLFacts(found)
    device.name = facts.name
    device.uuid = facts.uuid
    device.pciBusID = facts.pciBusID
    device.computeCapability = facts.computeCapability
    progress.publish(Result(device: device, driverGone: nil))
    progress.calls("errors of the driver")
    watch.register(found)
    handle = found
    return found
  }

  private func ask(_ handle: NVMLHandle, _ round: NVMLRound) {
    device.time = round.time
    let isCalm = age == 0 || (age + index) % Self.calmRounds == 0
    for question in NVMLQuestion.all {
      switch question.pace {
      case .once where age > 0: repeatConstants(question, round)
      case .calm where !isCalm: break
      default: ask(question, handle, round)
      }
      // What the first round has found is told even where a later call hangs.
      if age == 0 { progress.publish(Result(device: device, driverGone: nil)) }
      // A device that is gone answers nothing else.
      if codes.last?.meansDeviceGone == true || codes.last?.meansDriverGone == true { return }
    }
    askForTheRest(handle, round, isCalm: isCalm)
    age += 1
  }

  private func ask(_ question: NVMLQuestion, _ handle: NVMLHandle, _ round: NVMLRound) {
    let key = question.metrics[0].rawValue
    guard isAsked(key, round) else { return }
    progress.calls(question.metrics[0].name)
    let reading = question.ask(handle)
    note(reading.code, of: key, round)
    for (place, metric) in question.metrics.enumerated() {
      take(reading.map { $0[place] }, of: metric, round)
    }
  }

  /// A value, or what came in its place: then an earlier one is kept as an old one, unless the
  /// device says that it has none.
  func take(_ reading: NVMLReading<Double?>, of metric: GPUMetric, _ round: NVMLRound) {
    switch reading {
    case .known(let value?): device[metric] = .known(value, of: metric, at: round.time)
    case .known(nil): device[metric] = .absent(.unknown, at: round.time)
    case .unavailable(let code):
      let state = code.readingState
      let isKept = state == .unknown && device[metric].value != nil
      device[metric] = isKept ? device[metric].aged : .absent(state, at: round.time)
    }
  }

  /// What was true when it was asked once still is.
  private func repeatConstants(_ question: NVMLQuestion, _ round: NVMLRound) {
    for metric in question.metrics {
      guard let value = device[metric].value else { continue }
      device[metric] = .known(value, of: metric, at: round.time)
    }
  }

  /// Whether a question is asked in this round.
  func isAsked(_ key: String, _ round: NVMLRound) -> Bool {
    (refusals[key] ?? 0) <= round.number
  }

  /// Keeps what a question was answered; one the device has no answer to is left for a while.
  func note(_ code: NVMLReturnCode, of key: String, _ round: NVMLRound) {
    codes.append(code)
    refusals[key] = code.meansFieldAbsent ? round.number + Self.refusedRounds : nil
  }

  func forgetRefusals() {
    refusals = [:]
  }

  /// Begins anew with a device that was found, or was split in another way.
  func forget() {
    refusals = [:]
    age = 0
    device.figures = [:]
    device.clockReasons = nil
    device.clockReasonsState = .unknown
    fields = NVMLFieldReader()
    samples = NVMLSampleReader.all
    instances.forget()
  }
}

/// An initialised driver, and a lane for each device found so far.
struct NVMLSession {
  private let driver: NVMLDriver
  private let driverLane: NVMLDriverLane
  private let crew = BlockingCrew(label: "atelier.nvml")
  private let slowCrew = BlockingCrew(label: "atelier.nvml.slow")
  private let watch: NVMLEventWatch
  private let clock: SamplingClock
  private let machine: MachineInspector
  private let isContainer: Bool
  private let counting: NVMLProgress<NVMLReading<Int>>

  private var lanes: [NVMLDeviceLane] = []
  /// Lanes of devices that are no more, in which a call may still be under way.
  private var retired: [NVMLDeviceLane] = []
  private var sleeping: Set<Int> = []

  /// - Throws: Why there is no NVML here.
  init(
    searchPath: NVMLSearchPath, machine: MachineInspector, clock: SamplingClock,
    now: @escaping @Sendable () -> Double
  ) async throws(DriverProblem) {
    driverLane = NVMLDriverLane(crew)
    driver = try await driverLane.open(searchPath)
    watch = await driverLane.watch(driver.library, now: now)
    self.machine = machine
    self.clock = clock
    isContainer = machine.inspect().isContainer
    counting = NVMLProgress(clock: clock)
  }

  /// Asks how many devices there are and for the figures of each, waits a while, and tells the
  /// newest figures.
  /// - Parameter patience: How long to wait for the driver.
  /// - Throws: The driver is gone, and must be initialised again.
  mutating func read(
    _ round: NVMLRound, patience: Duration
  ) async throws(NVMLReturnCode) -> GPUReport {
    let begun = clock.now()
    // What still waits since the last round stands behind a call that hangs.
    slowCrew.widen()
    await ask(round, counts: true, patience: patience)
    let counted = counting.view
    let reading = counted.round == round.number ? counted.result : nil
    if case .unavailable(let code)? = reading { throw code }
    if let count = reading?.value { fit(to: count, round) }
    await ask(round, counts: false, patience: max(.zero, patience - (clock.now() - begun)))

    var report = GPUReport(
      source: .nvml, driver: driver.version, cuda: driver.cuda, time: round.time)
    for lane in lanes {
      if let gone = lane.progress.view.result?.driverGone { throw gone }
      report.devices.append(
        sleeping.contains(lane.index)
          ? asleep(lane.index, round) : lane.view(of: round, patience: patience))
    }
    if reading == nil, lanes.isEmpty {
      report.reason = "The driver has not yet told which GPUs there are."
    }
    if reading?.value == 0 { report.reason = DriverProblem.noDevices.summary }
    return report
  }

  /// How many devices the driver has; 0 where it does not tell.
  func deviceCount() async -> Int { await driverLane.count(driver.library).value ?? 0 }

  /// Lets go of the driver as soon as no call is under way; a call that hangs may take long.
  func end() async {
    for lane in lanes + retired { await lane.finish() }
    await watch.finish()
    await driverLane.shutdown(driver.library)
  }

  /// Asks the devices that have not been asked in this round and are not in the middle of an
  /// earlier one, and waits for their answers.
  /// - Parameter counts: Whether to ask how many devices there are, too.
  private func ask(_ round: NVMLRound, counts: Bool, patience: Duration) async {
    let asked = lanes.filter { lane in
      !sleeping.contains(lane.index) && lane.progress.view.round != round.number
        && lane.progress.begin()
    }
    let counts = counts && counting.begin()
    guard counts || !asked.isEmpty else { return }
    let answers = Gathering(of: asked.count + (counts ? 1 : 0))
    if counts {
      driverLane.beginCount(driver.library) { [counting] reading in
        counting.end(reading, round: round.number)
        answers.arrive()
      }
    }
    for lane in asked { lane.begin(round) { answers.arrive() } }
    let timer = Task { [clock, crew] in
      do {
        try await clock.sleep(min(patience, BlockingCrew.shortTime))
        crew.widen()
        try await clock.sleep(max(.zero, patience - BlockingCrew.shortTime))
        answers.giveUp()
      } catch {}
    }
    await answers.wait()
    timer.cancel()
  }

  private mutating func fit(to count: Int, _ round: NVMLRound) {
    retired = retired.filter { $0.progress.isBusy } + lanes.dropFirst(count)
    lanes.removeLast(max(0, lanes.count - count))
    let isNew = lanes.count < count
    while lanes.count < count {
      lanes.append(
        NVMLDeviceLane(
          index: lanes.count, library: driver.library, watch: watch, isContainer: isContainer,
          crew: crew, slowCrew: slowCrew, clock: clock))
    }
    let looksAgain = !sleeping.isEmpty && round.number % NVMLDeviceLane.calmRounds == 0
    if isNew || looksAgain { findSleeping() }
  }

  /// Asking a device that the kernel has switched off would wake it. Devices are counted in the
  /// order of the bus; where the bus lists others nobody here can tell which sleeps.
  private mutating func findSleeping() {
    let controllers = machine.inspect().controllers
    guard controllers.count == lanes.count else {
      sleeping = []
      return
    }
    let suspended = controllers.indices.filter { controllers[$0].isSuspended }
    sleeping = Set(suspended)
  }

  private func asleep(_ index: Int, _ round: NVMLRound) -> GPUDevice {
    var device = GPUDevice(index: index)
    device.time = round.time
    device.fault = "\(DriverProblem.asleep.summary) Figures appear when a program uses it."
    return device
  }
}

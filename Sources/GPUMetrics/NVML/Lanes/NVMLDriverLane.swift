/// Asks the driver what concerns no single device, on threads of a crew.
actor NVMLDriverLane {
  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  private nonisolated let executor: BlockingExecutor

  init(_ crew: BlockingCrew) {
    executor = BlockingExecutor(crew)
  }

  /// Loads and initialises the library, which may wake GPUs and take seconds.
  /// - Throws: Why there is no NVML here.
  func open(_ searchPath: NVMLSearchPath) throws(DriverProblem) -> NVMLDriver {
    let library = try NVMLLibrary(openingFirstOf: searchPath)
    let code = library.initialize()
    guard code == .success else { throw DriverProblem(code) }
    return NVMLDriver(
      library: library, version: library.driverVersion(), cuda: library.cudaVersion())
  }

  func watch(_ library: NVMLLibrary, now: @escaping @Sendable () -> Double) -> NVMLEventWatch {
    NVMLEventWatch(library, now: now)
  }

  func count(_ library: NVMLLibrary) -> NVMLReading<Int> {
    library.deviceCount()
  }

  /// Begins to count; tells the answer where it comes.
  nonisolated func beginCount(
    _ library: NVMLLibrary, whenDone: @escaping @Sendable (NVMLReading<Int>) -> Void
  ) {
    executor.perform { whenDone(library.deviceCount()) }
  }

  func shutdown(_ library: NVMLLibrary) {
    library.shutdown()
  }
}

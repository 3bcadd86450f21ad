import GPUMetrics

extension Engine {
  private static let mostMarks = 256

  /// Takes what the GPUs show now: for the preflight, to tell whose their processes are, and to add
  /// up what each run uses.
  public func note(_ report: GPUReport) async {
    gpu = report
    // A report that only repeats old figures says nothing of this moment.
    guard report.silentSeconds == nil else { return }
    let roots = runs.values.filter(\.snapshot.state.isAlive).compactMap(\.root)
    let listed = Set(report.devices.flatMap(\.processes).map(\.pid))
    let owners = await gpuOwners.owners(of: listed, roots: roots, at: report.time)
    let devices = report.devices.map { device in
      let name = GPUDeviceName(device)
      let found = GPUOwnership.Device(device, owners, runs: gpuRuns[name] ?? [])
      gpuRuns[name] = found.runs
      return found
    }
    for (device, owned) in zip(report.devices, devices)
    where device.fault == nil && device.stuck == nil {
      tally(device, owned, isOnly: devices.count == 1, at: report.time)
    }
    guard !isClosing, !devices.isEmpty else { return }
    sink.yield(.gpu(GPUOwnership(time: report.time, devices: devices, marks: gpuMarks)))
  }

  private func tally(
    _ device: GPUDevice, _ owned: GPUOwnership.Device, isOnly: Bool, at time: Double
  ) {
    let name = GPUDeviceName(device)
    let computing = owned.shares.filter(\.computes).count
    let claims = isOnly && !owned.processes.contains { $0.owner != .hidden } ? claimants : []
    for run in runs.values where run.snapshot.state.isAlive {
      let id = run.snapshot.id
      var sample = GPUTally.Sample(time: device.time > 0 ? device.time : time)
      if let share = owned.share(of: id) {
        let isAlone = computing == 1 && share.computes
        sample.utilization =
          share.smPercent.map { Double($0) }
          ?? (isAlone ? GPUMetric.utilization.value(of: device) : nil)
        sample.memory = share.memoryBytes.map { Double($0) }
        sample.isShared = computing > 1
      } else if claims.contains(id) {
        sample.utilization = GPUMetric.utilization.value(of: device)
        sample.memory = GPUMetric.memoryUsed.value(of: device)
        sample.isShared = claims.count > 1
        sample.isOfDevice = true
      } else {
        runs[id]?.gpu[name]?.pause()
        continue
      }
      sample.watts = GPUMetric.power.value(of: device)
      sample.joules = GPUMetric.energy.value(of: device)
      runs[id]?.gpu[name, default: GPUTally(of: device.name)].add(sample)
      keepGPUUse(of: id)
    }
  }

  /// The runs that say that they compute on a GPU: where there is one GPU, and its driver shows
  /// nobody's processes, they are on it.
  private var claimants: Set<RunID> {
    Set(
      runs.values.filter { run in
        guard case .running = run.snapshot.state, let name = run.snapshot.metrics.device else {
          return false
        }
        return ["cuda", "gpu"].contains { name.lowercased().hasPrefix($0) }
      }.map(\.snapshot.id))
  }

  /// Keeps what a run has used so far, where it has been on a GPU.
  func keepGPUUse(of id: RunID) {
    let uses = gpuUses(of: id)
    if !uses.isEmpty { configuration.memory.recorder.record(uses, of: id) }
  }

  /// What a run has used so far, sorted by device.
  func gpuUses(of id: RunID) -> [GPUDeviceUse] {
    (runs[id]?.gpu ?? [:]).map { name, tally in
      GPUDeviceUse(device: name, name: tally.name, use: tally.use)
    }.sorted { $0.device.text < $1.device.text }
  }

  /// Marks that a run has begun, finished an epoch or failed.
  func markForGPUs(_ run: RunSnapshot, after before: RunSnapshot) {
    guard run.purpose.givesFigures else { return }
    func mark(_ kind: GPUMark.Kind) {
      gpuMarks.append(
        GPUMark(time: configuration.now().timeIntervalSince1970, run: run.id, kind: kind))
    }
    if case .running = run.state, before.state == .starting { mark(.began) }
    if let epoch = run.metrics.epochs.last?.epoch, epoch != before.metrics.epochs.last?.epoch {
      mark(.epoch(epoch))
    }
    if before.state.isAlive, case .ended(let report) = run.state, report.outcome != .exited(0),
      report.stopReason == nil
    {
      mark(.failed)
    }
    gpuMarks.removeFirst(max(0, gpuMarks.count - Self.mostMarks))
  }
}

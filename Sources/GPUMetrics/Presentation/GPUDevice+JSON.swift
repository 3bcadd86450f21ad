extension GPUDevice: Codable {
  private enum Name {
    static let index = GPUKey("index")
    static let name = GPUKey("name")
    static let uuid = GPUKey("uuid")
    static let pciBusID = GPUKey("pci_bus_id")
    static let computeCapability = GPUKey("compute_capability")
    static let time = GPUKey("time")
    static let times = GPUKey("times")
    static let states = GPUKey("states")
    static let clockReasons = GPUKey("clock_reasons")
    static let persistence = GPUKey("persistence")
    static let eccEnabled = GPUKey("ecc_enabled")
    static let migEnabled = GPUKey("mig_enabled")
    static let processes = GPUKey("processes")
    static let processesNote = GPUKey("processes_note")
    static let instances = GPUKey("instances")
    static let events = GPUKey("events")
    static let samples = GPUKey("samples")
    static let fault = GPUKey("fault")
    static let stuck = GPUKey("stuck")
  }

  /// Writes every key; an unknown value is null. `states` has a word for each figure that was asked
  /// for and is not known or old, `times` a time for each that is not of the device's own.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: GPUKey.self)
    try container.encode(index, forKey: Name.index)
    try container.encode(name, forKey: Name.name)
    try container.encode(uuid, forKey: Name.uuid)
    try container.encode(pciBusID, forKey: Name.pciBusID)
    try container.encode(computeCapability?.description, forKey: Name.computeCapability)
    try container.encode(time == 0 ? nil : time, forKey: Name.time)
    try encodeFigures(to: &container)
    try container.encode(
      clockReasons.map { $0.map(\.rawValue).sorted() }, forKey: Name.clockReasons)
    try container.encode(persistence, forKey: Name.persistence)
    try container.encode(eccEnabled, forKey: Name.eccEnabled)
    try container.encode(migEnabled, forKey: Name.migEnabled)
    try container.encode(processes, forKey: Name.processes)
    try container.encode(processesNote, forKey: Name.processesNote)
    try container.encode(instances, forKey: Name.instances)
    try container.encode(events, forKey: Name.events)
    var points: [String: [[Double]]] = [:]
    for sample in samples {
      points[sample.metric.rawValue, default: []].append([sample.time, sample.value])
    }
    try container.encode(points, forKey: Name.samples)
    try container.encode(fault, forKey: Name.fault)
    try container.encode(stuck, forKey: Name.stuck)
  }

  private func encodeFigures(to container: inout KeyedEncodingContainer<GPUKey>) throws {
    var states: [String: String] = [:]
    var times: [String: Double] = [:]
    for metric in GPUMetric.allCases {
      let key = GPUKey(metric.rawValue)
      let reading = figures[metric]
      if let value = reading?.value {
        if metric.unit.isWhole, let whole = Int64(exactly: value.rounded()) {
          try container.encode(whole, forKey: key)
        } else {
          try container.encode(value, forKey: key)
        }
      } else {
        try container.encodeNil(forKey: key)
      }
      guard let reading else { continue }
      if reading.state != .known { states[metric.rawValue] = reading.state.rawValue }
      if reading.time != time { times[metric.rawValue] = reading.time }
    }
    if clockReasons == nil, clockReasonsState != .unknown {
      states[Name.clockReasons.stringValue] = clockReasonsState.rawValue
    }
    try container.encode(states, forKey: Name.states)
    try container.encode(times, forKey: Name.times)
  }

  /// Reads what `encode` wrote; a key that is missing is unknown, and so is a figure that cannot be
  /// true.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: GPUKey.self)
    self.init(index: try container.decode(Int.self, forKey: Name.index))
    name = try container.decodeIfPresent(String.self, forKey: Name.name)
    uuid = try container.decodeIfPresent(String.self, forKey: Name.uuid)
    pciBusID = try container.decodeIfPresent(String.self, forKey: Name.pciBusID)
    computeCapability = try container.decodeIfPresent(String.self, forKey: Name.computeCapability)
      .flatMap { CUDAComputeCapability($0) }
    time = try container.decodeIfPresent(Double.self, forKey: Name.time) ?? 0
    try decodeFigures(from: container)
    persistence = try container.decodeIfPresent(Bool.self, forKey: Name.persistence)
    eccEnabled = try container.decodeIfPresent(Bool.self, forKey: Name.eccEnabled)
    migEnabled = try container.decodeIfPresent(Bool.self, forKey: Name.migEnabled)
    processes = try container.decodeIfPresent([GPUProcess].self, forKey: Name.processes) ?? []
    processesNote = try container.decodeIfPresent(String.self, forKey: Name.processesNote)
    instances = try container.decodeIfPresent([GPUInstance].self, forKey: Name.instances) ?? []
    events = try container.decodeIfPresent([GPUEvent].self, forKey: Name.events) ?? []
    let points = try container.decodeIfPresent([String: [[Double]]].self, forKey: Name.samples)
    samples = GPUMetric.allCases.flatMap { metric in
      (points?[metric.rawValue] ?? []).filter { $0.count == 2 && metric.range.contains($0[1]) }
        .map { GPUSample(metric: metric, time: $0[0], value: $0[1]) }
    }
    fault = try container.decodeIfPresent(String.self, forKey: Name.fault)
    stuck = try container.decodeIfPresent(GPUStuckCall.self, forKey: Name.stuck)
  }

  private mutating func decodeFigures(from container: KeyedDecodingContainer<GPUKey>) throws {
    let states = try container.decodeIfPresent([String: String].self, forKey: Name.states) ?? [:]
    let times = try container.decodeIfPresent([String: Double].self, forKey: Name.times) ?? [:]
    for metric in GPUMetric.allCases {
      let key = metric.rawValue
      let value = try container.decodeIfPresent(Double.self, forKey: GPUKey(key))
      let state = states[key].flatMap(GPUReadingState.init(rawValue:))
      let time = times[key] ?? self.time
      if let value {
        let reading = GPUReading.known(value, of: metric, at: time)
        figures[metric] = state == .stale ? reading.aged : reading
      } else if let state {
        figures[metric] = .absent(state, at: time)
      }
    }
    let reasons = try container.decodeIfPresent([String].self, forKey: Name.clockReasons)
    clockReasons = reasons.map { Set($0.compactMap(GPUClockReason.init(rawValue:))) }
    clockReasonsState =
      reasons != nil
      ? .known
      : states[Name.clockReasons.stringValue].flatMap(GPUReadingState.init(rawValue:)) ?? .unknown
  }
}

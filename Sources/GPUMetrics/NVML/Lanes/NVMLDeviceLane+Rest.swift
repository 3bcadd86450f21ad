/// What is not one figure a call.
extension NVMLDeviceLane {
  func askForTheRest(_ handle: NVMLHandle, _ round: NVMLRound, isCalm: Bool) {
    if isCalm { askForModes(handle, round) }
    askForFields(handle, round)
    askForClockReasons(handle, round)
    askForProcesses(handle, round)
    if device.migEnabled == true {
      progress.calls("MIG instances")
      device.instances = instances.read(handle, looksAgain: isCalm, at: round.time)
    } else {
      if !device.instances.isEmpty { instances.forget() }
      device.instances = []
    }
    for place in samples.indices {
      let key = "samples \(samples[place].kind)"
      guard isAsked(key, round) else { continue }
      progress.calls(samples[place].name)
      let reading = samples[place].read(handle, at: round.time)
      note(reading.code, of: key, round)
      device.samples += reading.value ?? []
    }
    device.events = watch.events(of: handle)
  }

  private func askForModes(_ handle: NVMLHandle, _ round: NVMLRound) {
    let symbols = handle.symbols
    if isAsked("persistence", round) {
      progress.calls("persistence mode")
      let reading = handle.state(symbols.persistence)
      note(reading.code, of: "persistence", round)
      device.persistence = handle.mode(reading)
    }
    if isAsked("ecc", round) {
      progress.calls("ECC mode")
      let reading = handle.first(symbols.eccMode)
      note(reading.code, of: "ecc", round)
      device.eccEnabled = handle.mode(reading)
    }
    if isAsked("mig", round) {
      progress.calls("MIG mode")
      let reading = handle.first(symbols.migMode)
      note(reading.code, of: "mig", round)
      let mode = handle.mode(reading)
      // Split or whole, a device has other figures.
      if let before = device.migEnabled, let mode, before != mode { forgetRefusals() }
      device.migEnabled = mode
    }
  }

  private func askForFields(_ handle: NVMLHandle, _ round: NVMLRound) {
    progress.calls(NVMLFieldReader.name)
    let answers = fields.read(handle, at: round.time)
    var isThroughputAsked = false
    for (metric, reading) in answers {
      switch (metric, reading) {
      case (.pcieReceive, .unavailable(let code)), (.pcieTransmit, .unavailable(let code)):
        if code.meansFieldAbsent {
          isThroughputAsked = true
        } else {
          take(reading, of: metric, round)
        }
      case (.pcieReceive, .known(nil)), (.pcieTransmit, .known(nil)):
        // The driver has not counted anew since the last round.
        if device[metric].value == nil || round.time - device[metric].time > 5 {
          take(reading, of: metric, round)
        }
      default: take(reading, of: metric, round)
      }
    }
    codes += answers.values.map(\.code).filter { !$0.meansFieldAbsent }
    if isThroughputAsked { slow.ask(handle, round) }
  }

  private func askForClockReasons(_ handle: NVMLHandle, _ round: NVMLRound) {
    guard isAsked("reasons", round) else { return }
    progress.calls("clock reasons")
    let reading = handle.largeNumber(handle.symbols.clockReasons)
    note(reading.code, of: "reasons", round)
    device.clockReasons = reading.value.map { GPUClockReason.reasons(mask: $0) }
    device.clockReasonsState = reading.value == nil ? reading.code.readingState : .known
  }

  private func askForProcesses(_ handle: NVMLHandle, _ round: NVMLRound) {
    progress.calls("processes")
    let asksUse = isAsked("process use", round)
    let answer = processes.read(
      handle, memoryTotal: device[.memoryTotal].value, isCut: device.migEnabled == true,
      asksUse: asksUse, at: round.time)
    if asksUse { note(answer.use, of: "process use", round) }
    switch answer.list {
    case .known(let list):
      device.processes = list
      device.processesNote = device.noteOnProcesses(isContainer: isContainer)
    case .unavailable(let code):
      device.processes = []
      device.processesNote =
        switch code.readingState {
        case .noPermission: "This account may not see the processes on this GPU."
        case .unsupported: "This driver does not tell the processes on this GPU."
        default: "The driver did not tell the processes (NVML code \(code.rawValue))."
        }
    }
  }

  // MARK: Judging a round

  /// Says what is wrong with the device where something is.
  func judge(_ round: NVMLRound) {
    if let gone = codes.first(where: { $0.meansDeviceGone || $0.meansDriverGone }) {
      return lose(gone, round)
    }
    let isAnswering = GPUMetric.allCases.contains { device[$0].state == .known }
    let refusal = codes.first { !$0.meansFieldAbsent && $0 != .success }
    device.fault = isAnswering ? nil : refusal?.deviceFault
    if device.fault != nil { handle = nil }
  }

  /// A device that does not answer has no figures, and its handle is dead even after it is back.
  func lose(_ code: NVMLReturnCode, _ round: NVMLRound) {
    handle = nil
    device.time = round.time
    device.fault = code.deviceFault
    for metric in GPUMetric.allCases {
      device[metric] = .absent(code.readingState, at: round.time)
    }
    device.clockReasons = nil
    device.clockReasonsState = code.readingState
    device.processes = []
    device.processesNote = nil
    device.instances = []
    device.samples = []
    device.stuck = nil
  }
}

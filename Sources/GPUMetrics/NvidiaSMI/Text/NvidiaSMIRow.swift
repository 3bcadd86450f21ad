/// One line of figures.
struct NvidiaSMIRow: Hashable, Sendable {
  let device: GPUDevice
  let driver: String?
  var index: Int { device.index }

  /// Nil when the line is not a row: too few cells, no index, or parts of two rows.
  /// - Parameter time: When it was read, in seconds since 1970.
  init?(_ line: Substring, _ query: NvidiaSMIQuery, at time: Double) {
    let fields = query.fields
    let cells = line.split(
      separator: ",", maxSplits: fields.count - 1, omittingEmptySubsequences: false)
    guard cells.count == fields.count, Self.areOfOneRow(cells, fields) else { return nil }
    let values = Dictionary(zip(fields, cells.map(NvidiaSMICell.init)), uniquingKeysWith: { $1 })
    func cell(_ field: NvidiaSMIField) -> NvidiaSMICell { values[field] ?? NvidiaSMICell("") }
    guard let index = cell(.index).whole(in: 0...1023) else { return nil }

    var device = GPUDevice(index: index)
    device.time = time
    device.name = cell(.name).text
    device.uuid = cell(.uuid).text
    device.pciBusID = cell(.busID).text
    device.persistence = cell(.persistence).flag
    device.eccEnabled = cell(.eccMode).flag
    device.migEnabled = cell(.migMode).flag
    device.computeCapability = cell(.computeCapability).text.flatMap { CUDAComputeCapability($0) }
    for field in NvidiaSMIField.allCases {
      guard let metric = field.metric, device[metric].state != .known, let cell = values[field]
      else { continue }
      device[metric] = Self.reading(cell, metric, at: time)
    }
    // What this release has no field for.
    for metric in NvidiaSMIField.allCases.compactMap(\.metric) where device.figures[metric] == nil {
      device[metric] = .absent(.unsupported, at: time)
    }
    device.takeMemory(
      total: cell(.memoryTotal), used: cell(.memoryUsed), reserved: cell(.memoryReserved))
    let mask = cell(.clockReasons).mask
    device.clockReasons = mask.map { GPUClockReason.reasons(mask: $0) }
    device.clockReasonsState =
      mask != nil ? .known : values[.clockReasons]?.absence ?? .unsupported
    if values.values.contains(where: { $0.absence == .lost }) {
      device.fault = NVMLReturnCode.gpuIsLost.deviceFault
    }
    self.device = device
    driver = cell(.driverVersion).text
  }

  /// A row that was cut and went on with the next one has a second moment somewhere, or cells that
  /// are not what their fields are, or a part of a row for a name.
  private static func areOfOneRow(_ cells: [Substring], _ fields: [NvidiaSMIField]) -> Bool {
    let strangers = zip(cells, fields).count { !NvidiaSMICell($0).fits($1) }
    guard strangers < 2, cells[cells.count - 1].count(where: { $0 == "," }) <= 3 else {
      return false
    }
    guard fields.first == .timestamp else { return true }
    return holdsMoment(cells[0].prefix(19)) && !cells.dropFirst().contains(where: holdsMoment)
  }

  /// Whether there is something like `2026/07/03 22:10:46`.
  static func holdsMoment(_ text: Substring) -> Bool {
    let shape = Array("0000/00/00 00:00:00".utf8)
    let bytes = Array(text.utf8)
    guard bytes.count >= shape.count else { return false }
    return (0...(bytes.count - shape.count)).contains { start in
      zip(bytes[start...], shape).allSatisfy { byte, wanted in
        wanted == UInt8(ascii: "0")
          ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == wanted
      }
    }
  }

  private static func reading(
    _ cell: NvidiaSMICell, _ metric: GPUMetric, at time: Double
  ) -> GPUReading {
    let value: Double? =
      switch metric.unit {
      case .bytes: cell.mebibytes.map { Double($0) }
      case .number where metric == .performanceState: cell.state
      case .number where metric == .remappedRowsPending || metric == .remappedRowsFailure:
        cell.flag.map { $0 ? 1 : 0 }
      case .number: cell.number
      default: cell.number
      }
    return value.map { .known($0, of: metric, at: time) } ?? .absent(cell.absence, at: time)
  }
}

extension GPUDevice {
  /// Of the memory only what can be true together; a total of 0 is of parts that share the
  /// machine's memory.
  fileprivate mutating func takeMemory(
    total: NvidiaSMICell, used: NvidiaSMICell, reserved: NvidiaSMICell
  ) {
    guard let bytes = total.mebibytes else {
      let state = total.absence
      for metric in [GPUMetric.memoryUsed, .memoryReserved, .memoryFree]
      where self[metric].state == .known {
        self[metric] = .absent(state, at: time)
      }
      return
    }
    let memory = GPUMemory(total: bytes, used: used.mebibytes, reserved: reserved.mebibytes)
    for (metric, value) in [
      (GPUMetric.memoryTotal, memory.total), (.memoryUsed, memory.used),
      (.memoryReserved, memory.reserved),
    ] where value == nil && self[metric].state == .known {
      self[metric] = .absent(memory.total == nil ? .unsupported : .unknown, at: time)
    }
    guard let free = self[.memoryFree].value, memory.total.map({ free > Double($0) }) ?? true
    else { return }
    self[.memoryFree] = .absent(memory.total == nil ? .unsupported : .unknown, at: time)
  }
}

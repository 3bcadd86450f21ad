/// One line of figures.
struct NvidiaSMIRow: Hashable, Sendable {
  let device: GPUDevice
  let driver: String?
  var index: Int { device.index }

  /// Nil when the line is not a row: too few cells, or no index in front.
  init?(_ line: Substring, fields: [NvidiaSMIField]) {
    let cells = line.split(
      separator: ",", maxSplits: fields.count - 1, omittingEmptySubsequences: false)
    guard cells.count == fields.count, fields.first == .index,
      let index = NvidiaSMICell(cells[0]).whole(in: 0...1023)
    else { return nil }
    let values = Dictionary(zip(fields, cells.map(NvidiaSMICell.init)), uniquingKeysWith: { $1 })
    func cell(_ field: NvidiaSMIField) -> NvidiaSMICell { values[field] ?? NvidiaSMICell("") }

    let memory = NvidiaSMIRow.memory(
      total: cell(.memoryTotal), used: cell(.memoryUsed), reserved: cell(.memoryReserved))
    var device = GPUDevice(index: index)
    device.name = cell(.name).text
    device.uuid = cell(.uuid).text
    device.pciBusID = cell(.busID).text
    device.utilizationPercent = cell(.utilization).whole(in: 0...100)
    device.memoryTotalBytes = memory?.total
    device.memoryUsedBytes = memory?.used
    device.memoryReservedBytes = memory?.reserved
    device.temperatureCelsius = cell(.temperature).whole(in: 0...200)
    device.powerWatts = cell(.powerDraw).number(in: 0...20_000)
    device.powerLimitWatts = cell(.powerLimit).number(in: 0.001...20_000)
    device.smClockMegahertz = cell(.smClock).whole(in: 0...20_000)
    device.fanPercent = cell(.fanSpeed).whole(in: 0...300)
    if cells.contains(where: { $0.contains("GPU is lost") }) {
      device.fault = NVMLReturnCode.gpuIsLost.deviceFault
    }
    self.device = device
    driver = cell(.driverVersion).text
  }

  private static func memory(
    total: NvidiaSMICell, used: NvidiaSMICell, reserved: NvidiaSMICell
  ) -> GPUMemory? {
    guard let total = total.mebibytes else { return nil }
    return GPUMemory(total: total, used: used.mebibytes, reserved: reserved.mebibytes)
  }
}

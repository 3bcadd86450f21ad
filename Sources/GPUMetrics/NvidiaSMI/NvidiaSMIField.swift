/// A field of `nvidia-smi --query-gpu`, by the name the command knows it by.
enum NvidiaSMIField: String, CaseIterable, Sendable, Hashable {
  case index
  case uuid
  case busID = "pci.bus_id"
  case driverVersion = "driver_version"
  case utilization = "utilization.gpu"
  case memoryUsed = "memory.used"
  case memoryTotal = "memory.total"
  case memoryReserved = "memory.reserved"
  case temperature = "temperature.gpu"
  case powerDraw = "power.draw"
  case powerLimit = "power.limit"
  case smClock = "clocks.sm"
  case fanSpeed = "fan.speed"
  /// Asked for last: it may contain commas, and nothing is quoted.
  case name
}

/// Why a device's clocks are not as high as they could be.
public enum GPUClockReason: String, Sendable, Hashable, CaseIterable, Codable {
  case idle
  case clockSetting = "clock_setting"
  case powerCap = "power_cap"
  case hardwareSlowdown = "hardware_slowdown"
  case syncBoost = "sync_boost"
  case softwareThermal = "software_thermal"
  case hardwareThermal = "hardware_thermal"
  case powerBrake = "power_brake"
  case displaySetting = "display_setting"

  /// The reasons of a bit mask (nvmlClocksEventReasons of nvml.h); bits without a name are left out.
  public static func reasons(mask: UInt64) -> Set<GPUClockReason> {
    Set(allCases.filter { mask & $0.bit != 0 })
  }

  /// Its bit in NVML's mask.
  public var bit: UInt64 {
    switch self {
    case .idle: 0x1
    case .clockSetting: 0x2
    case .powerCap: 0x4
    case .hardwareSlowdown: 0x8
    case .syncBoost: 0x10
    case .softwareThermal: 0x20
    case .hardwareThermal: 0x40
    case .powerBrake: 0x80
    case .displaySetting: 0x100
    }
  }

  /// The device is held back although it has something to do.
  public var isWarning: Bool {
    switch self {
    case .powerCap, .hardwareSlowdown, .softwareThermal, .hardwareThermal, .powerBrake: true
    case .idle, .clockSetting, .syncBoost, .displaySetting: false
    }
  }

  /// Such as `held down by the power limit`.
  public var words: String {
    switch self {
    case .idle: "idle: nothing to do"
    case .clockSetting: "held at the clocks that were set"
    case .powerCap: "held down by the power limit"
    case .hardwareSlowdown: "slowed down by the hardware (heat or power supply)"
    case .syncBoost: "held at the slowest of a group of GPUs"
    case .softwareThermal: "held down by heat (driver)"
    case .hardwareThermal: "slowed down by heat (hardware)"
    case .powerBrake: "slowed down by the power supply's brake"
    case .displaySetting: "held by a display's clocks"
    }
  }
}

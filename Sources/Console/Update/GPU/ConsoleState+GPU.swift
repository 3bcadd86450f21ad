import GPUMetrics
import SessionEngine
import TerminalCore

/// What keys do on the GPUs' pane and on the full screen of one.
extension ConsoleState {
  /// Which of the devices is in front, counted from 0; nil when it is gone.
  var gpuIndex: Int? {
    let devices = gpuPicture.report.devices
    guard let wanted = gpuView.device else { return devices.isEmpty ? nil : 0 }
    return devices.firstIndex { $0.index == wanted }
  }

  /// The device in front; nil when it is gone.
  var gpuDevice: GPUDevice? { gpuIndex.map { gpuPicture.devices[$0] } }

  var gpuScreen: GPUScreenState? {
    get {
      if case .gpu(let value)? = screens.last { return value }
      return nil
    }
    set {
      if let newValue, gpuScreen != nil { screens[screens.count - 1] = .gpu(newValue) }
    }
  }

  /// What a command does to the GPUs' view; nil when it is not for it.
  mutating func performOnGPU(_ command: Command) -> [ConsoleEffect]? {
    if command == .showGPU {
      screens = [.gpu(GPUScreenState())]
      return []
    }
    let scope = keyScope
    guard scope == .gpu || scope == .gpuScreen else { return nil }
    switch command {
    case .previousGPU: chooseGPU(by: -1)
    case .nextGPU: chooseGPU(by: 1)
    case .nextGPUFigure: moveGPUFigure(by: 1)
    case .previousGPUFigure: moveGPUFigure(by: -1)
    case .earlier: moveGPUTime(by: -1)
    case .later: moveGPUTime(by: 1)
    case .goToNow: goToNowOnGPU()
    case .zoomTimeIn: zoomGPU(by: -1)
    case .zoomTimeOut: zoomGPU(by: 1)
    case .freeze: freezeGPU()
    default:
      return scope == .gpu ? performOnGPUPane(command) : performOnGPUScreen(command)
    }
    return []
  }

  private mutating func performOnGPUPane(_ command: Command) -> [ConsoleEffect]? {
    switch command {
    case .selectPrevious: chooseGPU(by: -1)
    case .selectNext: chooseGPU(by: 1)
    case .selectFirst: chooseGPU(by: -Self.farAway)
    case .selectLast: chooseGPU(by: Self.farAway)
    case .scrollPageUp: chooseGPU(by: -gpusOfPage)
    case .scrollPageDown: chooseGPU(by: gpusOfPage)
    default: return nil
    }
    return []
  }

  private var gpusOfPage: Int {
    guard let inside = layout.inside(.gpu) else { return 1 }
    return max(1, GPUPane(state: self).grid(in: inside.inset(columns: 1)).places.count)
  }

  /// Puts another GPU in front, and stops at the ends.
  mutating func chooseGPU(by step: Int) {
    let devices = gpuPicture.report.devices
    guard !devices.isEmpty else { return }
    if devices.count == 1, gpuIndex != nil {
      notice = Notice(.information, "This is the only GPU there is.")
    }
    // One that is gone is left for the nearest that is there.
    let nearest = devices.firstIndex { $0.index > gpuView.device ?? 0 } ?? devices.count - 1
    let index = gpuIndex.map { $0 + step } ?? nearest
    gpuView.device = devices[max(0, min(devices.count - 1, index))].index
  }

  private mutating func moveGPUFigure(by step: Int) {
    let cycle = GPUView.cycle
    let before = cycle.firstIndex(of: gpuView.metric) ?? (step > 0 ? -1 : cycle.count)
    gpuView.metric = cycle[(before + step + cycle.count) % cycle.count]
    gpuScreen?.fact = nil
  }

  /// A click chooses a GPU, one on that in front opens it; the wheel goes through them.
  mutating func handleInGPUPane(_ mouse: MouseEvent) -> [ConsoleEffect] {
    switch mouse.action {
    case .scrollUp: chooseGPU(by: -1)
    case .scrollDown: chooseGPU(by: 1)
    case .press:
      guard let inside = layout.inside(.gpu) else { return [] }
      let pane = GPUPane(state: self)
      guard let place = pane.grid(in: inside.inset(columns: 1)).device(at: mouse.point) else {
        return []
      }
      if place == gpuIndex, gpuView.device != nil || gpu.devices.count == 1 {
        return performIfEnabled(.showGPU)
      }
      gpuView.device = gpuPicture.report.devices[place].index
    case .drag, .release: break
    }
    return []
  }
}

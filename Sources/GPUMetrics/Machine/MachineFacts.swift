/// What a machine's own files tell about its NVIDIA GPUs, without asking the driver.
public struct MachineFacts: Hashable, Sendable {
  /// NVIDIA's display and 3D controllers on the PCI bus.
  public var controllers: [PCIController]
  public var hasKernelModule: Bool
  /// Of the loaded module, such as `580.82.07`.
  public var kernelModuleVersion: String?
  /// Of the installed libraries.
  public var libraryVersion: String?
  /// There is a `/dev/nvidiactl`.
  public var hasDeviceNodes: Bool
  /// The driver's device files that this account may not read and write.
  public var closedDeviceNodes: [String] = []
  public var isContainer: Bool
  /// Windows shares its GPU with this Linux (WSL), where none is on the PCI bus.
  public var isWSL: Bool

  public init(
    controllers: [PCIController] = [], hasKernelModule: Bool = false,
    hasDeviceNodes: Bool = false, isContainer: Bool = false, isWSL: Bool = false
  ) {
    self.controllers = controllers
    self.hasKernelModule = hasKernelModule
    self.hasDeviceNodes = hasDeviceNodes
    self.isContainer = isContainer
    self.isWSL = isWSL
  }

  /// There are GPUs, and asking for figures would wake every one of them.
  public var isAsleep: Bool {
    !controllers.isEmpty && controllers.allSatisfy(\.isSuspended)
  }

  /// There are GPUs, and every one of them can be switched off while no program holds the driver.
  public var canSleep: Bool {
    !controllers.isEmpty && controllers.allSatisfy(\.canSuspend)
  }
}

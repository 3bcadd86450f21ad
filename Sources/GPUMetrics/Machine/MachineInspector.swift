import Foundation

/// Reads `MachineFacts` from the kernel's files.
public struct MachineInspector: Sendable, Hashable {
  /// `/`, or a folder that stands for it.
  public var root: String

  public init(root: String = "/") {
    self.root = root
  }

  /// Reads a few small files; wakes no device.
  public func inspect() -> MachineFacts {
    var facts = MachineFacts(
      controllers: controllers(),
      hasKernelModule: exists("proc/driver/nvidia/version") || exists("sys/module/nvidia"),
      hasDeviceNodes: exists("dev/nvidiactl"),
      isContainer: [".dockerenv", "run/.containerenv", "run/systemd/container"].contains(
        where: exists),
      isWSL: exists("dev/dxg"))
    facts.kernelModuleVersion =
      text("proc/driver/nvidia/version").flatMap(Self.version) ?? text("sys/module/nvidia/version")
    facts.libraryVersion = libraryVersion()
    facts.closedDeviceNodes = closedDeviceNodes()
    return facts
  }

  /// `580.82.07` of `NVRM version: NVIDIA UNIX x86_64 Kernel Module  580.82.07  Wed …`.
  private static func version(_ text: String) -> String? {
    text.split(whereSeparator: \.isWhitespace).first { word in
      let parts = word.split(separator: ".", omittingEmptySubsequences: false)
      return parts.count >= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    }.map(String.init)
  }

  /// The library's file has its version in its name, to which its common name leads.
  private func libraryVersion() -> String? {
    let name = "libnvidia-ml.so"
    for folder in ["usr/lib/x86_64-linux-gnu", "usr/lib/aarch64-linux-gnu", "usr/lib64", "usr/lib"]
    {
      let link = try? FileManager.default.destinationOfSymbolicLink(
        atPath: path("\(folder)/\(name).1"))
      guard let file = link?.split(separator: "/").last, file.hasPrefix("\(name).") else {
        continue
      }
      return Self.version(String(file.dropFirst(name.count + 1)))
    }
    return nil
  }

  private func closedDeviceNodes() -> [String] {
    let files = FileManager.default
    let names = (try? files.contentsOfDirectory(atPath: path("dev"))) ?? []
    let nodes = names.filter { name in
      name == "nvidiactl" || name == "nvidia-uvm"
        || (name.hasPrefix("nvidia") && Int(name.dropFirst("nvidia".count)) != nil)
    }
    return nodes.sorted().filter {
      !files.isReadableFile(atPath: path("dev/\($0)"))
        || !files.isWritableFile(atPath: path("dev/\($0)"))
    }.map { "/dev/\($0)" }
  }

  private func controllers() -> [PCIController] {
    let folder = "sys/bus/pci/devices"
    let addresses = (try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []
    return addresses.sorted().compactMap { address in
      let device = "\(folder)/\(address)"
      guard text("\(device)/vendor") == "0x10de",
        text("\(device)/class")?.hasPrefix("0x03") == true
      else { return nil }
      return PCIController(
        address: address,
        isSuspended: text("\(device)/power/runtime_status") == "suspended",
        canSuspend: canSuspend(address))
    }
  }

  /// The kernel may switch the device off, and the driver does not say that it hinders that.
  private func canSuspend(_ address: String) -> Bool {
    guard text("sys/bus/pci/devices/\(address)/power/control") == "auto" else { return false }
    let lines = text("proc/driver/nvidia/gpus/\(address)/power")?.split(separator: "\n") ?? []
    guard let state = lines.first(where: { $0.hasPrefix("Runtime D3 status:") }) else {
      return true
    }
    return state.contains("Enabled")
  }

  private func text(_ relative: String) -> String? {
    FileManager.default.contents(atPath: path(relative)).map {
      String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  private func exists(_ relative: String) -> Bool {
    FileManager.default.fileExists(atPath: path(relative))
  }

  private func path(_ relative: String) -> String {
    root.hasSuffix("/") ? root + relative : "\(root)/\(relative)"
  }
}

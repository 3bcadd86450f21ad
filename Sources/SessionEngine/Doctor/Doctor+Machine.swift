import Foundation
import TerminalCore

extension Doctor {
  func terminalCheck() -> DoctorCheck {
    guard terminal.isTerminal else {
      return DoctorCheck(
        id: "terminal", status: .warn, says: "Standard input or output is not a terminal.",
        remedy: "Open the console in a terminal; the subcommands work without one.")
    }
    guard let type = terminal.type, !type.isEmpty, type != "dumb" else {
      return DoctorCheck(
        id: "terminal", status: .fail,
        says: "TERM is \(terminal.type.map { "`\($0)`" } ?? "not set"): nothing can be drawn.",
        remedy: "Set it to what the terminal is, such as `export TERM=xterm-256color`.")
    }
    let size = terminal.size.map { "\($0.columns)×\($0.rows)" } ?? "of unknown size"
    let colors = terminal.colors.map { "\($0) colours" } ?? "colours not known"
    let says = "\(type), \(size), \(colors)"
    if !terminal.isUTF8 {
      return DoctorCheck(
        id: "terminal", status: .warn,
        says: "\(says), and the locale \(terminal.locale ?? "that is not set") is not UTF-8.",
        remedy: "Set one, such as `export LANG=C.UTF-8`, or use `--ascii`.")
    }
    if let size = terminal.size, size.columns < 80 || size.rows < 24 {
      return DoctorCheck(
        id: "terminal", status: .warn, says: "\(says): smaller than 80×24.",
        remedy: "Enlarge the window; 120×40 shows everything.")
    }
    return DoctorCheck(id: "terminal", status: .ok, says: "\(says), UTF-8.")
  }

  func gpuCheck() -> DoctorCheck {
    guard gpu.source != .none, !gpu.devices.isEmpty else {
      let reason = gpu.reason ?? "The driver lists no device."
      return DoctorCheck(
        id: "gpu", status: .warn, says: reason,
        remedy: "Nothing to do without one: the exercises run on the CPU.")
    }
    let names = gpu.devices.map { $0.name ?? "GPU \($0.index)" }.joined(separator: ", ")
    let driver = gpu.driver.map { "driver \($0)" } ?? "driver version not known"
    let cuda = gpu.cuda.map { "CUDA up to \($0)" } ?? "CUDA version not known"
    let says = "\(names); \(driver), \(cuda)"
    if let fault = gpu.devices.lazy.compactMap(\.fault).first {
      return DoctorCheck(
        id: "gpu", status: .warn, says: "\(says). \(fault)",
        remedy: "Look with `nvidia-smi`; a restart of the driver often helps.")
    }
    return DoctorCheck(id: "gpu", status: .ok, says: "\(says).")
  }

  func diskCheck() -> DoctorCheck {
    guard let bytes = freeBytes(workspace) else {
      return DoctorCheck(
        id: "disk", status: .warn, says: "The free space at \(workspace) is not known.",
        remedy: "Look with `df -h`; PyTorch for CUDA needs about 10 GB.")
    }
    let gigabytes = Double(bytes) / 1e9
    let says = "\(String(format: "%.1f", gigabytes)) GB free at \(workspace)"
    if gigabytes < 1 {
      return DoctorCheck(
        id: "disk", status: .fail, says: "\(says): too little for any environment.",
        remedy: "Free some space, or choose another disk with `--workspace`.")
    }
    if gigabytes < 10 {
      return DoctorCheck(
        id: "disk", status: .warn, says: "\(says): too little for the CUDA environments.",
        remedy: "Free some space, or choose another disk with `--workspace`.")
    }
    return DoctorCheck(id: "disk", status: .ok, says: "\(says).")
  }

  func workspaceCheck() -> DoctorCheck {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    if files.fileExists(atPath: workspace, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        return workspaceFailure("\(workspace) is a file, not a folder.")
      }
      guard files.isWritableFile(atPath: workspace) else {
        return workspaceFailure("\(workspace) cannot be written to.")
      }
      return DoctorCheck(id: "workspace", status: .ok, says: "\(workspace) is writable.")
    }
    var parent = URL(filePath: workspace).standardizedFileURL
    repeat {
      parent.deleteLastPathComponent()
    } while !files.fileExists(atPath: parent.path)
      && parent.path != "/"
    guard files.fileExists(atPath: parent.path, isDirectory: &isFolder), isFolder.boolValue,
      files.isWritableFile(atPath: parent.path)
    else {
      return workspaceFailure(
        "\(workspace) is not there and cannot be made in \(parent.path).")
    }
    return DoctorCheck(
      id: "workspace", status: .ok, says: "\(workspace) will be made when the console opens.")
  }

  private func workspaceFailure(_ says: String) -> DoctorCheck {
    DoctorCheck(
      id: "workspace", status: .fail, says: says,
      remedy: "Choose a folder of your own with `--workspace`.")
  }
}

/// Reads what `nvidia-smi --query-compute-apps` says of the programs that compute.
struct NvidiaSMIPrograms: Hashable, Sendable {
  /// The name stands last: it may contain commas, and nothing is quoted.
  static let names = "gpu_uuid,pid,used_gpu_memory,process_name"

  private(set) var lists: [String: [GPUProcess]] = [:]
  /// How many programs of a GPU were told without a number, by its UUID.
  private(set) var hidden: [String: Int] = [:]

  /// - Parameter text: Lines; one without its end was cut and is left out.
  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let cells = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
        .map(NvidiaSMICell.init)
      guard cells.count == 4, let uuid = cells[0].text,
        uuid.hasPrefix("GPU-") || uuid.hasPrefix("MIG-")
      else { continue }
      guard let pid = cells[1].whole(in: 1...Int(Int32.max)) else {
        hidden[uuid, default: 0] += 1
        continue
      }
      lists[uuid, default: []].append(
        GPUProcess(
          pid: Int32(pid), kinds: [.compute], memoryBytes: cells[2].mebibytes,
          name: cells[3].text.map(Self.program)))
    }
  }

  /// The programs on a device, each once, by number; a memory the device does not have is not told.
  func processes(on device: GPUDevice) -> [GPUProcess] {
    let total = device.memoryTotalBytes
    var found: [Int32: GPUProcess] = [:]
    for var process in device.uuid.flatMap({ lists[$0] }) ?? [] {
      if let bytes = process.memoryBytes, let total, bytes > total { process.memoryBytes = nil }
      found[process.pid] = found[process.pid] ?? process
    }
    return found.values.sorted { $0.pid < $1.pid }
  }

  /// `python` of `/usr/bin/python`; a name without a path stays as it is.
  private static func program(_ path: String) -> String {
    guard path.hasPrefix("/") else { return path }
    return path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// Reads the text of `nvidia-smi --query-gpu=… --format=csv,noheader,nounits`.
///
/// A cell that is not a number is an unknown figure, whatever its text; a line that is not a row
/// is a message, and a message about one GPU leaves the others' rows alone.
struct NvidiaSMIParser: Sendable {
  /// The fields asked for, in order; `index` first, `name` last.
  let fields: [NvidiaSMIField]

  func parse(output: String, exitStatus: Int) -> NvidiaSMIAnswer {
    var rows: [Int: GPUDevice] = [:]
    var faults: [NvidiaSMIFault] = []
    var messages: [String] = []
    var driver: String?
    for line in output.split(whereSeparator: \.isNewline) {
      if let row = NvidiaSMIRow(line, fields: fields) {
        rows[row.index] = row.device
        driver = driver ?? row.driver
      } else if let fault = NvidiaSMIFault(line) {
        faults.append(fault)
      } else {
        messages.append(trim(line))
      }
    }
    if rows.isEmpty {
      if let field = messages.lazy.compactMap(unknownField).first { return .unknownField(field) }
      if faults.isEmpty {
        return .failed(problem(messages: messages.filter { !$0.isEmpty }, exitStatus: exitStatus))
      }
    }
    for fault in faults {
      let index = fault.index ?? (0...).first { rows[$0] == nil } ?? rows.count
      var device = rows[index] ?? GPUDevice(index: index)
      device.pciBusID = device.pciBusID ?? fault.busID
      device.fault = fault.says
      rows[index] = device
    }
    return .devices(rows.values.sorted { $0.index < $1.index }, driver: driver)
  }

  /// The name between the quotes of `Field "x" is not a valid field to query.`
  private func unknownField(_ message: String) -> String? {
    guard message.hasPrefix("Field \""), message.contains("not a valid field") else { return nil }
    return message.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().first
      .map(String.init)
  }

  /// Goes by the text first: the status of one problem differs between versions.
  private func problem(messages: [String], exitStatus: Int) -> DriverProblem {
    let text = messages.joined(separator: " ")
    let known: [(String, DriverProblem)] = [
      ("couldn't find libnvidia-ml", .libraryMissing(searched: ["libnvidia-ml.so.1"])),
      ("couldn't communicate with the NVIDIA driver", .driverNotLoaded),
      ("Driver Not Loaded", .driverNotLoaded),
      ("version mismatch", .versionMismatch),
      ("Insufficient Permissions", .noPermission),
      ("No devices were found", .noDevices),
      ("Unknown Error", .unknownError),
    ]
    if let match = known.first(where: { text.contains($0.0) }) { return match.1 }
    if exitStatus == 127 { return .commandMissing }
    guard messages.isEmpty || exitStatus != 0 else {
      return .commandFailed(exitStatus: 0, says: shortened(text))
    }
    switch exitStatus {
    case 4: return .noPermission
    case 6: return .noDevices
    case 9: return .driverNotLoaded
    case 12: return .libraryMissing(searched: ["libnvidia-ml.so.1"])
    case 18: return .versionMismatch
    default: return .commandFailed(exitStatus: exitStatus, says: shortened(text))
    }
  }

  private func shortened(_ text: String) -> String {
    text.count > 200 ? text.prefix(199) + "…" : text
  }

  private func trim(_ line: Substring) -> String {
    line.split(separator: " ").joined(separator: " ")
  }
}

import GPUMetrics
import SessionEngine

/// The processes on a device in their order, below their owners or all alike.
struct GPUProcessTable {
  let rows: [GPUProcessRow]
  /// Whether the processes stand below their owners.
  let isTree: Bool
  /// Why not all is told; nil when all is.
  let note: String?
  /// How many processes there are.
  let count: Int

  init(_ picture: GPUPicture, _ device: GPUDevice, order: GPUProcessOrder, isTree: Bool) {
    let owned = picture.ownership(of: device)
    let processes =
      owned?.processes ?? device.processes.map { OwnedGPUProcess($0, owner: .other) }
    let sorted = order.sorted(processes, by: { order.value(of: $0.process) })
      .map { process in
        GPUProcessRow(
          id: .process(process.process.pid, part: process.process.instance?.words ?? ""),
          share: nil, process: process, isOwned: owned != nil)
      }
    count = sorted.count
    let whose =
      owned == nil && !processes.isEmpty
      ? "Whose they are is told of this machine's live GPUs alone." : nil
    note = owned?.note ?? device.processesNote ?? whose
    self.isTree = isTree && owned != nil
    guard let owned, isTree else {
      rows = sorted
      return
    }
    rows = order.sorted(owned.shares, by: { order.value(of: $0) }).flatMap { share in
      [GPUProcessRow(id: .owner(share.owner), share: share, process: nil, isOwned: true)]
        + sorted.filter { $0.process?.owner == share.owner }
    }
  }
}

extension GPUProcessOrder {
  /// In this order; what has no value is last in either direction, and equals stay as they stood.
  fileprivate func sorted<Element>(
    _ elements: [Element], by value: (Element) -> Double?
  ) -> [Element] {
    elements.map { ($0, value($0)) }.enumerated().sorted { left, right in
      switch (left.element.1, right.element.1) {
      case (let first?, let second?) where first != second:
        isAscending ? first < second : first > second
      case (_?, nil): true
      case (nil, _?): false
      default: left.offset < right.offset
      }
    }.map(\.element.0)
  }

  fileprivate func value(of process: GPUProcess) -> Double? {
    switch key {
    case .memory: process.memoryBytes.map(Double.init)
    case .busy: process.smPercent.map(Double.init)
    case .pid: Double(process.pid)
    }
  }

  fileprivate func value(of share: GPUShare) -> Double? {
    switch key {
    case .memory: share.memoryBytes.map(Double.init)
    case .busy: share.smPercent.map(Double.init)
    case .pid: share.owner.run.map { Double($0.number) }
    }
  }
}

extension GPUInstanceID {
  /// Such as `1/0`: the GPU instance and the compute instance in it.
  var words: String { "\(gpuInstance)" + (computeInstance.map { "/\($0)" } ?? "") }
}

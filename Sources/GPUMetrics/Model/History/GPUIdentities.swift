/// Tells devices apart by their UUID, else by their index, and gives each a place that stays its own.
struct GPUIdentities: Sendable, Hashable {
  /// The place of the device that has an index now.
  private var byIndex: [Int: Int] = [:]
  private var byUUID: [String: Int] = [:]
  private var count = 0

  /// The indices that devices had so far, ascending.
  private(set) var indices: [Int] = []

  func place(of index: Int) -> Int? { byIndex[index] }

  /// The places of the devices of one report by their indices, of which each counts once.
  mutating func places(of devices: [GPUDevice]) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var taken: Set<Int> = []
    for device in devices where found[device.index] == nil {
      let place = place(of: device, taken: taken)
      found[device.index] = place
      taken.insert(place)
      if !indices.contains(device.index) { indices = (indices + [device.index]).sorted() }
    }
    // What has another index now is no longer found by its earlier one.
    byIndex = byIndex.filter { !taken.contains($0.value) }.merging(found) { $1 }
    return found
  }

  /// - Parameter taken: The places of devices before it: two that claim one UUID are two.
  private mutating func place(of device: GPUDevice, taken: Set<Int>) -> Int {
    let here = byIndex[device.index].flatMap { taken.contains($0) ? nil : $0 }
    guard let uuid = device.uuid else { return here ?? next() }
    if let place = byUUID[uuid] {
      if !taken.contains(place) { return place }
      return here.flatMap { byUUID.values.contains($0) ? nil : $0 } ?? next()
    }
    // A device whose UUID was not known so far is the one of that index.
    let place = here.flatMap { byUUID.values.contains($0) ? nil : $0 } ?? next()
    byUUID[uuid] = place
    return place
  }

  private mutating func next() -> Int {
    count += 1
    return count
  }
}

/// Gathers the rows of `nvidia-smi --query-gpu=… -l 1` into rounds.
///
/// Nothing in the stream ends a round. One is whole when every device of the round before has its
/// row, or when an index comes that is not greater than the one before it; the first one when
/// nothing more has come for a moment, which `settle` tells. A row counts only with the end of its
/// line: one that was cut may hold half a number.
struct NvidiaSMIRounds: Sendable {
  private static let keptMessages = 8

  private let query: NvidiaSMIQuery
  private var lines = NvidiaSMILines()
  private var rows: [Int: GPUDevice] = [:]
  private var lastIndex = -1
  /// Devices that cannot be reached and of which nobody knows yet which they are.
  private var unplaced: [NvidiaSMIFault] = []
  /// A line of this round could not be read.
  private var isDamaged = false
  private var isTold = true

  /// How many rounds were whole.
  private(set) var count = 0
  /// The devices of the newest whole round, by index.
  private(set) var devices: [GPUDevice]
  private(set) var driver: String?
  /// The newest lines that are not rows.
  private(set) var messages: [String] = []

  /// - Parameter devices: Those of an earlier stream.
  init(_ query: NvidiaSMIQuery, devices: [GPUDevice] = []) {
    self.query = query
    self.devices = devices
  }

  /// Rows have come that may be the whole of the first round.
  var isUnsettled: Bool { count == 0 && !isTold && lines.isBetweenLines }

  /// - Parameter time: When they came, in seconds since 1970.
  mutating func take(_ bytes: some Collection<UInt8>, at time: Double) {
    for line in lines.take(bytes) {
      guard case .text(let text) = line else {
        isDamaged = true
        continue
      }
      if let row = NvidiaSMIRow(text[...], query, at: time) {
        take(row)
      } else if let fault = NvidiaSMIFault(text[...]) {
        take(fault, at: time)
      } else {
        note(text)
      }
    }
  }

  /// Takes what has come as a whole round.
  mutating func settle() {
    tell(keepsMissing: false)
  }

  /// The stream has ended: what came of the last round counts, and the other devices keep their
  /// last figures as old ones.
  mutating func finish() {
    tell(keepsMissing: true)
  }

  private mutating func take(_ row: NvidiaSMIRow) {
    if rows[row.index] != nil || row.index <= lastIndex { begin() }
    rows[row.index] = row.device
    lastIndex = row.index
    driver = row.driver ?? driver
    messages = []
    isTold = false
    tellWhenWhole()
  }

  private mutating func take(_ fault: NvidiaSMIFault, at time: Double) {
    guard let index = fault.index ?? place(of: fault.busID) else {
      if unplaced.contains(fault) { begin() }
      unplaced.append(fault)
      isTold = false
      return
    }
    if rows[index] != nil { begin() }
    rows[index] = Self.device(index, fault, at: time)
    isTold = false
    tellWhenWhole()
  }

  private func place(of busID: String?) -> Int? {
    guard let busID = busID?.lowercased() else { return nil }
    return devices.first {
      $0.pciBusID.map { $0.lowercased().hasSuffix(busID) } ?? false
    }?.index
  }

  private mutating func note(_ text: String) {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\r" || $0 == "\t" })
      .joined(separator: " ")
    guard !words.isEmpty else { return }
    if NvidiaSMIRow.holdsMoment(text[...]) { isDamaged = true }
    messages.append(words.count > 200 ? words.prefix(199) + "…" : words)
    if messages.count > Self.keptMessages { messages.removeFirst() }
  }

  private mutating func tellWhenWhole() {
    guard count > 0, unplaced.isEmpty, devices.allSatisfy({ rows[$0.index] != nil }) else { return }
    tell(keepsMissing: false)
  }

  /// The next round has begun.
  private mutating func begin() {
    tell(keepsMissing: isDamaged)
    rows = [:]
    unplaced = []
    lastIndex = -1
    isDamaged = false
  }

  private mutating func tell(keepsMissing: Bool) {
    guard !isTold else { return }
    var found = rows
    for fault in unplaced {
      guard let index = (0...1023).first(where: { found[$0] == nil }) else { break }
      found[index] = Self.device(index, fault, at: 0)
    }
    if keepsMissing {
      for var device in devices where found[device.index] == nil {
        device.age()
        found[device.index] = device
      }
    }
    devices = found.values.sorted { $0.index < $1.index }
    count += 1
    isTold = true
  }

  private static func device(_ index: Int, _ fault: NvidiaSMIFault, at time: Double) -> GPUDevice {
    var device = GPUDevice(index: index)
    device.time = time
    device.pciBusID = fault.busID
    device.fault = fault.says
    return device
  }
}

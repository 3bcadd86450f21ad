/// What one line of output says; used anew for every line.
struct LineFigures {
  struct Value {
    /// A number of the series table.
    let series: Int
    let value: Double
  }

  /// What the epoch's number means.
  enum EpochCount {
    /// As the program counts, from 0 or from 1.
    case own
    case fromOne
    /// Epochs done, with a fraction.
    case done
  }

  var values: [Value] = []
  var epoch: Double?
  var epochCount = EpochCount.own
  /// How much of the running epoch is done, 0 to 1.
  var fraction: Double?
  var step: Int?
  var plannedEpochs: Int?
  var stepsPerEpoch: Int?
  var facts: RunFacts? { didSet { hasWords = true } }
  /// What the line is about, as `event=` says.
  var event: String? { didSet { hasWords = true } }
  var bar: BarState? { didSet { hasWords = true } }
  /// False for a line that repeats the last figures, or tells of the machine only.
  var givesPoints = true
  /// It is a test after the epoch, and its figures are the epoch's.
  var isTest = false

  /// Something has been written to it since it was cleared.
  var isUsed = false
  /// So has a fact, an event or a bar, which most lines lack: only then are they looked at.
  private(set) var hasWords = false

  /// Keeps the room for values.
  mutating func clear() {
    guard isUsed else { return }
    isUsed = false
    // One by one costs less than all at once where there are five.
    while !values.isEmpty { values.removeLast() }
    epoch = nil
    epochCount = .own
    fraction = nil
    step = nil
    plannedEpochs = nil
    stepsPerEpoch = nil
    if hasWords {
      facts = nil
      event = nil
      bar = nil
      hasWords = false
    }
    givesPoints = true
    isTest = false
  }
}

/// What earlier lines have said that later ones need.
struct ReadingContext: Sendable, Hashable {
  /// Counted from 1.
  private(set) var epoch: Int?
  private(set) var plannedEpochs: Int?
  private(set) var stepsPerEpoch: Int?
  /// The program has spoken of an epoch 0.
  private(set) var countsFromZero = false
  /// How far the last bar of the epoch had come; nil before its first.
  var barDone: Int?

  init() {}

  /// Keeps what the line says of the training's shape, and answers where its figures stand.
  mutating func place(of figures: LineFigures) -> FigurePlace {
    if let planned = figures.plannedEpochs { plannedEpochs = planned }
    if let steps = figures.stepsPerEpoch { stepsPerEpoch = steps }
    var place = FigurePlace(step: figures.step)
    guard let said = figures.epoch, said >= 0, said <= 1e12 else { return place }
    if figures.epochCount == .done || said != said.rounded() {
      place.epoch = max(1, Int(said.rounded(.up)))
      place.epochsDone = said
      place.isExact = true
    } else {
      if said == 0, figures.epochCount == .own { countsFromZero = true }
      let number = Int(said) + (countsFromZero && figures.epochCount == .own ? 1 : 0)
      place.epoch = number
      place.epochsDone = Double(number)
      if let fraction = figures.fraction {
        place.epochsDone = Double(number - 1) + fraction
        place.isExact = true
      } else if let step = figures.step, let stepsPerEpoch, stepsPerEpoch > 0 {
        place.epochsDone = min(Double(number), Double(step) / Double(stepsPerEpoch))
        place.isExact = true
      }
    }
    epoch = place.epoch
    return place
  }
}

/// Where in the training a line's figures stand.
struct FigurePlace: Sendable, Hashable {
  /// The running epoch's number, counted from 1.
  var epoch: Int?
  /// Epochs done with the fraction of the running one; without a fraction the epoch's number.
  var epochsDone: Double?
  /// Whether `epochsDone` is exact: a fraction was known, or the epoch is at its end.
  var isExact = false
  /// The line is the last word of its epoch.
  var endsEpoch = false
  var step: Int?
}

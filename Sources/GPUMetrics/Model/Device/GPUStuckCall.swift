/// A call into the driver that has not come back.
public struct GPUStuckCall: Sendable, Hashable, Codable {
  /// What was asked for, such as `GPU utilisation`.
  public var figure: String
  /// For how long it has not answered.
  public var seconds: Double

  public init(figure: String, seconds: Double) {
    self.figure = figure
    self.seconds = seconds
  }
}

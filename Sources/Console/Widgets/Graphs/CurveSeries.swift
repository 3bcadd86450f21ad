/// The points of one curve, by growing x.
public struct CurveSeries: Sendable, Hashable {
  public struct Point: Sendable, Hashable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  public var name: String
  public var points: [Point]

  /// Points that are no numbers (a loss that overflowed) are left out.
  public init(name: String, points: [Point]) {
    self.name = name
    self.points = points.filter { $0.x.isFinite && $0.y.isFinite }
  }
}

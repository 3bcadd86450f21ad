/// Two to four environments' runs of one exercise held against each other.
public struct Comparison: Sendable, Hashable {
  /// One environment with its runs: one, or several repeats.
  public struct Side: Sendable, Hashable {
    /// Unique within the comparison and short enough for a legend.
    public let title: String
    public let environment: String
    public let provider: String
    /// In the order they ran.
    public let runs: [RunID]
    /// How many of them ended well.
    public let succeeded: Int
    /// Such as `PyTorch 2.13.0 · CUDA 12.9 · NVIDIA H100`; empty when they said nothing.
    public let about: String

    public init(
      title: String, environment: String, provider: String, runs: [RunID], succeeded: Int,
      about: String
    ) {
      self.title = title
      self.environment = environment
      self.provider = provider
      self.runs = runs
      self.succeeded = succeeded
      self.about = about
    }
  }

  /// What is better of a figure.
  public enum Direction: String, Sendable, Hashable, Codable {
    case higher
    case lower
    /// Neither: it only tells.
    case neither
  }

  /// What can be said of one figure.
  public enum Verdict: Sendable, Hashable {
    /// The side with this index is better beyond the spread of the repeats.
    case better(side: Int)
    /// The spreads overlap: no winner.
    case withinTheNoise
    /// One run each cannot tell how much is chance.
    case notRepeated
    /// A side's repeats of what chance decides are all the same, as with a fixed seed: no winner.
    case repeatsAlike
    /// A side has no such figure, or it has no better and worse.
    case none
  }

  /// One row of the table.
  public struct Figure: Sendable, Hashable {
    /// Such as `images_per_second`.
    public let id: String
    public let title: String
    /// Such as `images/s`, `s`, `bytes`, `%`; empty for a bare number.
    public let unit: String
    public let direction: Direction
    /// One for each side; nil where it is not known.
    public let values: [Spread?]
    /// Each side's median over the first side's; nil where it cannot be had.
    public let ratios: [Double?]
    public let verdict: Verdict
    /// What must be known to read the figure, such as that the epochs differ; nil when nothing.
    public let note: String?

    public init(
      id: String, title: String, unit: String, direction: Direction, values: [Spread?],
      ratios: [Double?], verdict: Verdict, note: String? = nil
    ) {
      self.id = id
      self.title = title
      self.unit = unit
      self.direction = direction
      self.values = values
      self.ratios = ratios
      self.verdict = verdict
      self.note = note
    }
  }

  /// One run's series.
  public struct Curve: Sendable, Hashable {
    public let side: Int
    public let run: RunID
    public let series: String
    /// Thinned to what a screen can show.
    public let points: [MetricPoint]

    public init(side: Int, run: RunID, series: String, points: [MetricPoint]) {
      self.side = side
      self.run = run
      self.series = series
      self.points = points
    }
  }

  /// Something in which the sides' environments are not the same.
  public struct Difference: Sendable, Hashable {
    /// A package's name, or `python`, `CUDA`, `provider`, `options`.
    public let subject: String
    /// One for each side; nil where it is missing.
    public let values: [String?]

    public init(subject: String, values: [String?]) {
      self.subject = subject
      self.values = values
    }
  }

  public let exercise: String
  public let sides: [Side]
  public let figures: [Figure]
  public let curves: [Curve]
  /// Those that matter most first.
  public let differences: [Difference]
  /// How many packages are the same in every side; nil when a side's packages are not known.
  public let sharedPackages: Int?
  /// What can be said in words; each sentence is carried by a figure.
  public let sentences: [String]

  public init(
    exercise: String, sides: [Side], figures: [Figure], curves: [Curve],
    differences: [Difference], sharedPackages: Int? = nil, sentences: [String]
  ) {
    self.exercise = exercise
    self.sides = sides
    self.figures = figures
    self.curves = curves
    self.differences = differences
    self.sharedPackages = sharedPackages
    self.sentences = sentences
  }
}

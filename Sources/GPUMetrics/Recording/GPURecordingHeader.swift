/// The first line of a recording: what the file is, and what machine it was made on.
public struct GPURecordingHeader: Sendable, Hashable, Codable {
  /// What `format` of every recording says.
  public static let formatName = "atelier-gpu-recording"
  /// The newest version that is read and the one that is written.
  public static let newestVersion = 1

  public var format: String
  public var version: Int
  /// When the recording was begun, in seconds since 1970.
  public var recorded: Double
  /// The program that wrote it, with its version.
  public var program: String?
  /// What its figures are: `live` of a GPU, or `simulated` by a program.
  public var origin: String
  public var source: String?
  /// The driver's version on that machine.
  public var driver: String?
  /// The newest CUDA version of that driver.
  public var cuda: String?
  /// The GPUs' names, in their order.
  public var devices: [String]?
  /// What a person should know of it.
  public var note: String?

  public init(of report: GPUReport, recorded: Double, program: String?) {
    format = Self.formatName
    version = Self.newestVersion
    self.recorded = recorded
    self.program = program
    origin = report.origin == .live ? "live" : "simulated"
    source = report.source.rawValue
    driver = report.driver
    cuda = report.cuda
    devices = report.devices.map { $0.name ?? "n/a" }
  }
}

import Foundation

/// One run as a report tells of it, without its series.
public struct ReportedRun: Sendable, Hashable {
  public let id: RunID
  /// The index of its side within the section.
  public let side: Int
  /// A person's words, such as `train in gpu`.
  public let title: String
  /// The name a person gave it; nil when none.
  public let name: String?
  public let environment: String
  public let provider: String
  public let startedAt: Date?
  public let standing: RunStanding
  public let seconds: Double?
  public let cpuSeconds: Double?
  public let peakMemoryBytes: UInt64?
  /// What it used of GPUs; nil when it was on none, or that is not known.
  public let gpu: GPUUse?
  public let commandLine: String
  public let workingDirectory: String
  public let options: RunOptions
  public let log: String?
  public let batch: String?
  public let repetition: Int?

  public init(_ run: ComparedRun, side: Int) {
    id = run.id
    self.side = side
    title = run.title
    name = run.name
    environment = run.environment
    provider = run.provider
    startedAt = run.startedAt
    standing = run.standing
    seconds = run.seconds
    cpuSeconds = run.cpuSeconds
    peakMemoryBytes = run.peakMemoryBytes
    gpu = run.gpu
    commandLine = run.commandLine
    workingDirectory = run.workingDirectory
    options = run.options
    log = run.log
    batch = run.batch
    repetition = run.repetition
  }

  /// What to type into a shell to do the same again; nil when the command is not known.
  public var shellCommand: String? {
    guard !commandLine.isEmpty else { return nil }
    var words = options.variables.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(Self.quoted($0.value))" }
    if let cuda = options.overrideCUDA { words.append("CONDA_OVERRIDE_CUDA=\(Self.quoted(cuda))") }
    let command = (words + [commandLine]).joined(separator: " ")
    return workingDirectory.isEmpty
      ? command : "cd \(Self.quoted(workingDirectory)) && \(command)"
  }

  private static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
            || "_-./:=@%+,".unicodeScalars.contains($0))
      }
    return isPlain ? text : "'" + text.replacing("'", with: #"'\''"#) + "'"
  }
}

/// One finding about the machine.
public struct DoctorCheck: Sendable, Hashable, Codable {
  public enum Status: String, Sendable, Hashable, Codable {
    case ok
    case warn
    case fail
  }

  /// A stable name for scripts: `terminal`, `pixi`, `python`, `gpu`, `disk` or `workspace`,
  /// and where they concern the machine `gpu-driver`, `gpu-versions`, `gpu-container`,
  /// `gpu-permission` and `gpu-cuda`.
  public let id: String
  public let status: Status
  /// One sentence: what was found.
  public let says: String
  /// One sentence: what to do; nil when nothing is to be done.
  public let remedy: String?

  public init(id: String, status: Status, says: String, remedy: String? = nil) {
    self.id = id
    self.status = status
    self.says = says
    self.remedy = remedy
  }

  enum CodingKeys: String, CodingKey {
    case id, status, says, remedy
  }

  /// A missing remedy is written as `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(status, forKey: .status)
    try container.encode(says, forKey: .says)
    try container.encode(remedy, forKey: .remedy)
  }
}

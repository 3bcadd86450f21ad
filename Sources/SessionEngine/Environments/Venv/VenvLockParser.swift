/// Reads the packages of a requirements file with exact versions and hashes.
enum VenvLockParser {
  static func entries(in text: String) -> [VenvLock.Entry] {
    text.replacing("\r\n", with: "\n").replacing("\\\n", with: " ").split(separator: "\n")
      .compactMap { entry(String($0)) }
  }

  private static func entry(_ line: String) -> VenvLock.Entry? {
    guard !line.hasPrefix("#"), !line.hasPrefix("-") else { return nil }
    let hashes = line.matches(of: /--hash=sha256:([0-9a-fA-F]+)/).map { String($0.output.1) }
    guard let words = line.split(separator: "--hash", maxSplits: 1).first else { return nil }
    if let match = words.firstMatch(of: /^\s*([A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*@\s*(\S+)/) {
      return VenvLock.Entry(
        name: String(match.output.1), version: "", location: String(match.output.2),
        hashes: hashes)
    }
    if let match = words.firstMatch(of: /^\s*([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;]+)/) {
      return VenvLock.Entry(
        name: String(match.output.1), version: String(match.output.2), location: nil,
        hashes: hashes)
    }
    return nil
  }
}

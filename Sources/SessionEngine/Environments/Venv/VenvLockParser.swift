/// Reads the packages of a requirements file with exact versions and hashes.
enum VenvLockParser {
  static func entries(in text: String) -> [VenvLock.Entry] {
    lines(text).compactMap(entry)
  }

  /// The same, or nil when a line names a package in a way that is not understood.
  static func entries(ofWhole text: String) -> [VenvLock.Entry]? {
    let lines = lines(text)
    let entries = lines.compactMap(entry)
    return entries.count == lines.count && !entries.isEmpty ? entries : nil
  }

  /// The lines that name packages, their continuations joined.
  private static func lines(_ text: String) -> [String] {
    text.replacing("\r\n", with: "\n").replacing("\\\n", with: " ").split(separator: "\n")
      .map(String.init).filter {
        !$0.hasPrefix("#") && !$0.hasPrefix("-") && $0.contains { !$0.isWhitespace }
      }
  }

  private static func entry(_ line: String) -> VenvLock.Entry? {
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

import Foundation

/// The exact versions of a virtual environment with the hashes of what was downloaded, and what it
/// was solved for: a requirements file that pip and uv read, with facts in its comments.
struct VenvLock: Sendable, Hashable {
  struct Entry: Sendable, Hashable {
    let name: String
    let version: String
    /// Where it comes from when it was asked for by its place; nil for a package of an index.
    let location: String?
    /// SHA-256, in hexadecimal digits; empty when not known.
    let hashes: [String]
  }

  /// Sorted by name.
  let entries: [Entry]
  /// What was asked for.
  let requirements: [String]
  let extraIndex: String?
  /// The Python it was solved for, such as `3.11`.
  let python: String
  /// The machine it was solved for, such as `x86_64`.
  let machine: String

  init(
    entries: [Entry], requirements: [String], extraIndex: String?, python: String, machine: String
  ) {
    self.entries = entries.sorted { $0.name < $1.name }
    self.requirements = requirements
    self.extraIndex = extraIndex
    self.python = Self.minor(of: python)
    self.machine = machine
  }

  /// Nil when the file is not there.
  init?(file: String) {
    guard let data = FileManager.default.contents(atPath: file) else { return nil }
    self.init(text: String(decoding: data, as: UTF8.self))
  }

  init(text: String) {
    var facts: [String: [String]] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("# ") {
      let parts = line.dropFirst(2).split(separator: ": ", maxSplits: 1).map(String.init)
      if parts.count == 2 { facts[parts[0], default: []].append(parts[1]) }
    }
    self.init(
      entries: VenvLockParser.entries(in: text), requirements: facts["requirement"] ?? [],
      extraIndex: facts["extra-index"]?.first, python: facts["python"]?.first ?? "",
      machine: facts["machine"]?.first ?? "")
  }

  var text: String {
    var lines = [
      "# Written by Atelier after solving. An environment that is made anew gets exactly these.",
      "# Remove this file to solve anew.", "# python: \(python)", "# machine: \(machine)",
    ]
    lines += requirements.map { "# requirement: \($0)" }
    if let extraIndex { lines.append("# extra-index: \(extraIndex)") }
    for entry in entries {
      let place =
        entry.location.map { "\(entry.name) @ \($0)" } ?? "\(entry.name)==\(entry.version)"
      lines.append(
        ([place] + entry.hashes.map { "--hash=sha256:\($0)" }).joined(separator: " \\\n    "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whether every package has a hash, so that an install can require them.
  var hasHashes: Bool { !entries.isEmpty && entries.allSatisfy { !$0.hashes.isEmpty } }

  /// Whether it was solved for these requirements, this Python and this machine.
  func serves(_ wish: VenvWish, python: String, machine: String = Self.machine) -> Bool {
    !entries.isEmpty && Set(requirements) == Set(wish.requirements)
      && extraIndex == wish.extraIndex && self.python == Self.minor(of: python)
      && self.machine == machine
  }

  private static func minor(of version: String) -> String {
    version.split(separator: ".").prefix(2).joined(separator: ".")
  }

  /// The machine this program was built for.
  static var machine: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "aarch64"
    #else
      "unknown"
    #endif
  }
}

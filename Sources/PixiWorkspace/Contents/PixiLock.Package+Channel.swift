extension PixiLock.Package {
  /// Hosts that serve conda channels by their plain names.
  private static let channelHosts: Set<String> = [
    "conda.anaconda.org", "repo.anaconda.com", "prefix.dev", "repo.prefix.dev", "fast.prefix.dev",
  ]
  private static let pypiHosts: Set<String> = ["files.pythonhosted.org", "pypi.org"]

  /// Where it comes from: a conda channel such as `conda-forge` or `nvidia/label/cuda-11.8.0`,
  /// `PyPI`, or another index's host; nil for what is built from a folder or a repository.
  ///
  /// A token or a password within the address is left out.
  public var channel: String? {
    guard let (host, path) = Self.parts(of: location) else {
      return kind == .pypi && location.isEmpty ? "PyPI" : nil
    }
    switch kind {
    case .pypi: return Self.pypiHosts.contains(host) ? "PyPI" : host
    case .conda:
      var parts = path.split(separator: "/").map(String.init)
      // The file stands in the folder of its platform: `channel/linux-64/name-1.0-0.conda`.
      guard parts.count >= 3 else { return host.isEmpty ? nil : host }
      parts.removeLast(2)
      if host.isEmpty { return parts.last }
      if parts.count > 2, parts[0] == "t" { parts.removeFirst(2) }
      let name = parts.joined(separator: "/")
      return Self.channelHosts.contains(host) ? name : "\(host)/\(name)"
    }
  }

  /// The host, empty for a file, and the path; nil for what is no address of a package's file.
  private static func parts(of location: String) -> (host: String, path: Substring)? {
    guard let scheme = location.firstRange(of: "://"),
      ["https", "http", "file"].contains(String(location[..<scheme.lowerBound]))
    else { return nil }
    let rest = location[scheme.upperBound...].prefix { $0 != "#" && $0 != "?" }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = rest[..<slash]
    let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] }
    return (String(host ?? authority), rest[slash...])
  }

  /// The name as PyPI compares names (PEP 503): lower case, with single hyphens.
  var normalisedName: String {
    // Nearly all names are written so: thousands of them are looked at.
    var last = UInt8(ascii: "-")
    for byte in name.utf8 {
      let isWord =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      guard isWord || (byte == UInt8(ascii: "-") && last != byte) else {
        return PixiPrefixInventory.normalised(name)
      }
      last = byte
    }
    return last == UInt8(ascii: "-") ? PixiPrefixInventory.normalised(name) : name
  }
}

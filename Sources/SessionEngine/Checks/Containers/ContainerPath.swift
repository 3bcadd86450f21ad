/// Absolute paths inside an image.
enum ContainerPath {
  /// Without `.`, `..` and doubled slashes. A path that begins with an unknown variable stays.
  static func resolved(_ path: String, in directory: String) -> String {
    if path.hasPrefix("${") { return path.hasSuffix("/") ? String(path.dropLast()) : path }
    var text = path
    if text == "~" || text.hasPrefix("~/") { text = "/root" + text.dropFirst() }
    if !text.hasPrefix("/") { text = directory + "/" + text }
    let isUnknown = text.hasPrefix("${")
    var parts: [Substring] = []
    for part in text.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return (isUnknown ? "" : "/") + parts.joined(separator: "/")
  }

  static func joined(_ directory: String, _ rest: String) -> String {
    rest.isEmpty ? directory : (directory == "/" ? "" : directory) + "/" + rest
  }

  /// What of the path stands below the folder; empty for the folder itself, nil when elsewhere.
  static func part(of path: String, below folder: String) -> String? {
    if path == folder { return "" }
    let start = folder == "/" ? "/" : folder + "/"
    return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : nil
  }

  static func lastName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }

  static func parent(_ path: String) -> String {
    let parts = path.split(separator: "/").dropLast()
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}

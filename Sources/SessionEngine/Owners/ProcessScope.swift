/// The container or the job of a scheduler that a process is in, as its control groups tell.
///
/// Paths as Docker, Podman, containerd, CRI-O (`/docker/ID`, `docker-ID.scope`, `libpod-ID.scope`,
/// `cri-containerd-ID.scope`, `crio-ID.scope`) and Slurm (`job_N/step_M`) make them, in version 1
/// and 2 of control groups; `cgroups(7)`.
public struct ProcessScope: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case docker = "Docker"
    case podman = "Podman"
    case containerd
    case crio = "CRI-O"
    /// A container of a pod whose runtime does not give its name.
    case kubernetes = "Kubernetes"
    case slurm = "Slurm"
  }

  public let kind: Kind
  /// A container's identity of 64 hexadecimal digits, or a job's number with its step: `123/0`.
  public let name: String

  init(kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }

  /// - Parameter cgroups: The text of `/proc/PID/cgroup`; nil for what names no container and no
  ///   job.
  init?(cgroups: String) {
    let scopes = cgroups.split(separator: "\n").compactMap { line -> ProcessScope? in
      // hierarchy:controllers:path, and a path may have colons.
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      return parts.count == 3 ? ProcessScope(path: parts[2].split(separator: "/")) : nil
    }
    guard let first = scopes.first else { return nil }
    // Some controllers of version 1 leave a step in its job's group: the narrowest tells.
    self = scopes.max { $0.name.utf8.count < $1.name.utf8.count } ?? first
  }

  private init?(path: [Substring]) {
    // The innermost container counts: one may run another.
    for (index, part) in path.enumerated().reversed() {
      if let scope = Self.container(part, after: path[..<index]) {
        self = scope
        return
      }
    }
    guard let job = Self.number(after: "job_", in: path) else { return nil }
    let step = Self.number(after: "step_", in: path)
    self.init(kind: .slurm, name: job + (step.map { "/\($0)" } ?? ""))
  }

  private static let prefixes: [(String, Kind)] = [
    ("docker-", .docker), ("libpod-", .podman), ("cri-containerd-", .containerd),
    ("crio-", .crio),
  ]

  private static func container(
    _ part: Substring, after path: ArraySlice<Substring>
  ) -> ProcessScope? {
    let name = part.hasSuffix(".scope") ? part.dropLast(6) : part
    for (prefix, kind) in prefixes where name.hasPrefix(prefix) {
      let identity = name.dropFirst(prefix.count)
      return isIdentity(identity) ? ProcessScope(kind: kind, name: String(identity)) : nil
    }
    guard isIdentity(name), let parent = path.last else { return nil }
    if parent == "docker" { return ProcessScope(kind: .docker, name: String(name)) }
    if parent == "libpod_parent" { return ProcessScope(kind: .podman, name: String(name)) }
    if path.contains(where: { $0.hasPrefix("kubepods") }) {
      return ProcessScope(kind: .kubernetes, name: String(name))
    }
    return nil
  }

  private static func isIdentity(_ text: Substring) -> Bool {
    text.utf8.count == 64
      && text.allSatisfy { ("0"..."9").contains($0) || ("a"..."f").contains($0) }
  }

  private static func number(after prefix: String, in path: [Substring]) -> String? {
    path.last { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
  }

  /// Such as `Docker container 3f2a9c81b07d` or `Slurm job 123/0`.
  public var words: String {
    kind == .slurm ? "Slurm job \(name)" : "\(kind.rawValue) container \(name.prefix(12))"
  }
}

import CPosix
import Glibc

/// Starts the supervisor that every run has: a second process of Atelier's own executable that
/// stands above the run and ends everything below it, also when the console is killed.
public struct SupervisorLauncher: Sendable, Hashable {
  /// An executable whose `main` calls `atelier_supervise` when its first argument says so.
  public var executablePath: String

  public init(executablePath: String) {
    self.executablePath = executablePath
  }

  /// The running executable, also after its file has been replaced.
  public static let currentExecutable = SupervisorLauncher(executablePath: "/proc/self/exe")

  /// A captured command under a guard, which ends it and all it has started when this process is
  /// gone, however it went: the executable and its arguments.
  public func guarded(
    _ executable: String, _ arguments: [String]
  ) -> (executable: String, arguments: [String]) {
    (executablePath, [ATELIER_GUARD_ARGUMENT, String(getpid()), executable] + arguments)
  }

  /// - Throws: ``PseudoTerminalError/supervisorUnavailable(path:reason:)``.
  func launch(
    _ specification: ProcessSpecification, replicaPath: String
  ) throws(PseudoTerminalError) -> SupervisorProcess {
    let environment = try environmentFile(specification.environment)
    let words =
      [executablePath, ATELIER_SUPERVISE_ARGUMENT, replicaPath, specification.workingDirectory]
      + [specification.executable] + specification.arguments
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var result = atelier_supervisor()
    let error = atelier_spawn_supervisor(
      executablePath, &arguments, environment.rawValue, &result)
    guard error == 0 else { throw unavailable(error) }
    return SupervisorProcess(
      processIdentifier: result.pid, control: FileDescriptor(result.control),
      status: FileDescriptor(result.status))
  }

  /// The variables go by a file in memory: in arguments others could read them, and as the
  /// supervisor's own environment a library path meant for the run would change the supervisor.
  private func environmentFile(
    _ environment: [String: String]
  ) throws(PseudoTerminalError) -> FileDescriptor {
    var bytes: [UInt8] = []
    for (name, value) in environment where !name.isEmpty && !name.contains("=") {
      bytes.append(contentsOf: "\(name)=\(value)".utf8.filter { $0 != 0 })
      bytes.append(0)
    }
    let descriptor = bytes.withUnsafeBytes { atelier_memory_file($0.baseAddress, $0.count) }
    guard descriptor >= 0 else { throw unavailable(errno) }
    return FileDescriptor(descriptor)
  }

  private func unavailable(_ error: Int32) -> PseudoTerminalError {
    .supervisorUnavailable(path: executablePath, reason: String(cString: strerror(error)))
  }
}

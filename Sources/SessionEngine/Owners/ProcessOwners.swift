/// Whose each process is that was asked for, after one round.
struct ProcessOwners: Sendable, Hashable {
  struct Finding: Sendable, Hashable {
    let owner: GPUOwner
    let scope: ProcessScope?
  }

  var findings: [Int32: Finding] = [:]

  subscript(process: Int32) -> Finding {
    findings[process] ?? Finding(owner: .hidden, scope: nil)
  }
}

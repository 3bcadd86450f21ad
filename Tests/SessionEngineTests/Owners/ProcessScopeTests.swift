import Testing

@testable import SessionEngine

@Suite struct ProcessScopeTests {
  static let digits = String(repeating: "0123456789abcdef", count: 4)

  static let cases: [(String, ProcessScope.Kind, String)] = [
    ("0::/system.slice/docker-\(digits).scope", .docker, digits),
    ("12:devices:/docker/\(digits)\n1:name=systemd:/docker/\(digits)", .docker, digits),
    (
      "0::/user.slice/user@1000.service/user.slice/libpod-\(digits).scope/container", .podman,
      digits
    ),
    ("5:cpu:/libpod_parent/libpod-\(digits)", .podman, digits),
    (
      "0::/kubepods.slice/kubepods-pod1.slice/cri-containerd-\(digits).scope", .containerd, digits
    ),
    ("0::/kubepods.slice/kubepods-pod1.slice/crio-\(digits).scope", .crio, digits),
    ("4:memory:/kubepods/besteffort/pod77/\(digits)", .kubernetes, digits),
    (
      "0::/system.slice/slurmstepd.scope/job_4711/step_0/user/task_0", .slurm, "4711/0"
    ),
    (
      "9:memory:/slurm/uid_1000/job_12\n8:freezer:/slurm/uid_1000/job_12/step_batch", .slurm,
      "12/batch"
    ),
  ]

  @Test(arguments: cases)
  func containersAndJobsAreRead(text: String, kind: ProcessScope.Kind, name: String) {
    #expect(ProcessScope(cgroups: text) == ProcessScope(kind: kind, name: name))
  }

  @Test(arguments: [
    "", "0::/", "0::/user.slice/user-1000.slice/session-2.scope", "garbage",
    "0::/system.slice/docker.service", "0::/docker/short", "0::/system.slice/docker-xyz.scope",
  ])
  func nothingElseIsOne(text: String) {
    #expect(ProcessScope(cgroups: text) == nil)
  }

  @Test func aMarkNeedsBothOfItsVariables() {
    let mark = RunMark(run: RunID(12), session: "s-1")
    #expect(RunMark(variables: "A=1\0ATELIER_RUN=12\0B=\0ATELIER_SESSION=s-1\0") == mark)
    #expect(RunMark(variables: "ATELIER_RUN=12\0") == nil)
    #expect(RunMark(variables: "ATELIER_RUN=x\0ATELIER_SESSION=s\0") == nil)
    #expect(RunMark(variables: "MY_ATELIER_RUN=1\0ATELIER_SESSION=s\0") == nil)
  }
}

import Foundation
import SessionEngine
import Testing
import WorkshopModel

@Suite struct ContainerJudgementTests {
  private static let all = ContainerRequirement.Condition.allCases

  private func unmet(
    _ text: String, path: String = "Dockerfile", environment: String? = "gpu",
    ignore: String? = ".pixi", texts: [String: String] = [:]
  ) -> [ContainerRequirement.Condition] {
    let requirement = ContainerRequirement(
      path: path, conditions: Self.all, environment: environment)
    let file = ContainerFile(text: text, path: path)
    return ContainerJudgement.unmet(requirement, in: file, ignoreFile: ignore, texts: texts)
      .map(\.condition)
  }

  private static func fixtures() throws -> [ManifestFixture] {
    try ManifestFixture.all().filter { $0.exercise == "exercise-5" }
  }

  /// The right files meet every condition, whichever way they are written.
  @Test(arguments: try fixtures().filter { $0.findings.isEmpty })
  func rightFilesMeetEverything(fixture: ManifestFixture) throws {
    let texts = try fixture.subject().texts
    let path = try #require(texts.keys.first { $0.hasSuffix("file") || $0.hasSuffix(".def") })
    let isForCPU = fixture.name.contains("cpu")
    let requirement = ContainerRequirement(
      path: path, conditions: isForCPU ? Self.all.filter { $0 != .overridesCUDA } : Self.all,
      environment: isForCPU ? "cpu" : "gpu")
    let file = ContainerFile(text: texts[path] ?? "", path: path)
    let unmet = ContainerJudgement.unmet(
      requirement, in: file, ignoreFile: texts[".dockerignore"], texts: texts)
    #expect(unmet == [])
  }

  @Test(arguments: try fixtures().filter { !$0.findings.isEmpty })
  func wrongFilesFailTheirCondition(fixture: ManifestFixture) throws {
    let conditions: [String: ContainerRequirement.Condition] = [
      "override-missing": .overridesCUDA, "lock-not-copied": .copiesManifestAndLock,
      "install-not-locked": .installsByLock, "prefix-moved": .keepsPrefix,
    ]
    let texts = try fixture.subject().texts
    let found = try #require(fixture.findings.first)
    let requirement = ContainerRequirement(
      path: found.file, conditions: Self.all, environment: "gpu")
    let file = ContainerFile(text: texts[found.file] ?? "", path: found.file)
    let unmet = ContainerJudgement.unmet(
      requirement, in: file, ignoreFile: texts[".dockerignore"], texts: texts)
    #expect(unmet.map(\.condition) == [conditions[found.way]].compactMap { $0 })
    if !unmet.isEmpty { #expect(unmet.map(\.line) == [found.line]) }
  }

  @Test(arguments: ["", "\n", "# nothing\n", "RUN\n", "FROM\n", "<<EOF\n", "%post\n", "\u{FEFF}"])
  func anEmptyFileMeetsNothing(text: String) {
    #expect(unmet(text) == Self.all)
    #expect(unmet(text, path: "apptainer.def") == Self.all)
  }

  private static let start = """
    FROM ghcr.io/prefix-dev/pixi:0.49.0
    WORKDIR /app
    ENV CONDA_OVERRIDE_CUDA=12
    COPY pixi.toml pixi.lock ./
    RUN pixi install --locked -e gpu
    RUN pixi shell-hook -e gpu > /app/hook.sh

    """

  @Test(arguments: [
    ("CMD [\"python\", \"probe.py\"]", false),
    ("CMD python probe.py", false),
    ("", false),
    ("CMD [\"pixi\", \"run\", \"-e\", \"gpu\", \"python\"]", true),
    ("CMD [\"pixi\", \"run\", \"-e\", \"cpu\", \"python\"]", false),
    ("CMD . /app/hook.sh && python probe.py", true),
    ("CMD [\"bash\", \"-c\", \". hook.sh; exec python\"]", true),
    ("ENV BASH_ENV=/app/hook.sh\nCMD [\"bash\", \"-c\", \"python\"]", true),
    ("RUN echo 'source /app/hook.sh' >> ~/.bashrc\nCMD [\"bash\"]", true),
    ("ENV PATH=/app/.pixi/envs/gpu/bin:$PATH\nCMD [\"python\"]", false),
    (
      "ENV CONDA_PREFIX=/app/.pixi/envs/gpu PATH=/app/.pixi/envs/gpu/bin:$PATH\n"
        + "CMD [\"python\"]", true
    ),
    ("COPY start.sh /usr/bin/\nENTRYPOINT [\"/usr/bin/start.sh\"]", true),
    ("COPY other.sh /usr/bin/\nENTRYPOINT [\"/usr/bin/other.sh\"]", false),
  ])
  func whatIsStartedRunsInsideTheEnvironment(end: String, isActivated: Bool) {
    let texts = [
      "start.sh": "#!/bin/bash\n. /app/hook.sh\nexec \"$@\"\n", "other.sh": "exec \"$@\"",
    ]
    #expect(unmet(Self.start + end, texts: texts) == (isActivated ? [] : [.activates]))
  }

  @Test func anotherEnvironmentIsNotTheOneThatIsMeant() {
    #expect(unmet(Self.start + "CMD pixi run -e gpu python", environment: "jax").count == 4)
    #expect(unmet(Self.start + "CMD pixi run -e gpu python", environment: nil).isEmpty)
  }

  @Test func aMissingStepSaysWhatToWrite() {
    let requirement = ContainerRequirement(
      path: "apptainer.def", conditions: Self.all, environment: "gpu")
    let file = ContainerFile(
      text: "Bootstrap: docker\nFrom: debian\n%post\n  true\n", path: "apptainer.def")
    let unmet = ContainerJudgement.unmet(requirement, in: file, ignoreFile: nil)
    #expect(unmet.map(\.condition) == Self.all)
    #expect(unmet[1].remedy == "Write `pixi install --locked -e gpu` in %post.")
    #expect(unmet.allSatisfy { !$0.why.isEmpty && !$0.remedy.isEmpty })
  }
}

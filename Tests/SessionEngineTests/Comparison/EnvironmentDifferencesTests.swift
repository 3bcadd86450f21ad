import SessionEngine
import Testing

@Suite struct EnvironmentDifferencesTests {
  private func package(
    _ name: String, _ version: String, _ build: String? = "h1_0", kind: String = "conda"
  ) -> StoredPackage {
    StoredPackage(name: name, version: version, build: build, kind: kind)
  }

  private func compare(_ first: ComparedRun, _ second: ComparedRun) throws -> Comparison {
    try ComparisonBuilder().comparison([ComparedSide(runs: [first]), ComparedSide(runs: [second])])
  }

  @Test func whatDecidesMostComesFirst() throws {
    let comparison = try compare(
      Trainings.run(
        1, "gpu",
        packages: [
          package("zlib", "1.3"), package("numpy", "2.3.1"), package("cudnn", "9.10"),
          package("python", "3.12.11"), package("pytorch", "2.7.1", "cuda129_py312"),
          package("tzdata", "2025b"),
        ], facts: ["cuda": "12.9"]),
      Trainings.run(
        2, "jax-cuda118",
        packages: [
          package("zlib", "1.2"), package("numpy", "1.26.4"), package("cudnn", "8.9"),
          package("python", "3.12.3"), package("jaxlib", "0.4.23", "cuda118py312"),
          package("tzdata", "2025b"),
        ], facts: ["cuda": "11080", "framework": "jax", "version": "0.4.26"]))
    #expect(
      comparison.differences.map(\.subject) == [
        "python", "framework", "CUDA", "cuDNN", "command", "pytorch", "jaxlib", "cudnn", "numpy",
        "zlib",
      ])
    let values = Dictionary(
      uniqueKeysWithValues: comparison.differences.map { ($0.subject, $0.values) })
    #expect(values["CUDA"] == ["12.9", "11.8"])
    #expect(values["framework"] == ["PyTorch 2.13.0", "JAX 0.4.26"])
    #expect(values["pytorch"] == ["2.7.1", nil])
    #expect(comparison.sharedPackages == 1)
  }

  @Test func theBuildTellsWhereTheVersionIsTheSame() throws {
    let comparison = try compare(
      Trainings.run(1, packages: [package("pytorch", "2.7.1", "cuda129_py312")]),
      Trainings.run(2, "cpu", packages: [package("torch", "2.7.1", nil, kind: "pypi")]))
    #expect(
      comparison.differences.first { $0.subject == "pytorch" }?.values
        == ["2.7.1 cuda129_py312", "2.7.1 from PyPI"])
  }

  @Test func unknownPackagesAreNotCalledDifferent() throws {
    let comparison = try compare(
      Trainings.run(1, packages: [package("numpy", "2")]), Trainings.run(2, "cpu"))
    #expect(!comparison.differences.contains { $0.subject == "numpy" })
    #expect(comparison.sharedPackages == nil)
  }

  @Test func variablesAndSwitchesAreSaid() throws {
    var first = Trainings.run(1)
    first.options.variables = ["OMP_NUM_THREADS": "4", "SEED": "1"]
    first.options.overrideCUDA = "12.9"
    var second = Trainings.run(2)
    second.options.variables = ["SEED": "1"]
    let subjects = try compare(first, second).differences.map(\.subject)
    #expect(subjects == ["CONDA_OVERRIDE_CUDA", "OMP_NUM_THREADS"])
  }
}

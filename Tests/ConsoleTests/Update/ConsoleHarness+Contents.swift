import Console
import PixiWorkspace
import SessionEngine

extension ConsoleHarness {
  /// Three environments of many packages: one for the CPU on two platforms, two for CUDA.
  func contents(source: ExerciseContents.Source = .lock) -> ExerciseContents {
    ExerciseContents(
      exercise: "exercise-2", source: source,
      environments: [
        environment("cpu", ["linux-64", "osx-arm64"], "cpu_mkl_0", cuda: nil),
        environment("plot", ["linux-64"], nil, cuda: nil),
        environment("gpu", ["linux-64"], "cuda129_mkl_0", cuda: "12.9"),
      ])
  }

  private func environment(
    _ name: String, _ platforms: [String], _ build: String?, cuda: String?
  ) -> ExerciseContents.Environment {
    var packages = (10..<90).map {
      package("library-\($0)", "1.0", "h0_\(name)", UInt64($0) * 1000)
    }
    packages.append(package("python", "3.12.3", "h0_0", 30_000_000))
    if let build { packages.append(package("pytorch", "2.7.1", build, 900_000_000)) }
    if let cuda { packages.append(package("cuda-version", cuda, "h1_0", nil)) }
    return .init(
      name: name, file: "/nowhere/pixi.lock",
      platforms: platforms.map {
        EnvironmentContents(
          environment: name, platform: $0, subdirectory: $0, packages: packages)
      })
  }

  private func package(
    _ name: String, _ version: String, _ build: String, _ size: UInt64?
  ) -> PixiLock.Package {
    PixiLock.Package(
      kind: .conda, name: name, version: version, build: build,
      location: "https://conda.anaconda.org/conda-forge/noarch/\(name)-\(version)-\(build).conda",
      sha256: nil, sizeBytes: size)
  }
}

import Foundation
import SessionEngine

/// Reports that the writers' tests share.
enum ExportFixture {
  /// Five repeats each, one of them failed, with names that no format may take for its own.
  static func duel() throws -> RunReport {
    var gpu = Trainings.side("gpu", first: 1, speeds: [2400, 2450, 2520, 2550, 2600])
    var cpu = Trainings.side("cpu", first: 6, speeds: [980, 1010, 1000, 995, 1004], device: "cpu")
    let repeats = [1.02, 0.99, 1, 1.015, 0.985]
    for index in 0..<5 {
      gpu.runs[index].series["loss"] = wobble(gpu.runs[index], by: repeats[index])
      cpu.runs[index].series["loss"] = wobble(cpu.runs[index], by: repeats[4 - index] * 1.04)
      gpu.runs[index].facts.merge(
        ["cuda": "12.9", "device_name": "NVIDIA H100 80GB HBM3"]) { $1 }
      cpu.runs[index].facts["device_name"] = "Processor <of> \"the\" tests"
      gpu.runs[index].packages = packages("2.7.1", "cuda129_mkl_py312h1_300", numpy: "2.3.1")
      cpu.runs[index].packages = packages("2.7.1", "cpu_mkl_py312h2_100", numpy: "1.26.4")
    }
    var failed = Trainings.run(11, "gpu", epochs: 2, batch: "1", standing: .failed("exit status 1"))
    failed.name = "a|b <script>alert(1)</script>"
    failed.packages = gpu.runs[0].packages
    gpu.runs.append(failed)
    return try RunReport.comparison([gpu, cpu])
  }

  private static func wobble(_ run: ComparedRun, by factor: Double) -> [MetricPoint]? {
    run.series["loss"]?.map { point in
      var point = point
      point.value *= factor
      return point
    }
  }

  private static func packages(_ torch: String, _ build: String, numpy: String) -> [StoredPackage] {
    [
      StoredPackage(name: "pytorch", version: torch, build: build, kind: "conda"),
      StoredPackage(name: "numpy", version: numpy, build: "py312h1_0", kind: "conda"),
      StoredPackage(name: "zlib", version: "1.3.1", build: "h1_2", kind: "conda"),
    ]
  }
}

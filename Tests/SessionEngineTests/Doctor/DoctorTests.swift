import Foundation
import GPUMetrics
import PixiWorkspace
import SessionEngine
import TerminalCore
import TestSupport
import Testing

@Suite struct DoctorTests {
  private let directory: TemporaryDirectory
  private let good = TerminalFacts(
    isTerminal: true, type: "xterm-256color", size: Size(columns: 120, rows: 40), colors: 256,
    locale: "C.UTF-8")

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func examine(
    terminal: TerminalFacts? = nil, gpu: GPUReport = .unknown, workspace: String? = nil,
    environment: [String: String] = ["PATH": "/nowhere"], freeBytes: UInt64? = 50_000_000_000
  ) async -> [String: DoctorCheck] {
    let report = await Doctor(
      terminal: terminal ?? good, gpu: gpu, workspace: workspace ?? directory.path + "w",
      environment: environment, home: directory.path, freeBytes: { _ in freeBytes }
    ).examine()
    #expect(
      report.checks.map(\.id).filter { !$0.hasPrefix("gpu-") }
        == ["terminal", "pixi", "python", "gpu", "disk", "workspace"])
    for check in report.checks { #expect((check.remedy == nil) == (check.status == .ok)) }
    return Dictionary(uniqueKeysWithValues: report.checks.map { ($0.id, $0) })
  }

  private func terminal(
    isTerminal: Bool = true, type: String? = "xterm", size: Size = Size(columns: 80, rows: 24),
    locale: String? = "en_GB.utf8"
  ) -> TerminalFacts {
    TerminalFacts(isTerminal: isTerminal, type: type, size: size, colors: 8, locale: locale)
  }

  @Test func judgesTheTerminal() async {
    let checks = await [
      examine(terminal: terminal()), examine(terminal: terminal(type: "dumb")),
      examine(terminal: terminal(type: nil)), examine(terminal: terminal(locale: "C")),
      examine(terminal: terminal(locale: nil)), examine(terminal: terminal(isTerminal: false)),
      examine(terminal: terminal(size: Size(columns: 79, rows: 24))),
    ]
    #expect(
      checks.map { $0["terminal"]?.status } == [.ok, .fail, .fail, .warn, .warn, .warn, .warn])
    #expect(checks[0]["terminal"]?.says == "xterm, 80×24, 8 colours, UTF-8.")
  }

  @Test func withoutPixiSaysHowToGetIt() async throws {
    let check = try #require(await examine()["pixi"])
    #expect(check.status == .warn)
    #expect(check.says.contains("Environments are made with venv"))
    #expect(check.remedy?.contains("curl -fsSL https://pixi.sh/install.sh | sh") == true)
  }

  @Test(arguments: [("0.42.0", DoctorCheck.Status.warn), ("0.77.0", .ok)])
  func judgesPixisVersion(version: String, status: DoctorCheck.Status) async throws {
    let double = try PixiDouble(in: directory, version: version)
    let check = await examine(environment: ["PATH": double.folder + ":/usr/bin:/bin"])["pixi"]
    #expect(check?.status == status)
    #expect(check?.says.contains(version) == true)
  }

  @Test func missingPythonFailsOnlyWhereNothingElseMakesEnvironments() async throws {
    let alone = await examine()["python"]
    #expect(alone?.status == .fail)
    #expect(alone?.remedy?.contains("apt install python3 python3-venv") == true)
    let double = try PixiDouble(in: directory)
    let besidePixi = await examine(
      environment: ["ATELIER_PIXI": double.executable, "PATH": "/nowhere"])["python"]
    #expect(besidePixi?.status == .warn)
  }

  @Test func tellsTheGPUOrWhyThereIsNone() async {
    var device = GPUDevice(index: 0)
    device.name = "NVIDIA H100"
    let found = await examine(
      gpu: GPUReport(source: .nvml, driver: "580.82", cuda: "13.0", devices: [device]))["gpu"]
    #expect(found?.status == .ok)
    #expect(found?.says == "NVIDIA H100; driver 580.82, CUDA up to 13.0.")
    let none = await examine(gpu: GPUReport(source: .none, reason: "No driver is loaded."))["gpu"]
    #expect(none?.status == .warn)
    #expect(none?.says == "No driver is loaded.")
    device.fault = "The GPU has fallen off the bus."
    let ill = await examine(gpu: GPUReport(source: .nvml, devices: [device]))["gpu"]
    #expect(ill?.status == .warn)
    #expect(ill?.says.contains("fallen off the bus") == true)
  }

  @Test(
    arguments: [
      (999_000_000, DoctorCheck.Status.fail), (1_000_000_000, .warn), (9_990_000_000, .warn),
      (10_000_000_000, .ok), (nil, .warn),
    ] as [(UInt64?, DoctorCheck.Status)])
  func judgesTheDisk(bytes: UInt64?, status: DoctorCheck.Status) async {
    #expect(await examine(freeBytes: bytes)["disk"]?.status == status)
  }

  @Test func asksTheRealDisk() {
    #expect(DiskSpace().freeBytes(at: directory.path + "not/there/yet") ?? 0 > 0)
  }

  @Test func judgesTheWorkspace() async throws {
    let file = try directory.write("", to: "file").path
    let statuses = await [
      examine(workspace: directory.path), examine(workspace: directory.path + "new/folder"),
      examine(workspace: file), examine(workspace: file + "/below"),
    ].map { $0["workspace"]?.status }
    #expect(statuses == [.ok, .ok, .fail, .fail])
  }
}

import PixiWorkspace
import Testing

@Suite struct PixiVersionTests {
  @Test(arguments: [
    ("pixi 0.77.0\n", PixiVersion(0, 77, 0)),
    ("pixi 0.70.1", PixiVersion(0, 70, 1)),
    ("0.49", PixiVersion(0, 49, 0)),
    ("pixi 1.0.0-rc1", PixiVersion(1, 0, 0)),
    ("v0.43.2", PixiVersion(0, 43, 2)),
  ])
  func reads(text: String, version: PixiVersion) {
    #expect(PixiVersion(parsing: text) == version)
  }

  @Test(arguments: [
    "", "pixi", "command not found: pixi", "pixi x.y.z", "pixi 7", "echo (GNU coreutils) 9.1",
  ])
  func refuses(text: String) {
    #expect(PixiVersion(parsing: text) == nil)
  }

  @Test func comparesNumbersAndNotTexts() {
    #expect(PixiVersion(0, 9, 0) < PixiVersion(0, 10, 0))
    #expect(PixiVersion(0, 70, 0) < PixiVersion(0, 70, 1))
    #expect(PixiVersion(0, 99, 9) < PixiVersion(1, 0, 0))
  }

  @Test(arguments: [
    (PixiVersion(0, 42, 9), PixiGate.workspaceTable, false),
    (PixiVersion(0, 43, 0), .workspaceTable, true),
    (PixiVersion(0, 70, 0), .exclusiveInstall, false),
    (PixiVersion(0, 70, 1), .exclusiveInstall, true),
    (PixiVersion(0, 70, 2), .richPlatforms, false),
    (PixiVersion(0, 71, 0), .richPlatforms, true),
    (PixiVersion(0, 67, 2), .lockFormat7, false),
    (PixiVersion(0, 68, 0), .lockFormat7, true),
  ])
  func passesGatesFromTheirRelease(version: PixiVersion, gate: PixiGate, passes: Bool) {
    #expect(version.passes(gate) == passes)
  }
}

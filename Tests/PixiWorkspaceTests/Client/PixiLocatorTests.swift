import Foundation
import PixiWorkspace
import TestSupport
import Testing

@Suite struct PixiLocatorTests {
  private func executable(_ path: String, in directory: TemporaryDirectory) throws -> String {
    let file = try directory.write("#!/bin/sh\n", to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return file.path
  }

  @Test func theVariableWinsOverPathAndHome() throws {
    let directory = try TemporaryDirectory()
    let chosen = try executable("chosen/my-pixi", in: directory)
    let onPath = try executable("bin/pixi", in: directory)
    let personal = try executable("home/.pixi/bin/pixi", in: directory)
    let home = directory.url.appending(path: "home").path
    let path = directory.url.appending(path: "bin").path

    func find(_ environment: [String: String]) -> String? {
      PixiLocator(environment: environment, home: home).find()
    }
    #expect(find(["ATELIER_PIXI": chosen, "PATH": path]) == chosen)
    #expect(find(["PATH": "relative:/nowhere:" + path]) == onPath)
    #expect(find(["PATH": "/nowhere"]) == personal)
    #expect(find(["ATELIER_PIXI": "/nowhere/pixi", "PATH": path]) == nil)
  }

  @Test func aFolderOrAPlainFileIsNotPixi() throws {
    let directory = try TemporaryDirectory()
    try directory.write("text", to: "bin/pixi")
    try directory.write("", to: "home/.pixi/bin/pixi/file")
    let locator = PixiLocator(
      environment: ["PATH": directory.url.appending(path: "bin").path],
      home: directory.url.appending(path: "home").path)
    #expect(locator.find() == nil)
  }
}

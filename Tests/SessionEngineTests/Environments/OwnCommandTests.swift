import Foundation
import TestSupport
import Testing

@testable import SessionEngine

/// The command that pages show must be found in a shell, and mean the workspace in front.
@Suite struct OwnCommandTests {
  @Test func theProgramsFolderComesLastWhereTheCommandIsNotFound() {
    let own = OwnCommand(folder: "/opt/a", variables: ["ATELIER_WORKSPACE": "/ws"])
    let inside = own.reachable(in: ["PATH": "/nowhere", "ATELIER_WORKSPACE": "/old", "A": "b"])
    #expect(
      inside == ["PATH": "/nowhere:/opt/a", "ATELIER_WORKSPACE": "/ws", "A": "b"])
    // Without a PATH the shell has one of its own, which is better than this folder alone.
    #expect(own.reachable(in: [:]) == ["ATELIER_WORKSPACE": "/ws"])
  }

  @Test func aCommandThatIsFoundStaysTheOne() throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write("#!/bin/sh\n", to: "bin/atelier")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: file.path(percentEncoded: false))
    let path = directory.path + "/bin"
    let own = OwnCommand(folder: "/opt/a", variables: [:])
    #expect(own.reachable(in: ["PATH": path]) == ["PATH": path])
    #expect(OwnCommand(folder: nil, variables: [:]).reachable(in: ["PATH": "/x"]) == ["PATH": "/x"])
  }
}

import Console
import Foundation
import PixiWorkspace
import SessionEngine
import TerminalCore
import TestSupport
import Testing

@testable import AtelierApp

@Suite struct PictureRendererTests {
  private let directory: TemporaryDirectory
  private let file: String

  init() throws {
    directory = try TemporaryDirectory("pictures")
    file = try directory.write("a picture", to: "fit.png").path
  }

  private func request(
    colors: ColorDepth = .twoHundredFiftySix, glyphs: GlyphSet = .unicode
  ) -> PictureRequest {
    PictureRequest(
      exercise: "exercise-1", file: PictureFile(path: "fit.png", stamp: "1"),
      size: Size(columns: 20, rows: 5), colors: colors, glyphs: glyphs)
  }

  /// A program in the place of chafa.
  private func renderer(_ script: String) throws -> PictureRenderer {
    let program = try directory.write("#!/bin/sh\n\(script)\n", to: "bin/chafa")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: program.path)
    return PictureRenderer(
      environment: ["PATH": directory.path + "bin:/usr/bin:/bin"], runner: SubprocessRunner())
  }

  private func fault(_ state: PictureState) -> Diagnosis? {
    if case .failed(_, let diagnosis) = state { diagnosis } else { nil }
  }

  @Test func itsOutputBecomesCellsWithTheirColours() async throws {
    let renderer = try renderer(#"printf '\033[?25l\033[38;5;196mAB\033[0m\nCD\n\033[?25h'"#)
    guard case .shown(_, let cells) = try await renderer.render(request(), file: file) else {
      Issue.record("not shown")
      return
    }
    #expect(cells.size == Size(columns: 2, rows: 2))
    #expect(cells.text == "AB\nCD")
    #expect(cells[0, 0].style.foreground == .palette(196))
    #expect(cells[0, 1].style.foreground == .terminalDefault)
  }

  @Test func sizeColoursAndSymbolsFollowTheTerminal() async throws {
    let renderer = try renderer(#"printf '%s ' "$@" > "$(dirname "$0")/asked"; echo x"#)
    func asked(_ request: PictureRequest) async throws -> String {
      _ = try await renderer.render(request, file: file)
      return try String(contentsOfFile: directory.path + "bin/asked", encoding: .utf8)
    }
    let colours = try await asked(request())
    #expect(colours.contains("--format symbols --size 20x5 --colors 240"))
    #expect(!colours.contains("--symbols") && colours.contains("-- \(file)"))
    #expect(try await asked(request(colors: .sixteen)).contains("--colors 16 "))
    let plain = try await asked(request(colors: .none, glyphs: .ascii))
    #expect(plain.contains("--colors none") && plain.contains("--symbols ascii"))
  }

  @Test func withoutChafaTheRemedyNamesThePackageAndTheFile() async throws {
    let renderer = PictureRenderer(
      environment: ["PATH": directory.path + "nothing"], runner: SubprocessRunner())
    let fault = try #require(fault(try await renderer.render(request(), file: file)))
    #expect(fault.says.contains("chafa"))
    #expect(fault.remedy.contains("apt-get install chafa") && fault.remedy.contains(file))
  }

  @Test func whatChafaCannotReadIsToldInItsWords() async throws {
    let renderer = try renderer("echo 'chafa: fit.png: unknown file format' >&2; exit 2")
    let fault = try #require(fault(try await renderer.render(request(), file: file)))
    #expect(fault.says.contains("unknown file format") && fault.remedy.contains(file))
  }

  @Test func aPictureThatIsGoneOrEmptyIsToldAsThat() async throws {
    let renderer = try renderer("echo x")
    let gone = try await renderer.render(request(), file: directory.path + "none.png")
    #expect(fault(gone)?.says.contains("not there any more") == true)
    let empty = try directory.write("", to: "empty.png").path
    #expect(
      fault(try await renderer.render(request(), file: empty))?.says.contains("empty") == true)
  }

  private static let hasChafa =
    ExecutableSearch(path: "/usr/bin:/bin:/usr/local/bin")
    .find("chafa") != nil

  @Test(.enabled(if: hasChafa, "chafa is not installed"))
  func theRealOneDrawsARedPictureRed() async throws {
    // One red pixel.
    let png = try #require(
      Data(
        base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/"
          + "pLvAAAAAElFTkSuQmCC"))
    let red = directory.path + "red.png"
    try png.write(to: URL(filePath: red))
    let renderer = PictureRenderer(
      environment: ["PATH": "/usr/bin:/bin:/usr/local/bin"], runner: SubprocessRunner())
    let state = try await renderer.render(request(), file: red)
    guard case .shown(_, let cells) = state else {
      Issue.record("\(state)")
      return
    }
    let colours = Set(
      (0..<cells.size.columns).flatMap { column in
        [cells[column, 0].style.foreground, cells[column, 0].style.background]
      })
    #expect(colours.contains(.palette(196)), "\(colours)")
  }
}

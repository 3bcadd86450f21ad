import Foundation
import SessionEngine
import TestSupport
import Testing

@Suite struct HTMLReportTests {
  @Test func nothingComesFromElsewhereAndThereIsNoScript() throws {
    let page = HTMLReport(try ExportFixture.duel()).page
    #expect(!page.contains("<script"))
    for reference in ["http:", "https:", "src=", "href=", "url(", "@import", "<link", "<iframe"] {
      #expect(!page.contains(reference), "the page has \(reference)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test func whatPeopleAndProgramsNamedIsText() throws {
    let page = HTMLReport(try ExportFixture.duel()).page
    #expect(page.contains("#11 a|b &lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("Processor &lt;of&gt; &quot;the&quot; tests"))
  }

  @Test func everyPlotHasATitleAndADescriptionOfItsOwn() throws {
    let page = HTMLReport(try ExportFixture.duel()).page
    let plots = page.matches(of: /aria-labelledby="([^ "]+) ([^ "]+)"/)
    // Loss, accuracy and speed, each over epochs and over time.
    #expect(plots.count == 6)
    let names = plots.flatMap { [String($0.output.1), String($0.output.2)] }
    #expect(Set(names).count == names.count)
    for name in names { #expect(page.contains("id=\"\(name)\"")) }
    #expect(page.contains("gpu: 1.600 at 0.2500, 0.4211 at 3.750."))
  }

  @Test func theSameRunsGiveTheSamePage() throws {
    #expect(
      HTMLReport(try ExportFixture.duel()).page == HTMLReport(try ExportFixture.duel()).page)
  }

  @Test func aRunWithoutFiguresHasAPageToo() {
    var run = Trainings.run(1, standing: .failed("did not start: no such file"))
    run.series = [:]
    run.peakMemoryBytes = nil
    let page = HTMLReport(RunReport.account(of: [run])).page
    #expect(page.contains("The runs gave no figures."))
    #expect(page.contains("failed: did not start: no such file"))
    #expect(!page.contains("<figure class=\"plot\">"))
  }

  /// The pages stay in the folder ATELIER_KEEP_PAGES for a person to look at.
  @Test(.enabled(if: Chromium.path != nil, "chromium is not installed"))
  func aBrowserShowsThePageAndAsksForNothing() async throws {
    let folder = try TemporaryDirectory("atelier-page")
    let kept = ProcessInfo.processInfo.environment["ATELIER_KEEP_PAGES"].map {
      URL(filePath: $0, directoryHint: .isDirectory)
    }
    let page = (kept ?? folder.url).appending(path: "duel.html")
    try Data(HTMLReport(try ExportFixture.duel()).page.utf8).write(to: page)

    let opened = try await Chromium.open(
      page, folder: folder.url, "--dump-dom", "--virtual-time-budget=2000")
    #expect(opened.status == 0, "\(opened.errors)")
    #expect(opened.output.contains("<path class=\"median s0\" d=\"M"))
    #expect(opened.output.contains("Images per second"))
    // The policy forbids what the page does not have: nothing may run into it.
    #expect(!opened.errors.contains("Content Security Policy"))

    let picture = (kept ?? folder.url).appending(path: "duel-1200.png")
    let shot = try await Chromium.open(
      page, folder: folder.url, "--window-size=1200,2400",
      "--screenshot=\(picture.path(percentEncoded: false))")
    #expect(shot.status == 0, "\(shot.errors)")
    // A picture of an empty page is far smaller.
    #expect(try Data(contentsOf: picture).count > 60_000)
  }
}

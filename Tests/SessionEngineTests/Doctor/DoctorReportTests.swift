import SessionEngine
import Testing

@Suite struct DoctorReportTests {
  private let report = DoctorReport(checks: [
    DoctorCheck(id: "python", status: .ok, says: "Python 3.11.2."),
    DoctorCheck(id: "gpu", status: .warn, says: "No GPU.", remedy: "Run on the CPU."),
  ])

  @Test func plainTextHasTheRemedyBelow() {
    #expect(
      report.plainText == """
        ok    python  Python 3.11.2.
        warn  gpu     No GPU.
                      Run on the CPU.

        """)
  }

  @Test func jsonKeepsItsShape() throws {
    let compact = try report.json().filter { !$0.isWhitespace }
    #expect(
      compact == """
        {"checks":[{"id":"python","remedy":null,"says":"Python3.11.2.","status":"ok"},\
        {"id":"gpu","remedy":"RunontheCPU.","says":"NoGPU.","status":"warn"}]}
        """)
  }

  @Test func onlyAFailureFails() {
    #expect(report.exitCode == 0)
    let failed = DoctorReport(
      checks: report.checks + [
        DoctorCheck(id: "disk", status: .fail, says: "Full.", remedy: "Free some.")
      ])
    #expect(failed.exitCode == 1)
  }
}

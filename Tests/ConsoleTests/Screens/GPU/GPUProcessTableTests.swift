import GPUMetrics
import Testing

@testable import Console
@testable import SessionEngine

@Suite("The table of a GPU's processes")
struct GPUProcessTableTests {
  private static func picture(_ origin: GPUOrigin = .live) -> (GPUPicture, GPUDevice) {
    let device = ConsoleHarness.devices(1, at: 5)[0]
    let owners = ProcessOwners(findings: [
      1: .init(owner: .run(RunID(7)), scope: nil), 2: .init(owner: .other, scope: nil),
    ])
    let ownership = GPUOwnership(
      time: 5, devices: [GPUOwnership.Device(device, owners, runs: [])], marks: [])
    let report = GPUReport(source: .nvml, devices: [device], time: 5, origin: origin)
    return (GPUPicture(report: report, history: GPUHistory(), ownership: ownership), device)
  }

  private func rows(_ change: (inout GPUProcessOrder) -> Void, isTree: Bool = false) -> [String] {
    let (picture, device) = Self.picture()
    var order = GPUProcessOrder()
    change(&order)
    return GPUProcessTable(picture, device, order: order, isTree: isTree).rows.map { row in
      switch row.id {
      case .owner(.run(let run)): "\(run)"
      case .owner(.other): "others"
      case .owner(.hidden): "hidden"
      case .process(let pid, _): "\(pid)"
      }
    }
  }

  @Test("is sorted by what a person chooses; what has no value is last in both directions")
  func sorted() {
    #expect(rows { _ in } == ["1", "2", "3"])
    #expect(rows { $0.isAscending = true } == ["2", "1", "3"])
    #expect(rows { $0.next() } == ["2", "1", "3"])
    #expect(
      rows {
        $0.next(); $0.isAscending = true
      } == ["1", "2", "3"])
    #expect(
      rows {
        $0.next(); $0.next()
      } == ["1", "2", "3"])
    #expect(
      rows {
        $0.next(); $0.next(); $0.isAscending = false
      } == ["3", "2", "1"])
  }

  @Test("has each process below its owner, and owners in the same order")
  func tree() {
    #expect(rows({ _ in }, isTree: true) == ["#7", "1", "others", "2", "hidden", "3"])
    #expect(rows({ $0.next() }, isTree: true) == ["others", "2", "#7", "1", "hidden", "3"])
  }

  @Test("says of a recording that owners are not told")
  func recording() {
    let (picture, device) = Self.picture(.replay(of: "yesterday"))
    let table = GPUProcessTable(picture, device, order: GPUProcessOrder(), isTree: true)
    #expect(!table.isTree)
    #expect(table.rows.count == 3)
    #expect(table.rows.allSatisfy { !$0.isOwned && $0.run == nil })
    #expect(table.note == "Whose they are is told of this machine's live GPUs alone.")
  }
}

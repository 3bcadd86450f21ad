import Foundation
import SessionEngine

/// All that is known of a run, as `atelier runs show --json` prints it.
struct RunDetails: Encodable, Sendable {
  private struct Series: Encodable {
    let name: String
    let count: Int
    let first: Double
    let last: Double
    let minimum: Double
    let maximum: Double
  }

  private struct Event: Encodable {
    let time: String
    let kind: String
    let text: String
  }

  let run: StoredRun
  let series: [SeriesSummary]
  let figures: RunFigures
  /// By device; empty when it was on none, or that is not known.
  let gpus: [GPUDeviceUse]
  /// How many packages its environment had; 0 when they are not known.
  let packages: Int
  let events: [SessionEvent]

  private enum CodingKeys: String, CodingKey {
    case series, packages, events, gpus
  }

  func encode(to encoder: any Encoder) throws {
    try RunRecord(run, figures: figures).encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(
      series.map {
        Series(
          name: $0.name, count: $0.count, first: $0.first, last: $0.last, minimum: $0.minimum,
          maximum: $0.maximum)
      }, forKey: .series)
    let images = GPUUse.images(series)
    try container.encode(gpus.map { RunGPURecord($0, images: images, of: gpus) }, forKey: .gpus)
    try container.encode(Nullable(packages == 0 ? nil : packages), forKey: .packages)
    try container.encode(
      events.map {
        Event(time: $0.time.formatted(.iso8601), kind: $0.kind.rawValue, text: $0.text)
      }, forKey: .events)
  }
}

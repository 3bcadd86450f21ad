import SessionEngine
import Synchronization

/// Collects what a recorder tells.
final class NewsBox: Sendable {
  private let contents = Mutex<[RecorderNews]>([])

  var news: [RecorderNews] { contents.withLock { $0 } }

  func add(_ news: RecorderNews) {
    contents.withLock { $0.append(news) }
  }
}

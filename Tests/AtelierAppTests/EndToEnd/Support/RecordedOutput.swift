import Foundation
import ProcessRunner
import Synchronization

/// Every byte a program has written to its terminal.
final class RecordedOutput: OutputObserver {
  private let recorded = Mutex(Data())

  var bytes: Data { recorded.withLock { $0 } }

  func received(_ bytes: UnsafeRawBufferPointer) {
    recorded.withLock { $0.append(contentsOf: bytes) }
  }

  func finished() {}

  func contains(_ text: String) -> Bool {
    bytes.range(of: Data(text.utf8)) != nil
  }
}

/// The words by which a line of pairs is known to tell of a training.
///
/// A line of prose such as `see https://…/?a=1` has pairs too. A key tells when one of its parts,
/// divided by `_`, `-`, `/`, `.`, `@` or a space, is one of these words, in letters of any case.
enum TellingWords {
  private static let words = [
    "epoch", "epochs", "step", "iteration", "iter", "loss", "acc", "accuracy", "mse", "mae",
    "rmse", "auc", "f1", "perplexity", "ppl", "reward", "lr", "framework", "device", "elapsed",
  ].map { Array($0.utf8) }
  private static let wholeKeys = ["images_per_second", "peak_memory_bytes", "learning_rate"]
    .map { Array($0.utf8) }

  static func tells(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    if wholeKeys.contains(where: { $0.count == key.count && key.elementsEqual($0) }) {
      return true
    }
    var start = 0
    for place in 0...key.count where place == key.count || isDivider(key[place]) {
      if isWord(key, start..<place) { return true }
      start = place + 1
    }
    return false
  }

  private static func isDivider(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."),
      UInt8(ascii: "@"), 0x20:
      true
    default: false
    }
  }

  private static func isWord(_ key: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    words.contains { word in
      guard word.count == range.count else { return false }
      return word.indices.allSatisfy { word[$0] == key[range.lowerBound + $0] | 0x20 }
    }
  }
}

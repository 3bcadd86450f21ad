import Foundation

/// Writes to standard error, where progress and errors go: standard output holds data only.
enum StandardError {
  static func write(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}

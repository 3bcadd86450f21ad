import Foundation

/// Unsaved text that outlived the program that edited it.
struct RecoveryEntry: Sendable, Equatable {
  /// The file the text was meant for.
  var path: String
  /// When the text was put by.
  var date: Date
  var text: String
}

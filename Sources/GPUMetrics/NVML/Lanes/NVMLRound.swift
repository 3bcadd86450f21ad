/// One time that every device is asked.
struct NVMLRound: Sendable {
  /// Counts from 1.
  let number: Int
  /// In seconds since 1970.
  let time: Double
}

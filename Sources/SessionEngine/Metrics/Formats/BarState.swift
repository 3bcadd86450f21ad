/// How far a progress bar has come.
struct BarState: Sendable, Hashable {
  /// What stands before the bar; empty for nothing.
  var label: String
  /// As the program wrote it, such as `450` or `4.5M`; nil when it told a share only.
  var done: String?
  var total: String?
  /// 0 to 1; nil when the end is not known.
  var fraction: Double?
}

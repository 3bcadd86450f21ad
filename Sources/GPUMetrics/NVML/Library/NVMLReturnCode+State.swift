extension NVMLReturnCode {
  /// What a figure is that got this answer in place of a value.
  var readingState: GPUReadingState {
    if meansFieldAbsent { return .unsupported }
    if meansDeviceGone || meansDriverGone { return .lost }
    return self == .noPermission ? .noPermission : .unknown
  }
}

extension GPUDevice {
  /// The same device without figures, as it is left alone so that it can sleep.
  /// - Parameter time: In seconds since 1970.
  func atRest(time: Double) -> GPUDevice {
    var device = GPUDevice(index: index)
    device.name = name
    device.uuid = uuid
    device.pciBusID = pciBusID
    device.computeCapability = computeCapability
    device.time = time
    device.fault =
      "The GPU is asleep or may fall asleep, as nothing uses it. Figures come back when something "
      + "does."
    return device
  }
}

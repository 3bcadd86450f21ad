/// What a side's runs said of the machine and what they were built with.
enum EnvironmentFacts {
  /// The values of the subjects that stand before the packages, in the order they matter.
  static func values(of side: ComparedSide) -> [(subject: String, value: String?)] {
    let options = side.runs.first?.options ?? RunOptions()
    return [
      ("provider", side.runs.first?.provider),
      ("python", said("python", side) ?? package("python", side)),
      ("framework", framework(side)),
      ("CUDA", cuda(side)),
      ("cuDNN", said("cudnn", side) ?? package("cudnn", side)),
      ("device", said("device", side)),
      ("device name", said("device_name", side)),
      ("threads", said("threads", side)),
      ("command", side.runs.first?.commandLine),
      ("arguments", options.arguments.isEmpty ? nil : options.arguments.joined(separator: " ")),
      ("working directory", options.workingDirectory),
      ("CONDA_OVERRIDE_CUDA", options.overrideCUDA),
      ("time-out", options.timeoutSeconds.map(FigureWords.duration)),
    ]
  }

  /// Such as `PyTorch 2.13.0 · CUDA 12.9 · NVIDIA H100`; empty when they said nothing.
  static func about(_ side: ComparedSide) -> String {
    let device = said("device_name", side) ?? said("device", side)
    return [framework(side), cuda(side).map { "CUDA \($0)" }, device]
      .compactMap(\.self).joined(separator: " · ")
  }

  private static func framework(_ side: ComparedSide) -> String? {
    guard let name = said("framework", side) else { return nil }
    let known = [
      "torch": "PyTorch", "pytorch": "PyTorch", "jax": "JAX", "tensorflow": "TensorFlow",
    ]
    let words = known[name.lowercased()] ?? name
    return said("version", side).map { "\(words) \($0)" } ?? words
  }

  private static func cuda(_ side: ComparedSide) -> String? {
    let said = said("cuda", side).map(version)
    return (said ?? package("cuda-version", side)).flatMap { $0 == "none" ? nil : $0 }
  }

  /// CUDA's own number, 1000 × major + 10 × minor, as people write it: 11080 is 11.8.
  private static func version(_ text: String) -> String {
    guard let number = Int(text), number >= 1000 else { return text }
    return "\(number / 1000).\(number % 1000 / 10)"
  }

  private static func said(_ key: String, _ side: ComparedSide) -> String? {
    side.runs.lazy.compactMap { $0.facts[key] }.first { !$0.isEmpty }
  }

  private static func package(_ name: String, _ side: ComparedSide) -> String? {
    side.runs.lazy.flatMap(\.packages).first { $0.name == name }?.version
  }
}

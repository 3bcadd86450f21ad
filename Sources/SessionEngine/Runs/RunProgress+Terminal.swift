import ProcessRunner

extension RunProgress {
  init(_ told: TerminalProgress) {
    switch told {
    case .normal(let percent):
      self.init(fraction: Double(percent) / 100, words: "\(percent) %")
    case .error(let percent):
      self.init(
        fraction: percent.map { Double($0) / 100 },
        words: percent.map { "stands at \($0) % after an error" } ?? "reports an error")
    case .indeterminate: self.init(fraction: nil, words: "goes on")
    case .paused(let percent):
      self.init(
        fraction: percent.map { Double($0) / 100 },
        words: percent.map { "waits at \($0) %" } ?? "waits")
    }
  }
}

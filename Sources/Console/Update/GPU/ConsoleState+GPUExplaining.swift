import TerminalCore

/// The explanation of a figure of the GPU in front.
extension ConsoleState {
  func explanation(of name: GPUFigureName, _ scroll: Int) -> Dialog {
    guard let explanation = GPUExplanation(state: self) else {
      return Dialog(
        title: "GPU", text: "The driver does not list this GPU any more.",
        choices: [KeyHint("Esc", "close")])
    }
    switch name {
    case .metric(let metric): return explanation.dialog(of: metric, scroll: scroll)
    case .fact(let fact): return explanation.dialog(of: fact, scroll: scroll)
    }
  }

  mutating func handleInExplanation(_ key: KeyPress, _ name: GPUFigureName, _ scroll: Int) {
    let most = explanation(of: name, 0).mostOffset(in: Rect(size: size))
    switch key.key {
    case .up, .character("k"): dialog = .gpuFigure(name, scroll: max(0, scroll - 1))
    case .down, .character("j"): dialog = .gpuFigure(name, scroll: min(most, scroll + 1))
    case .enter, .character("q"), .character("?"): dialog = nil
    default: break
    }
  }
}

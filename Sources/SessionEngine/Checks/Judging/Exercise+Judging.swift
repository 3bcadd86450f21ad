import WorkshopModel

extension Exercise {
  /// Whether any goal is judged on runs.
  var isJudgedOnRuns: Bool {
    goals.contains { goal in
      switch goal.requirement {
      case .command, .output: true
      case .manifest, .lock, .file, .container: false
      }
    }
  }

  /// Whether any goal can be met only where an NVIDIA GPU is.
  public var hasGoalsForGPU: Bool {
    goals.contains { goal in
      if case .output(let requirement) = goal.requirement { requirement.needsGPU } else { false }
    }
  }
}

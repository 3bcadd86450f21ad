extension GPUDevice {
  /// Takes the programs that nvidia-smi lists, or says why they are not to be seen.
  mutating func take(_ listing: NvidiaSMIProgramLister.Listing, isContainer: Bool) {
    guard fault == nil else { return }
    switch listing {
    case .pending: processesNote = "nvidia-smi has not yet told the programs on this GPU."
    case .failed(let problem):
      processesNote = "The programs on this GPU are not known: \(problem.summary)"
    case .told(let programs):
      processes = programs.processes(on: self)
      let hidden = uuid.flatMap { programs.hidden[$0] } ?? 0
      processesNote =
        hidden > 0
        ? "nvidia-smi hides \(hidden == 1 ? "a program" : "\(hidden) programs") on this GPU from "
          + "this account."
        : noteOnProcesses(isContainer: isContainer)
    }
  }

  /// What is odd about a list of processes that was told; nil when nothing is.
  func noteOnProcesses(isContainer: Bool) -> String? {
    if processes.isEmpty {
      let isUsed = (utilizationPercent ?? 0) > 0 || (memoryUsedBytes ?? 0) > 1 << 30
      guard isContainer, isUsed else { return nil }
      return "The GPU is in use, but this container does not see by whom: start it with the "
        + "process numbers of its host (`--pid=host`)."
    }
    if processes.allSatisfy({ $0.memoryBytes == nil }) {
      return "The driver does not tell how much memory each process holds."
    }
    return nil
  }
}

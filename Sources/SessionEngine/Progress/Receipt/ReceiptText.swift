import Foundation
import GPUMetrics

/// A receipt as Markdown: the same facts give the same text.
struct ReceiptText {
  /// What a receipt of ours begins with.
  static let mark = "<!-- atelier receipt"

  let facts: ReceiptFacts

  var markdown: String {
    var blocks = [
      "\(Self.mark) 1 -->", "# Receipt: \(MarkdownText.escaped(facts.exercise.title))",
      head, "## Goals", goals, "## Files", files, "## Environments",
    ]
    blocks += facts.environments.isEmpty ? ["None are declared."] : facts.environments.map(packages)
    blocks += ["## GPU", gpu, "## Runs", runs, "## To repeat it", repeating]
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private var head: String {
    var lines = [
      "Exercise: `\(facts.exercise.id)`. \(MarkdownText.escaped(facts.exercise.goal))", "",
      "- Written: \(ReportDate.words(facts.time))",
      "- Environments by: \(facts.provider.kind.rawValue) "
        + (facts.provider.version ?? "n/a (it did not tell its version)"),
      "- Platform: \(facts.platform)",
    ]
    // A receipt is committed: what names a folder of this machine does not belong there.
    lines += facts.provider.notes.filter { !$0.contains("/") }
      .map { "- \(MarkdownText.escaped($0))" }
    return lines.joined(separator: "\n")
  }

  private var goals: String {
    switch facts.verdict {
    case .unknown(let reason): return "n/a: \(MarkdownText.escaped(reason))"
    case .known(let verdict):
      guard !verdict.goals.isEmpty else { return "The exercise declares none." }
      let lines = verdict.goals.map { goal in
        let reason = goal.why.map { ": " + MarkdownText.escaped($0) } ?? ""
        let box = goal.status == .met ? "[x]" : "[ ]"
        let status = goal.status == .met ? "" : " – \(goal.status.rawValue)\(reason)"
        return "- \(box) \(MarkdownText.escaped(goal.says))\(status)"
      }
      return "\(verdict.count(.met)) of \(verdict.goals.count) met.\n\n"
        + lines.joined(separator: "\n")
    }
  }

  private var files: String {
    MarkdownText.table(
      ["File", "SHA-256"],
      facts.files.map { file in
        switch file.sha256 {
        case .known(let digits): [file.path, digits]
        case .unknown(let reason): [file.path, "n/a: \(reason)"]
        }
      })
  }

  private func packages(_ environment: ReceiptFacts.Environment) -> String {
    let title = "### \(MarkdownText.escaped(environment.name))"
    switch environment.packages {
    case .unknown(let reason): return "\(title)\n\nn/a: \(MarkdownText.escaped(reason))"
    case .known(let packages):
      let words = "From \(MarkdownText.escaped(environment.source))."
      guard !packages.isEmpty else {
        return "\(title)\n\n\(words) None of the packages that are told of is in it."
      }
      return "\(title)\n\n\(words)\n\n"
        + MarkdownText.table(
          ["Package", "Version", "Build"],
          packages.map { [$0.name, $0.version, $0.build ?? "n/a (from PyPI)"] })
    }
  }

  private var gpu: String {
    let report = facts.gpu
    guard !report.devices.isEmpty else {
      return "None seen: \(MarkdownText.escaped(report.reason ?? "the driver lists none"))"
    }
    let devices = report.devices.map { device in
      let memory = device.memoryTotalBytes.map { FigureWords.value(Double($0), unit: "bytes") }
      let name = MarkdownText.escaped(device.name ?? "name n/a")
      return "- GPU \(device.index): \(name), memory \(memory ?? "n/a")"
    }
    return
      (devices + [
        "- Driver: \(MarkdownText.escaped(report.driver ?? "n/a")), CUDA up to "
          + MarkdownText.escaped(report.cuda ?? "n/a")
      ]).joined(separator: "\n")
  }

  private var runs: String {
    switch facts.runs {
    case .unknown(let reason): return "n/a: \(MarkdownText.escaped(reason))"
    case .known(let runs):
      guard !runs.isEmpty else { return "None are kept." }
      let table = MarkdownText.table(
        ["Run", "What", "Started", "Ended", "Time", "Final loss", "Final accuracy", "Device"],
        runs.map(row))
      var blocks = [table]
      let uses = runs.flatMap { entry in
        let words = GPUUseWords(GPUUse.images(entry.figures), of: entry.gpus)
        return entry.gpus.map { "- Run \(entry.run.id) on \(MarkdownText.escaped(words.text($0)))" }
      }
      if !uses.isEmpty { blocks.append("Used of GPUs:\n\n" + uses.joined(separator: "\n")) }
      let others = Set(runs.map(\.run.provider)).subtracting([facts.provider.kind.rawValue])
      if !others.isEmpty {
        blocks.append(
          "Runs by \(others.sorted().joined(separator: ", ")) had other packages than those above.")
      }
      if facts.earlierRuns > 0 {
        blocks.append("\(facts.earlierRuns) earlier runs are not listed.")
      }
      return blocks.joined(separator: "\n\n")
    }
  }

  private func row(_ entry: ReceiptFacts.Run) -> [String] {
    func last(_ series: String, _ unit: String, _ scale: Double = 1) -> String {
      entry.figures.first { $0.name == series }.map {
        FigureWords.value($0.last * scale, unit: unit)
      } ?? "n/a"
    }
    let run = entry.run
    let device = [run.facts["device"], run.facts["device_name"]].compactMap(\.self)
    return [
      "\(run.id)",
      run.provider == facts.provider.kind.rawValue ? run.title : "\(run.title), by \(run.provider)",
      ReportDate.words(run.startedAt), run.endingWords,
      run.seconds.map { FigureWords.value($0, unit: "s") } ?? "n/a",
      last("loss", ""), last("accuracy", "%", 100),
      device.isEmpty ? "n/a" : device.joined(separator: " "),
    ]
  }

  private var repeating: String {
    let file = facts.environments.isEmpty ? "" : " with the files above beside it"
    guard !facts.commands.isEmpty else {
      guard case .known(let runs) = facts.runs, !runs.isEmpty else {
        return "n/a: nothing has been run yet."
      }
      return "n/a: no run by \(facts.provider.kind.rawValue) has ended well yet."
    }
    let text = facts.commands.joined(separator: "\n")
    return "In this folder\(file):\n\n" + MarkdownText.fenced(text, language: "sh")
  }
}

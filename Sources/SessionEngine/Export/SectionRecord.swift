/// A section as `JSONReport` writes it.
struct SectionRecord: Encodable {
  let section: ReportSection

  func encode(to encoder: any Encoder) throws {
    let comparison = section.comparison
    var container = encoder.container(keyedBy: RecordKey.self)
    try container.write("exercise", comparison.exercise)
    try container.write("sides", comparison.sides.map(SideRecord.init))
    try container.write("figures", comparison.figures.map(FigureRecord.init))
    try container.write("differences", comparison.differences.map(DifferenceRecord.init))
    try container.write("shared_packages", comparison.sharedPackages)
    try container.write("sentences", comparison.sentences)
    try container.write("runs", section.runs.map(RunRecord.init))
    try container.write("curves", comparison.curves.map(CurveRecord.init))
  }

  private struct SideRecord: Encodable {
    let side: Comparison.Side

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: RecordKey.self)
      try container.write("title", side.title)
      try container.write("environment", side.environment)
      try container.write("provider", side.provider)
      try container.write("runs", side.runs.map(\.number))
      try container.write("succeeded", side.succeeded)
      try container.write("about", side.about)
    }
  }

  private struct FigureRecord: Encodable {
    let figure: Comparison.Figure

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: RecordKey.self)
      try container.write("id", figure.id)
      try container.write("title", figure.title)
      try container.write("unit", figure.unit)
      try container.write("direction", figure.direction)
      try container.write("values", figure.values)
      try container.write("ratios", figure.ratios)
      let (verdict, side): (String, Int?) =
        switch figure.verdict {
        case .better(let side): ("better", side)
        case .withinTheNoise: ("within_the_noise", nil)
        case .notRepeated: ("not_repeated", nil)
        case .repeatsAlike: ("repeats_alike", nil)
        case .none: ("none", nil)
        }
      try container.write("verdict", verdict)
      try container.write("better_side", side)
      try container.write("note", figure.note)
    }
  }

  private struct DifferenceRecord: Encodable {
    let difference: Comparison.Difference

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: RecordKey.self)
      try container.write("subject", difference.subject)
      try container.write("values", difference.values)
    }
  }

  private struct CurveRecord: Encodable {
    let curve: Comparison.Curve

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: RecordKey.self)
      try container.write("side", curve.side)
      try container.write("run", curve.run.number)
      try container.write("series", curve.series)
      try container.write("points", curve.points.map(PointRecord.init))
    }
  }

  private struct PointRecord: Encodable {
    let point: MetricPoint

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: RecordKey.self)
      try container.write("step", point.step)
      try container.write("epoch", point.epoch)
      try container.write("seconds", CurveAxis.seconds.place(of: point))
      try container.write("value", point.value)
    }
  }

  private struct GPURecord: Encodable {
    let use: GPUUse

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: RecordKey.self)
      try container.write("seconds", use.seconds)
      try container.write("mean_utilization_percent", use.meanUtilizationPercent)
      try container.write("peak_utilization_percent", use.peakUtilizationPercent)
      try container.write("mean_memory_bytes", use.meanMemoryBytes)
      try container.write("peak_memory_bytes", use.peakMemoryBytes)
      try container.write("energy_joules", use.energyJoules)
      try container.write("shared", use.wasShared)
      try container.write("whole_device", use.isOfDevice)
    }
  }

  private struct RunRecord: Encodable {
    let run: ReportedRun

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: RecordKey.self)
      try container.write("id", run.id.number)
      try container.write("side", run.side)
      try container.write("title", run.title)
      try container.write("name", run.name)
      try container.write("environment", run.environment)
      try container.write("provider", run.provider)
      try container.write("started_at", run.startedAt.map(ReportDate.iso))
      let standing =
        switch run.standing {
        case .succeeded: "succeeded"
        case .alive: "alive"
        case .stopped: "stopped"
        case .failed: "failed"
        }
      try container.write("standing", standing)
      try container.write("ended", run.standing.words)
      try container.write("seconds", run.seconds)
      try container.write("cpu_seconds", run.cpuSeconds)
      try container.write("peak_memory_bytes", run.peakMemoryBytes)
      try container.write("gpu", run.gpu.map(GPURecord.init))
      try container.write("command", run.commandLine)
      try container.write("working_directory", run.workingDirectory)
      try container.write("variables", run.options.variables)
      try container.write("override_cuda", run.options.overrideCUDA)
      try container.write("log", run.log)
      try container.write("batch", run.batch)
      try container.write("repetition", run.repetition)
    }
  }
}

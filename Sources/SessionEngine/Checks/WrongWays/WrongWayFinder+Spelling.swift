import PixiWorkspace

extension WrongWayFinder {
  var unreadableManifest: [Finding] {
    guard case .unreadable(let error) = context.subject.manifest else { return [] }
    let place = error.line.map { TextPlace(line: $0, column: error.column ?? 1) }
    return [
      Finding(
        .unreadableManifest,
        why: "\(context.subject.manifestFile) cannot be read: \(error.reason)",
        remedy: "Correct \(place.map { "line \($0.line)" } ?? "the file") and save.",
        file: context.subject.manifestFile, line: error.line, column: error.column)
    ]
  }

  var mixedSpellings: [Finding] {
    guard let manifest = context.manifest, manifest.hasRichPlatforms else { return [] }
    let features = manifest.features.values.filter { !$0.systemRequirements.isEmpty }
      .sorted { $0.name < $1.name }
    return features.map { feature in
      context.finding(
        .mixedSpellings, at: feature.systemRequirementsPlace ?? feature.place,
        why: "[\(context.prefix)\(context.featurePrefix(feature.name))system-requirements] stands "
          + "beside platforms that declare CUDA themselves: pixi takes one spelling or the other.",
        remedy: "Take the table away, and name the platform with the right `cuda` in `platforms` "
          + "of the feature.")
    }
  }

  var spellingTooNew: [Finding] {
    guard let manifest = context.manifest, manifest.hasRichPlatforms,
      let pixi = context.subject.pixi,
      !pixi.passes(.richPlatforms)
    else { return [] }
    let rich = manifest.platforms.first { $0.cuda != nil || $0.name != $0.subdirectory }
    return [
      context.finding(
        .spellingTooNew, at: rich?.place,
        why: "Platforms with `cuda` are read from pixi \(PixiGate.richPlatforms.firstRelease) on, "
          + "and the installed one is \(pixi).",
        remedy: "`pixi self-update`, or write `cuda` in [\(context.prefix)system-requirements].")
    ]
  }

  var projectTable: [Finding] {
    guard let manifest = context.manifest, manifest.table == "project",
      context.subject.pixi?.passes(.projectTableDeprecated) ?? true
    else { return [] }
    return [
      context.finding(
        .projectTable, at: manifest.tablePlace,
        why: "The table is called [\(context.prefix)project], its name until pixi 0.42: newer "
          + "releases warn about it.",
        remedy: "Call it [\(context.prefix)workspace].")
    ]
  }

  var lockTooNew: [Finding] {
    guard let format = context.subject.lock?.formatVersion, let pixi = context.subject.pixi,
      format > pixi.newestLockFormat
    else { return [] }
    return [
      Finding(
        .lockTooNew,
        why: "pixi.lock is in format \(format), and the installed pixi \(pixi) reads up to "
          + "\(pixi.newestLockFormat).",
        remedy: "`pixi self-update`, or `rm pixi.lock` and `pixi lock`.", file: "pixi.lock", line: 1
      )
    ]
  }
}

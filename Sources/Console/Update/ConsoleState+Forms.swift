import SessionEngine
import TerminalCore

extension ConsoleState {
  mutating func askForName(of id: RunID) {
    let name = runs[id]?.snapshot.name ?? storedRun(id)?.name ?? ""
    dialog = .form(
      FormState(
        .rename(id), title: "Name of run \(id)",
        fields: [.init("name", name, hint: "Empty takes the name away.")]))
  }

  mutating func askForTimeout(of id: RunID) {
    let seconds = runs[id]?.snapshot.options.timeoutSeconds
    dialog = .form(
      FormState(
        .timeout(id), title: "Time-out of run \(id)",
        fields: [
          .init(
            "stop after", seconds.map(FormValue.text) ?? "",
            hint: "Counted from its start: 90s, 10m, 1h30m. Empty lets it run.")
        ]))
  }

  /// The options of the next run of the open exercise.
  mutating func showRunOptions() {
    guard let open = openExercise, let name = currentEnvironment else { return }
    showOptions(of: BatchPreview(exercise: open.id, environments: [name], panes: [nextPane]))
  }

  mutating func showOptions(of preview: BatchPreview) {
    let options = preview.options
    let variables = options.variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let names = preview.environments.joined(separator: " and ")
    dialog = .form(
      FormState(
        .runOptions(preview), title: "Run \(preview.exercise) in \(names) with options",
        fields: [
          .init(
            "arguments", FormValue.line(options.arguments),
            hint: "After the workload's own; quotes as in a shell."),
          .init(
            "variables", FormValue.line(variables), hint: "NAME=value, several with spaces."),
          .init(
            "folder", options.workingDirectory ?? "",
            hint: "Where it runs: absolute, or below the exercise's folder. Empty: there."),
          .init(
            "time-out", options.timeoutSeconds.map(FormValue.text) ?? "",
            hint: "Stops it after so long: 90s, 10m, 1h30m. Empty: never."),
          .init(
            "repeats", "\(preview.repeats)",
            hint: "1 to 20 in each environment; the spread tells chance from difference."),
          .init(
            "pretend CUDA", options.overrideCUDA == nil ? "no" : "yes",
            hint: "Space switches. Sets CONDA_OVERRIDE_CUDA for this run.", kind: .toggle),
          .init(
            "CUDA version", options.overrideCUDA ?? "",
            hint: "Such as 12.4; counts only while the switch above is on."),
        ]))
  }

  mutating func handleInForm(_ press: KeyPress, _ form: FormState) -> [ConsoleEffect] {
    var form = form
    let field = form.fields[form.selected]
    switch (press.key, press.modifiers, field.kind) {
    case (.enter, _, _): return finish(form)
    case (.up, _, _), (.tab, .shift, _): move(&form, by: -1)
    case (.down, _, _), (.tab, _, _): move(&form, by: 1)
    case (.character(" "), _, .toggle), (.left, _, .toggle), (.right, _, .toggle):
      form.fields[form.selected].input = TextField(field.isOn ? "no" : "yes")
    case (_, _, .toggle): break
    case (.left, _, .choice(let values)): cycle(&form, values, by: -1)
    case (.right, _, .choice(let values)), (.character(" "), _, .choice(let values)):
      cycle(&form, values, by: 1)
    case (_, _, .choice): break
    default:
      if form.fields[form.selected].input.handle(press) { form.fault = nil }
    }
    dialog = .form(form)
    return []
  }

  private func move(_ form: inout FormState, by step: Int) {
    form.selected = (form.selected + step + form.fields.count) % form.fields.count
  }

  private func cycle(_ form: inout FormState, _ values: [String], by step: Int) {
    let text = form.fields[form.selected].text
    let next = values.firstIndex(of: text).map { ($0 + step + values.count) % values.count } ?? 0
    form.fields[form.selected].input = TextField(values[next])
  }

  /// Does what the form is for, or says what is wrong with it.
  private mutating func finish(_ form: FormState) -> [ConsoleEffect] {
    do {
      let effects = try carryOut(form)
      if case .form? = dialog { dialog = nil }
      return effects
    } catch {
      var faulty = form
      faulty.fault = error.says
      dialog = .form(faulty)
      return []
    }
  }

  private mutating func carryOut(_ form: FormState) throws(FormFault) -> [ConsoleEffect] {
    switch form.purpose {
    case .rename(let id):
      let name = form.fields[0].text.trimmed
      return [.renameRun(id, name.isEmpty ? nil : name)]
    case .timeout(let id):
      return [.setTimeout(id, try timeout(form.fields[0].text))]
    case .runOptions(let preview): return ask(try optioned(preview, form.fields.map(\.text)))
    case .task(let exercise, let environment, let task):
      return try start(task, in: environment, of: exercise, form.fields.map(\.text))
    }
  }

  private func timeout(_ text: String) throws(FormFault) -> Double? {
    guard !text.trimmed.isEmpty else { return nil }
    guard let seconds = FormValue.seconds(text) else {
      throw FormFault("\(text) is no time: write 90s, 10m or 1h30m.")
    }
    return seconds
  }

  private func optioned(
    _ preview: BatchPreview, _ texts: [String]
  ) throws(FormFault) -> BatchPreview {
    var asked = BatchPreview(
      exercise: preview.exercise, environments: preview.environments, panes: preview.panes,
      onlyInstalls: preview.onlyInstalls)
    guard let arguments = FormValue.words(texts[0]) else {
      throw FormFault("A quote is left open in the arguments: close it.")
    }
    asked.options.arguments = arguments
    asked.options.variables = try FormValue.variables(texts[1]).get()
    asked.options.workingDirectory = folder(texts[2].trimmed, of: preview.exercise)
    asked.options.timeoutSeconds = try timeout(texts[3])
    guard let repeats = Int(texts[4].trimmed), (1...BatchPreview.mostRepeats).contains(repeats)
    else { throw FormFault("\(texts[4]) repeats cannot be: write 1 to 20.") }
    asked.repeats = repeats
    guard texts[5] == "yes" else { return asked }
    let version = texts[6].trimmed
    guard FormValue.isVersion(version) else {
      throw FormFault("Which CUDA to pretend is missing: write a version such as 12.4.")
    }
    asked.options.overrideCUDA = version
    return asked
  }

  private func folder(_ text: String, of exercise: String) -> String? {
    guard !text.isEmpty else { return nil }
    return text.hasPrefix("/") ? text : "\(workspacePath)/\(exercise)/\(text)"
  }
}

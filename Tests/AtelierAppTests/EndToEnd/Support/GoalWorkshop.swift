import Foundation

/// A workshop of one exercise, with a goal on the manifest and one on a file.
struct GoalWorkshop {
  let sandbox: Sandbox
  /// For `--exercises`.
  var folder: String { sandbox.directory.path + "goal-workshop" }
  static let page = "Ask for NumPy"

  init(_ sandbox: Sandbox) throws {
    self.sandbox = sandbox
    let files = [
      "workshop.toml": """
      id = "goals"
      title = "Goals"
      event = "Tests"
      starts = "9:00"
      location = "Here"

      [[segment]]
      id = "numpy"
      title = "NumPy"
      kind = "exercise"
      offset = "0:00"
      minutes = 50
      exercises = ["numpy"]
      """,
      "numpy/exercise.toml": """
      title = "NumPy"
      aim = "The workspace has it."
      main_file = "pixi.toml"

      [[environment]]
      name = "default"
      title = "NumPy"
      requirements = ["pip"]
      probe_module = "json"

      [[goal]]
      id = "asks"
      says = "The workspace asks for NumPy."
      kind = "manifest"
      environment = "default"
      packages = ["numpy"]

      [[goal]]
      id = "notes"
      says = "There are notes of what was learnt."
      kind = "file"
      path = "notes.md"

      [[hint]]
      text = "A table named dependencies has the packages."
      """,
      "numpy/page.md": "# \(Self.page)\n",
      "numpy/starter/pixi.toml": """
      [workspace]
      name = "numpy"
      channels = ["conda-forge"]
      platforms = ["linux-64"]

      """,
    ]
    for (name, text) in files { try sandbox.directory.write(text, to: "goal-workshop/" + name) }
  }
}

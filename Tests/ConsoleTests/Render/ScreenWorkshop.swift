import Foundation
import WorkshopModel

/// A small day that the pictures of whole screens are drawn from; the shipped one may change.
enum ScreenWorkshop {
  static let value = Workshop(
    id: "galaxies", title: "Galaxies on Two Machines", event: "A Test of Screens", location: nil,
    starts: TimeOfDay(minutes: 540),
    segments: [
      Segment(
        id: "welcome", title: "Welcome and setup", kind: .talk, offsetMinutes: 0, minutes: 20,
        topics: ["What the day brings", "A first look at the console"]),
      Segment(
        id: "project", title: "A project from nothing", kind: .exercise, offsetMinutes: 20,
        minutes: 30, topics: ["Channels and packages"], exercises: ["exercise-1"]),
      Segment(id: "break", title: "Break", kind: .break, offsetMinutes: 50, minutes: 15),
      Segment(
        id: "train", title: "Train on the CPU and the GPU, and hold one against the other",
        kind: .exercise, offsetMinutes: 65, minutes: 45,
        topics: ["Features and environments", "What CUDA needs of a machine"],
        exercises: ["exercise-2", "exercise-3"]),
      Segment(
        id: "discussion", title: "Discussion · 質問", kind: .discussion, offsetMinutes: 110,
        minutes: 20),
    ],
    corrections: [],
    exercises: [
      exercise("exercise-1", "A project from nothing", ["default"]),
      exercise("exercise-2", "Train in two environments", ["cpu", "gpu"]),
      exercise("exercise-3", "The same with another framework", ["cpu", "gpu"]),
    ])

  static let page = """
    # Train in two environments

    The same training runs in `cpu` and in `gpu`. Look at **pixi.toml** first: it declares one
    feature for each.

    1. Open `pixi.toml` and find the feature `gpu`.
    2. Press `d`: what is missing is installed, then both run.

    ```sh
    pixi run -e gpu train --epochs 8
    ```

    > A machine without an NVIDIA driver cannot make the second one.

    ## Hint

    質問: does the loss fall in both? It does, and the figures beside the curve say how fast.

    - Press `z` to give one pane the whole screen.
    - Press `s` for a shell inside the chosen environment.
    """

  static let program = """
    # Trains a small network; `cpu` and `gpu` run the very same file, whatever the machine has inside.
    import argparse

    EPOCHS = 8


    def main() -> None:
    \tprint("device=cpu", "銀河")
    """

  private static func exercise(_ id: String, _ title: String, _ names: [String]) -> Exercise {
    Exercise(
      id: id, title: title, goal: "Both runs end, and you can say which was faster, and why.",
      folder: URL(filePath: "/nowhere"), starterFiles: [], mainFile: "train.py",
      environments: names.map { name in
        EnvironmentDeclaration(
          name: name, title: name == "gpu" ? "PyTorch for CUDA 12" : "PyTorch for the CPU",
          cuda: name == "gpu" ? "12" : nil, requirements: [], gpuRequirements: [],
          extraIndex: nil, probeModule: "torch")
      },
      workloads: names.map { Workload(environment: $0, task: "train", arguments: []) })
  }
}

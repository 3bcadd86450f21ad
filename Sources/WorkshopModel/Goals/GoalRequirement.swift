/// What is judged, and on what: every condition that a kind's table names must hold.
public enum GoalRequirement: Sendable, Hashable {
  /// The parsed pixi.toml or pyproject.toml, with features merged as pixi merges them.
  case manifest(ManifestRequirement)
  /// The parsed pixi.lock.
  case lock(LockRequirement)
  /// A file in the exercise's folder.
  case file(FileRequirement)
  /// A command that was carried out in a run and ended well.
  case command(CommandRequirement)
  /// What a run said in its output.
  case output(OutputRequirement)
  /// A Dockerfile or an Apptainer definition.
  case container(ContainerRequirement)
}

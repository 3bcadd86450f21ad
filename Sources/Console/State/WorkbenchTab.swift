import SessionEngine
import WorkshopModel

/// One tab of the workbench.
public enum WorkbenchTab: Sendable, Equatable {
  /// The exercise's page, to read.
  case page
  /// A file of the participant's, by its path below the exercise's folder.
  case file(String)
  case shell(RunID)
  /// A picture in the exercise's folder, by its path below it.
  case picture(String)
}

/// Where a key means something.
public enum KeyScope: Sendable, Hashable, CaseIterable {
  /// Everywhere but in the editor and a program that gets every key.
  case everywhere
  case outline
  /// The exercise's page.
  case page
  case editor
  case gpu
  /// The full screen of one GPU.
  case gpuScreen
  case run
  /// The list of all runs.
  case runList
  /// The full-screen comparison.
  case comparison
  /// The full screen of what is in an environment.
  case contents
  /// One's own files against the solution's.
  case difference
  /// A picture's tab.
  case picture
  /// A program gets every key but one.
  case program

  public var title: String {
    switch self {
    case .everywhere: "Everywhere"
    case .outline: "Outline"
    case .page: "Exercise page"
    case .editor: "Editor"
    case .gpu: "GPUs"
    case .gpuScreen: "One GPU"
    case .run: "Runs"
    case .runList: "All runs"
    case .comparison: "Comparison"
    case .contents: "Inside an environment"
    case .difference: "Difference"
    case .picture: "Picture"
    case .program: "Typing into a program"
    }
  }
}

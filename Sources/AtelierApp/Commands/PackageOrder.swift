import ArgumentParser
import PixiWorkspace

/// The order in which an environment's packages are listed.
enum PackageOrder: String, Sendable, CaseIterable, ExpressibleByArgument {
  case name
  /// The heaviest first, those of unknown size last.
  case size

  /// - Parameter packages: Sorted by name.
  func sorted(_ packages: [PixiLock.Package]) -> [PixiLock.Package] {
    switch self {
    case .name: packages
    case .size: packages.heaviestFirst
    }
  }
}

import PixiWorkspace
import WorkshopModel

extension ManifestSpelling {
  /// The spelling a release of pixi is taught with: platforms with `cuda` from 0.72.1 on, since 0.71
  /// and 0.72.0 bring such platforms into environments that name the bare one.
  /// - Parameter pixi: Nil where there is none.
  public init(for pixi: PixiVersion?) {
    self = pixi?.passes(.barePlatformsAreBare) == true ? .platforms : .systemRequirements
  }
}

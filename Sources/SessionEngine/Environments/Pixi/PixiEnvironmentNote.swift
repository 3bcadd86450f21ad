import PixiWorkspace
import WorkshopModel

/// What a person must know about one pixi environment: the CUDA build, or that there is none.
struct PixiEnvironmentNote {
  let text: String?

  init(
    declaration: EnvironmentDeclaration, found: PixiEnvironmentInformation,
    in workspace: PixiProvider.Workspace
  ) {
    let selection = workspace.lock?.selection(
      of: found.name, subdirectory: workspace.subdirectory,
      virtualPackages: workspace.information.virtualPackages)
    let packages = selection?.packages ?? workspace.lock?.packages(of: found.name) ?? []
    let cuda = packages.first { $0.name == "cuda-version" }?.version
    let framework = packages.first { ["pytorch", "jaxlib"].contains($0.name) }
    if declaration.cuda != nil, let framework, framework.build?.hasPrefix("cpu") == true {
      text = "pixi.lock holds the CPU build of \(framework.name) \(framework.version ?? "")"
    } else if let cuda {
      text = "CUDA \(cuda)" + Self.driver(workspace.information.driverCUDA)
    } else if let declared = found.cuda {
      text = "CUDA \(declared) declared" + Self.driver(workspace.information.driverCUDA)
    } else {
      text = nil
    }
  }

  private static func driver(_ version: String?) -> String {
    version == nil ? ", and no NVIDIA driver here" : ""
  }
}

/// An environment an exercise asks for: its pixi name, and what a venv installs in its place.
public struct EnvironmentDeclaration: Sendable, Hashable, Identifiable {
  /// The pixi environment's name, such as `gpu` or `jax-cuda118`.
  public let name: String
  /// A person's words, such as `PyTorch, CUDA 12`.
  public let title: String
  /// The CUDA version the pixi environment is for, such as `12` or `11.8`; nil for a CPU one.
  public let cuda: String?
  /// PyPI requirements a venv gets on a machine without an NVIDIA GPU.
  public let requirements: [String]
  /// PyPI requirements on a machine with one; equal to `requirements` when nothing differs.
  public let gpuRequirements: [String]
  /// A package index to look in besides PyPI where there is no GPU: PyTorch publishes one with CPU builds.
  public let extraIndex: String?
  /// A Python module whose import shows that the environment is whole, such as `torch`.
  public let probeModule: String

  public var id: String { name }

  public init(
    name: String, title: String, cuda: String?, requirements: [String],
    gpuRequirements: [String], extraIndex: String?, probeModule: String
  ) {
    self.name = name
    self.title = title
    self.cuda = cuda
    self.requirements = requirements
    self.gpuRequirements = gpuRequirements
    self.extraIndex = extraIndex
    self.probeModule = probeModule
  }
}

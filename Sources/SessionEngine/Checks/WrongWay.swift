/// A mistake that is recognised by name, in the words of an exercise's `wrong_ways`.
public enum WrongWay: String, Sendable, Hashable, CaseIterable {
  /// jax is locked beside a jaxlib of a `cpu` build.
  case cpuJaxlib = "cpu-jaxlib"
  /// `pytorch` is asked for where `pytorch-gpu` was meant, or it is locked as a CPU build.
  case plainPyTorch = "plain-pytorch"
  /// An environment asks for CUDA packages, and no CUDA is declared for it.
  case cudaNotDeclared = "cuda-not-declared"
  /// The CUDA that is declared is older than what the packages ask for.
  case cudaTooOld = "cuda-too-old"
  /// A feature with CUDA packages is also solved for a platform without CUDA, such as osx-arm64.
  case gpuFeatureOnOtherPlatform = "gpu-feature-on-other-platform"
  /// Python 3.13 or later reaches the CUDA 11.8 environment, mostly from the workspace's own dependencies.
  case pythonTooNew = "python-too-new"
  /// NumPy 2 is asked for in the CUDA 11.8 environment.
  case numpyTooNew = "numpy-too-new"
  /// `cuda-version` is held below what the builds of the PyTorch that is asked for were made with.
  case cudaVersionTooLow = "cuda-version-too-low"
  /// `cuda-nvcc` of CUDA 11 is asked for, and no channel of NVIDIA, which alone has it.
  case nvidiaChannelMissing = "nvidia-channel-missing"
  /// PyTorch for CUDA 12 and JAX for CUDA 11.8 are in one solve group or one environment.
  case sharedSolveGroup = "shared-solve-group"
  /// An environment does not use the feature that was declared for it, or a feature is used by none.
  case featureNotUsed = "feature-not-used"
  /// An environment names a feature that is not declared.
  case unknownFeature = "unknown-feature"
  /// The manifest has changed since pixi.lock was written.
  case staleLock = "stale-lock"
  /// `torch` comes from PyPI beside conda's, or instead of it.
  case torchFromPyPI = "torch-from-pypi"
  /// A package of PyPI is asked for as a conda package, or the other way round.
  case wrongIndex = "wrong-index"
  /// A build string that no package has, such as `*cuda11.8*`.
  case buildNeverMatches = "build-never-matches"
  /// Both spellings of the CUDA requirement stand in one manifest.
  case mixedSpellings = "mixed-spellings"
  /// The CUDA requirement is written in a way that the installed pixi does not read.
  case spellingTooNew = "spelling-too-new"
  /// pixi.lock is in a format that the installed pixi does not read.
  case lockTooNew = "lock-too-new"
  /// The manifest has `[project]`, which newer releases of pixi warn about.
  case projectTable = "project-table"
  /// The manifest is not TOML, or has a value of a wrong type.
  case unreadableManifest = "unreadable-manifest"
  /// The container's install has no CONDA_OVERRIDE_CUDA before it.
  case overrideMissing = "override-missing"
  /// pixi.lock is not copied into the image before the install.
  case lockNotCopied = "lock-not-copied"
  /// The install in the container does not keep to the lock.
  case installNotLocked = "install-not-locked"
  /// The environment's prefix stands elsewhere in the last stage.
  case prefixMoved = "prefix-moved"
  /// `.pixi` gets into the build's context or image.
  case pixiFolderCopied = "pixi-folder-copied"

  /// Whether it is looked for in a Dockerfile or an Apptainer definition.
  var isAboutContainers: Bool {
    [.overrideMissing, .lockNotCopied, .installNotLocked, .prefixMoved, .pixiFolderCopied]
      .contains(self)
  }
}

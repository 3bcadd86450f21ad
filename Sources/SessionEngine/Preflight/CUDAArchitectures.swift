import GPUMetrics

/// Which GPUs a CUDA toolkit can make programs for.
///
/// From the release notes and the `nvcc` manuals of CUDA 11.0 to 13.0: 11.8 was the first with
/// Ada (8.9) and Hopper (9.0); 12.0 dropped Kepler (3.x); 12.8 was the first with Blackwell (10.0
/// and 12.0), 12.9 added 10.3 and 12.1; 13.0 dropped Maxwell, Pascal and Volta (below 7.5). A
/// framework's build may cover fewer, never more.
enum CUDAArchitectures {
  /// Oldest and newest compute capability; nil for a version the table does not know.
  static func covered(
    by version: CUDAVersion
  ) -> (oldest: CUDAComputeCapability, newest: CUDAComputeCapability)? {
    func covers(_ oldest: (Int, Int), _ newest: (Int, Int)) -> (
      CUDAComputeCapability, CUDAComputeCapability
    ) {
      (
        CUDAComputeCapability(major: oldest.0, minor: oldest.1),
        CUDAComputeCapability(major: newest.0, minor: newest.1)
      )
    }
    return switch (version.major, version.minor) {
    case (11, 0): covers((3, 5), (8, 0))
    case (11, 1...3): covers((3, 5), (8, 6))
    case (11, 4...7): covers((3, 5), (8, 7))
    case (11, 8...): covers((3, 5), (9, 0))
    case (12, 0...7): covers((5, 0), (9, 0))
    case (12, 8): covers((5, 0), (12, 0))
    case (12, 9...): covers((5, 0), (12, 1))
    case (13, _): covers((7, 5), (12, 1))
    default: nil
    }
  }

  /// The name NVIDIA sells a generation by; nil for one the table does not know.
  static func name(of capability: CUDAComputeCapability) -> String? {
    switch (capability.major, capability.minor) {
    case (3, _): "Kepler"
    case (5, _): "Maxwell"
    case (6, _): "Pascal"
    case (7, 0...2): "Volta"
    case (7, 5): "Turing"
    case (8, 9): "Ada"
    case (8, _): "Ampere"
    case (9, 0): "Hopper"
    case (10...12, _): "Blackwell"
    default: nil
    }
  }
}

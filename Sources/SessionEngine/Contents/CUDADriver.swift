/// The oldest NVIDIA driver that runs the programs of a CUDA release on Linux.
///
/// From the table of minor version compatibility in NVIDIA's release notes of CUDA 11.8, 12.9 and
/// 13.0: programs of a release run on every driver that came with a release of the same major
/// version, and on all later ones.
enum CUDADriver {
  /// Such as `525.60.13`; nil for a major version the table does not know.
  static func oldest(for version: CUDAVersion) -> String? {
    switch version.major {
    case 11: "450.80.02"
    case 12: "525.60.13"
    case 13: "580.65.06"
    default: nil
    }
  }
}

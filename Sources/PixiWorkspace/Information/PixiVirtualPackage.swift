/// A property of a machine that packages may ask for, written `__cuda=12.4=0` or `cuda=12`.
struct PixiVirtualPackage {
  /// Without the underscores in front.
  let name: String
  /// Nil when only a name is written.
  let version: String?

  init(_ text: String) {
    let parts = text.split(separator: "=").map(String.init)
    name = String((parts.first ?? "").drop { $0 == "_" })
    version = parts.count > 1 ? parts[1] : nil
  }

  /// The version of CUDA among virtual packages; nil when it is not there.
  static func cuda(in texts: [String]) -> String? {
    texts.map(PixiVirtualPackage.init).first { $0.name == "cuda" }?.version
  }
}

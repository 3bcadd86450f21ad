/// A pixi error understood: what happened, the remedy, and pixi's own words.
public struct PixiProblem: Sendable, Hashable, CustomStringConvertible {
  public enum Kind: Sendable, Hashable {
    /// The environment needs CUDA and this machine has no driver for it.
    case noGPU
    /// A package needs `__cuda` and the manifest does not declare CUDA.
    case cudaNotDeclared
    /// Nothing in the channels fits a name, a version or a build.
    case noCandidates(String?)
    /// `cuda-version` and the declared CUDA version exclude each other.
    case cudaVersionConflict
    /// The environment's Python is not one a package was built for.
    case pythonConflict
    /// The requirements of one environment or solve group exclude each other.
    case incompatiblePackages
    /// A package from PyPI and one from conda exclude each other.
    case pypiConflict
    /// pixi.toml was changed after pixi.lock was written.
    case staleLock
    /// pixi.lock was written by a newer pixi.
    case newerLock
    case unknownEnvironment(String?)
    case unknownTask
    case ambiguousTask(String?)
    /// The environment is not for this machine's platform.
    case unsupportedPlatform
    case manifestNotFound
    /// pixi.toml cannot be read.
    case manifestInvalid
    /// CUDA is declared in both spellings, the one before pixi 0.71 and the one since.
    case bothSpellings
    /// The manifest asks for another pixi; the releases it asks for, when they are named.
    case pixiTooOld(String?)
    /// A command line of another release.
    case unknownCommand
    /// The folder with the installed environment was copied or moved.
    case movedEnvironment
    /// Another pixi changes the same environment.
    case busy
    case network
    case diskFull
    /// A file or folder may not be read or written.
    case noPermission
    case solveFailed
  }

  public let kind: Kind
  /// One sentence: what happened.
  public let says: String
  /// One sentence: what to do now.
  public let remedy: String
  /// pixi's own words.
  public let text: String

  public init(kind: Kind, says: String, remedy: String, text: String) {
    self.kind = kind
    self.says = says
    self.remedy = remedy
    self.text = text
  }

  public var description: String { "\(says) \(remedy)" }
}

import Foundation
import PixiWorkspace

/// Everything a check looks at, read once: a participant's folder and the runs of the exercise.
public struct CheckSubject: Sendable {
  public enum Manifest: Sendable {
    case read(PixiManifest)
    case missing
    case unreadable(PixiManifestError)
  }

  /// The exercise's folder in the workspace.
  public let folder: URL
  /// The manifest's name below the folder: `pixi.toml` or `pyproject.toml`.
  public let manifestFile: String
  public let manifest: Manifest
  /// Nil when there is no pixi.lock or it cannot be read.
  public let lock: PixiLock?
  /// The exercise's runs of this workspace, the newest first.
  public let runs: [StoredRun]
  /// Nil when there is no pixi.
  public let pixi: PixiVersion?
  /// Whether an NVIDIA GPU answers on this machine.
  public let hasGPU: Bool
  /// Files that were read besides, by their paths below the folder: a Dockerfile, a `.dockerignore`.
  public let texts: [String: String]
  /// The files that goals ask for, by their paths below the folder, and pixi.lock where it is there.
  public let files: [String: CheckedFile]
  /// The names of the series that runs have given, such as `accuracy`.
  public let figures: [RunID: [String]]

  public init(
    folder: URL, manifestFile: String, manifest: Manifest, lock: PixiLock?, runs: [StoredRun] = [],
    pixi: PixiVersion? = nil, hasGPU: Bool = false, texts: [String: String] = [:],
    files: [String: CheckedFile] = [:], figures: [RunID: [String]] = [:]
  ) {
    self.folder = folder
    self.manifestFile = manifestFile
    self.manifest = manifest
    self.lock = lock
    self.runs = runs
    self.pixi = pixi
    self.hasGPU = hasGPU
    self.texts = texts
    self.files = files
    self.figures = figures
  }
}

import Foundation
import PixiWorkspace

extension VenvProvider {
  /// Keeps exact versions and hashes of an install that solved; without them the environment works
  /// just as well, and is solved again when it is made anew.
  func writeLock(_ paths: VenvPaths, for wish: VenvWish, python: String) async {
    if let lock = VenvLock(file: paths.lock), lock.serves(wish, python: python) { return }
    let entries = await solvedEntries(paths, wish)
    guard !entries.isEmpty else { return }
    let lock = VenvLock(
      entries: entries, requirements: wish.requirements, extraIndex: wish.extraIndex,
      python: python, machine: VenvLock.machine)
    let file = URL(filePath: paths.lock)
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(lock.text.utf8).write(to: file, options: .atomic)
  }

  private func solvedEntries(_ paths: VenvPaths, _ wish: VenvWish) async -> [VenvLock.Entry] {
    if let report = try? PipReport(file: paths.report) {
      return await entries(of: report, paths)
    }
    // pip before 22.2 tells only versions; uv is asked for the hashes of what it has installed.
    let frozen = await frozen(paths)
    let tools = ["pip", "setuptools", "wheel"]
    let installed = VenvLockParser.entries(in: frozen).filter { !tools.contains($0.name) }
    guard let uv, let compiled = await compiled(paths, wish, frozen, uv) else { return installed }
    // A line that is not understood would leave a package out.
    return VenvLockParser.entries(ofWhole: compiled) ?? installed
  }

  private func entries(of report: PipReport, _ paths: VenvPaths) async -> [VenvLock.Entry] {
    let missing = report.items.filter { $0.download.sha256 == nil }.compactMap(\.download.path)
    let counted = missing.isEmpty ? [:] : await sha256(of: missing, paths)
    return report.items.map { item in
      let hash = item.download.sha256 ?? item.download.path.flatMap { counted[$0] }
      return VenvLock.Entry(
        name: item.metadata.name, version: item.metadata.version,
        location: item.isDirect ? item.download.url : nil,
        hashes: [hash].compactMap(\.self))
    }
  }

  /// The hashes of files, counted by the environment's own Python; folders have none.
  private func sha256(of files: [String], _ paths: VenvPaths) async -> [String: String] {
    let program = """
      import hashlib, json, os, sys
      counted = {}
      for name in sys.argv[1:]:
          if os.path.isfile(name):
              digest = hashlib.sha256()
              with open(name, "rb") as file:
                  while block := file.read(1 << 20):
                      digest.update(block)
              counted[name] = digest.hexdigest()
      print(json.dumps(counted))
      """
    let output = await output(
      of: paths.python, ["-I", "-c", program] + files, variables.base, paths)
    return output.flatMap {
      try? JSONDecoder().decode([String: String].self, from: Data($0.utf8))
    } ?? [:]
  }

  private func frozen(_ paths: VenvPaths) async -> String {
    let (executable, arguments) =
      uv.map { ($0, ["pip", "freeze", "--python", paths.python]) }
      ?? (paths.python, ["-m", "pip", "freeze", "--disable-pip-version-check"])
    let environment = uv == nil ? variables.forPip : variables.forUV
    return await output(of: executable, arguments, environment, paths) ?? ""
  }

  /// uv solves once more, held to what it has installed, and tells the hashes.
  private func compiled(
    _ paths: VenvPaths, _ wish: VenvWish, _ frozen: String, _ uv: String
  ) async -> String? {
    let wanted = paths.prefix + "/.atelier-requirements.txt"
    let constraints = paths.prefix + "/.atelier-constraints.txt"
    // A package asked for by its place cannot be held to a version.
    let versions = frozen.split(separator: "\n").filter { $0.contains("==") }
    do {
      try Data(wish.requirements.joined(separator: "\n").utf8).write(to: URL(filePath: wanted))
      try Data(versions.joined(separator: "\n").utf8).write(to: URL(filePath: constraints))
    } catch {
      return nil
    }
    let arguments =
      [
        "pip", "compile", "--quiet", "--no-header", "--no-annotate", "--generate-hashes",
        "--python", paths.python, "--constraint", constraints,
      ]
      + VenvInstaller.uvIndexes(wish.extraIndex, variables: variables) + [wanted]
    return await output(of: uv, arguments, variables.forUV, paths)
  }

  private func output(
    of executable: String, _ arguments: [String], _ environment: [String: String],
    _ paths: VenvPaths
  ) async -> String? {
    let result = try? await runner.run(
      executable, arguments, environment: environment, workingDirectory: paths.prefix,
      timeout: .seconds(120))
    return result?.exitCode == 0 ? result?.standardOutput : nil
  }
}

import Foundation
import WorkshopModel

extension Engine {
  /// What was done in an exercise, with a fresh check; writes nothing.
  /// - Throws: `Diagnosis` when there is no such exercise.
  public func receipt(of id: String) async throws -> Receipt {
    let exercise = try exercise(id)
    let verdict = await receiptVerdict(of: id)
    let provider = await configuration.provider.describe()
    let packages = await installedPackages(of: exercise)
    await configuration.memory.recorder.flush()
    let gatherer = ReceiptGatherer(
      exercise: exercise, folder: plainFolder(of: exercise), workspace: plainWorkspace,
      provider: provider, installed: packages, gpu: gpu, history: configuration.memory.history,
      missingHistory: missingHistory, time: configuration.now())
    let facts = await BlockingWork.run { gatherer.gather(verdict: verdict) }
    return Receipt(exercise: id, markdown: ReceiptText(facts: facts).markdown)
  }

  /// Writes a receipt as a whole or not at all.
  /// - Parameters:
  ///   - file: Nil for `receipt-EX.md` in the exercise's folder.
  ///   - force: Whether a file that is no receipt of ours may be replaced.
  /// - Returns: The absolute path it was written to.
  /// - Throws: `Diagnosis`
  @discardableResult
  public func writeReceipt(
    of id: String, to file: URL? = nil, force: Bool = false
  ) async throws -> String {
    try checkWriting()
    let exercise = try exercise(id)
    let path =
      file?.absoluteURL.path(percentEncoded: false)
      ?? plainFolder(of: exercise) + "/" + Receipt.fileName(of: id)
    // Asked before the work of gathering, and once more when it is written.
    let target = ReceiptFile(path: path, mayReplace: force)
    try await BlockingWork.run { () throws(Diagnosis) in try target.check() }
    let receipt = try await receipt(of: id)
    try await BlockingWork.run { () throws(Diagnosis) in try target.write(receipt.markdown) }
    note(.receipt, of: id)
    return path
  }

  private func receiptVerdict(of id: String) async -> ReceiptFacts.Known<ExerciseVerdict> {
    if let verdict = await currentVerdict(of: id) { return .known(verdict) }
    guard let verdict = try? await progress(of: id).verdict else {
      return .unknown("it could not be checked")
    }
    return .known(verdict)
  }

  /// Only where there is no pixi.lock to read: pixi's own look takes a second.
  private func installedPackages(of exercise: Exercise) async -> [String: [StoredPackage]] {
    guard configuration.provider.kind != .pixi else { return [:] }
    var packages: [String: [StoredPackage]] = [:]
    for environment in exercise.environments {
      packages[environment.name] = await configuration.provider.packages(
        of: environment.name, of: exercise, in: configuration.folder(of: exercise.id))
    }
    return packages
  }

  private var missingHistory: String {
    if case .unavailable(let diagnosis) = configuration.memory.status { return diagnosis.says }
    return "No database of runs can be read."
  }
}

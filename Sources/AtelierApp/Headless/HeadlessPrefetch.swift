import Foundation
import SessionEngine
import TerminalCore
import WorkshopModel

/// Installs what the day needs in the order of the outline, or tells what that would be.
struct HeadlessPrefetch: Sendable {
  private static let size = Size(columns: 160, rows: 50)
  let context: AppContext
  let exercises: [Exercise]

  /// Prints the plan on standard output; starts nothing.
  /// - Returns: Whether everything could be installed.
  func tell() async throws -> Bool {
    let items = try await plan()
    print(text(items))
    return items.allSatisfy { $0.phase == .waiting }
  }

  /// Installs one environment after another; one that fails does not hold up the next.
  /// - Returns: Whether everything is there.
  func installAll() async throws -> Bool {
    for exercise in exercises {
      if let failure = context.workspace.exercise(exercise).prepare().failures.first {
        throw Diagnosis(says: "\(failure.path): \(failure.what)", remedy: failure.remedy)
      }
    }
    let items = try await plan()
    StandardError.write(text(items))
    let engine = try await context.makeKeepingEngine()
    let progress = Task { await HeadlessProgress().follow(engine.events) }
    let interrupts = try InterruptWatcher()
    let watch = Task {
      if await interrupts.wait() { await engine.close() }
    }
    var isWell = true
    for item in items where interrupts.signal == nil {
      isWell = await install(item, with: engine) && isWell
    }
    watch.cancel()
    await engine.close()
    await progress.value
    if let signal = interrupts.signal { Foundation.exit(128 + signal) }
    return isWell
  }

  private func install(_ item: PrefetchSnapshot.Item, with engine: Engine) async -> Bool {
    guard case .waiting = item.phase else { return false }
    let name = "\(item.exercise) · \(item.environment)"
    do {
      try await engine.install(item.environment, of: item.exercise, size: Self.size)
      StandardError.write("\(name) is installed.")
      return true
    } catch let diagnosis as Diagnosis {
      StandardError.write("\(name): \(CommandFailure(diagnosis).text)")
    } catch {
      StandardError.write("\(name): stopped.")
    }
    return false
  }

  private func plan() async throws -> [PrefetchSnapshot.Item] {
    let engine = try await context.makeKeepingEngine()
    var statuses: [String: [EnvironmentStatus]] = [:]
    for exercise in exercises {
      statuses[exercise.id] = try await engine.refreshEnvironments(of: exercise.id)
    }
    await engine.close()
    return PrefetchPlanner(workshop: context.workshop).items(
      statuses: statuses, freeDiskBytes: DiskSpace().freeBytes(at: context.workspacePath))
  }

  private func text(_ items: [PrefetchSnapshot.Item]) -> String {
    guard !items.isEmpty else { return "Every environment is installed." }
    var lines = items.map { item in
      let size =
        item.downloadBytes.map { "\(PrefetchDisk.words($0)) to download" }
        ?? "size n/a: not known before it is solved"
      let name = "\(item.exercise) · \(item.environment)"
      if case .skipped(let reason) = item.phase { return "\(name): skipped: \(reason)" }
      return "\(name): \(size)"
    }
    let known = items.filter { $0.phase == .waiting }.compactMap(\.downloadBytes)
    if !known.isEmpty { lines.append("together \(PrefetchDisk.words(known.reduce(0, +)))") }
    if let free = DiskSpace().freeBytes(at: context.workspacePath) {
      lines.append("\(PrefetchDisk.words(free)) free at \(context.workspacePath)")
    }
    return lines.joined(separator: "\n")
  }
}

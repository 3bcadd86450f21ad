import ArgumentParser
import Foundation
import SessionEngine

/// `atelier env list`.
struct EnvironmentListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the workshop's environments and whether they are installed.",
    usage: "atelier env list [--exercise <name>] [--json] [<options>]",
    discussion: "Looks only: it installs and solves nothing.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions

  @Option(help: ArgumentHelp("Only this exercise's environments.", valueName: "name"))
  var exercise: String?

  @Flag(help: "Print JSON: one object for each environment.")
  var json = false

  func run() async throws {
    let context = try AppContext(shared, provider)
    let exercises = try context.exercises(named: exercise)
    let engine = try await context.makeEngine()
    let description = await engine.describeProvider()
    var statuses: [(exercise: String, statuses: [EnvironmentStatus])] = []
    for exercise in exercises {
      statuses.append((exercise.id, try await engine.refreshEnvironments(of: exercise.id)))
    }
    await engine.close()
    let records = EnvironmentRecord.records(statuses)
    print(json ? try JSONText.encode(records) : plain(records, description))
  }

  private func plain(_ records: [EnvironmentRecord], _ provider: ProviderDescription) -> String {
    var lines = ["\(provider.kind.rawValue) \(provider.version ?? "(version unknown)")"]
    lines += provider.notes
    for record in records {
      let users = record.exercises.joined(separator: ", ")
      lines.append("")
      lines.append("\(record.name): \(record.state) · \(record.title) · \(users)")
      if let prefix = record.prefix { lines.append("  \(prefix)") }
      if let reason = record.reason { lines.append("  \(reason)") }
      if let note = record.note { lines.append("  \(note)") }
      if let lock = record.lock { lines.append("  " + words(lock, isInstalled: record.installed)) }
    }
    return lines.joined(separator: "\n")
  }

  private func words(_ lock: EnvironmentLock, isInstalled: Bool) -> String {
    var parts = ["\(lock.packages) packages locked"]
    if let isMatched = lock.isMatched {
      parts.append(isMatched ? "all of them installed" : "not as they are installed")
    }
    if !isInstalled, let bytes = lock.downloadBytes {
      parts.append("\(PrefetchDisk.words(bytes)) to download")
      if lock.packagesOfUnknownSize > 0 {
        parts.append("\(lock.packagesOfUnknownSize) of unknown size")
      }
    }
    return parts.joined(separator: ", ")
  }
}

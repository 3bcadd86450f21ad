import Foundation

/// Reads a pixi.lock line by line from its bytes.
struct PixiLockReader {
  private enum Section {
    case other, platforms, environments, packages
  }

  private typealias Platform = (
    name: String, subdirectory: String?, virtualPackages: [String], isListing: Bool
  )
  private typealias Selection = (platform: String, packages: [(kind: String, location: String)])

  private var formatVersion: Int?
  private var section = Section.other
  private var platforms: [Platform] = []
  private var environments: [(name: String, selections: [Selection])] = []
  private var isInPackages = false
  private var records: [PixiLockRecord] = []

  mutating func read(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    var start = 0
    while start < bytes.count {
      let newline = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
      let end = newline.map { UnsafeRawPointer($0) - base } ?? bytes.count
      let line = PixiLockLine(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      if !line.isEmpty { read(line) }
      start = end + 1
    }
  }

  private mutating func read(_ line: PixiLockLine) {
    if line.indent == 0, !line.isItem {
      begin(line)
      return
    }
    switch section {
    case .platforms: readPlatform(line)
    case .environments: readEnvironment(line)
    case .packages: readPackage(line)
    case .other: break
    }
  }

  private mutating func begin(_ line: PixiLockLine) {
    guard let (key, value) = line.field else { return section = .other }
    switch key {
    case "version":
      formatVersion = Int(value)
      section = .other
    case "platforms": section = .platforms
    case "environments": section = .environments
    case "packages": section = .packages
    default: section = .other
    }
  }

  private mutating func readPlatform(_ line: PixiLockLine) {
    if line.indent == 0 {
      guard let (key, value) = line.field, key == "name" else { return }
      platforms.append((value, nil, [], false))
    } else if let last = platforms.indices.last {
      if line.isItem {
        if platforms[last].isListing { platforms[last].virtualPackages.append(line.item) }
      } else if let (key, value) = line.field {
        platforms[last].isListing = key == "virtual-packages"
        if key == "subdir" { platforms[last].subdirectory = value }
      }
    }
  }

  private mutating func readEnvironment(_ line: PixiLockLine) {
    switch (line.indent, line.isItem) {
    case (2, false):
      guard let (name, _) = line.field else { return }
      environments.append((name, []))
      isInPackages = false
    case (4, false):
      isInPackages = line.field?.key == "packages"
    case (6, false) where isInPackages:
      guard let last = environments.indices.last, let (platform, _) = line.field else { return }
      environments[last].selections.append((platform, []))
    case (6, true) where isInPackages:
      guard let last = environments.indices.last,
        let place = environments[last].selections.indices.last, let (kind, location) = line.field,
        !location.isEmpty
      else { return }
      environments[last].selections[place].packages.append((kind, location))
    default: break
    }
  }

  private mutating func readPackage(_ line: PixiLockLine) {
    if line.indent == 0 {
      guard let (key, value) = line.field else { return }
      records.append(PixiLockRecord(key: key, value: value))
    } else if line.indent == 2, !line.isItem, let last = records.indices.last,
      PixiLockRecord.mayHold(line), let (key, value) = line.field
    {
      records[last].take(key, value)
    }
  }

  var lock: PixiLock {
    var details: [String: PixiLockRecord] = [:]
    details.reserveCapacity(records.count)
    for record in records where details[record.location] == nil {
      details[record.location] = record
    }
    var known: [String: PixiLock.Package] = [:]
    func package(_ kind: String, _ location: String) -> PixiLock.Package {
      if let package = known[location] { return package }
      let record = details[location] ?? PixiLockRecord(key: kind, value: location)
      let package = record.package
      known[location] = package
      return package
    }
    let table = Dictionary(
      platforms.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    func platform(_ name: String) -> PixiLock.Platform {
      PixiLock.Platform(
        name: name, subdirectory: table[name]?.subdirectory ?? name,
        virtualPackages: table[name]?.virtualPackages ?? [])
    }
    return PixiLock(
      formatVersion: formatVersion, platforms: platforms.map { platform($0.name) },
      environments: environments.map { environment in
        PixiLock.Environment(
          name: environment.name,
          selections: environment.selections.map { selection in
            PixiLock.Selection(
              platform: platform(selection.platform),
              packages: selection.packages.map { package($0.kind, $0.location) })
          })
      })
  }
}

import Foundation

/// The numbers that runs have in the names of their logs, such as `…-exercise-3-gpu-12.log`.
enum LogNumbers {
  /// The highest in the folder `runs` beside the database; 0 when there is none.
  static func highest(beside database: String) -> Int {
    let folder = URL(filePath: database).deletingLastPathComponent().appending(path: "runs")
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)))
      ?? []
    return names.compactMap { name -> Int? in
      guard name.hasSuffix(".log") else { return nil }
      return name.dropLast(4).split(separator: "-").last.flatMap { Int($0) }
    }.max() ?? 0
  }
}

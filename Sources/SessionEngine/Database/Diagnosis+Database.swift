import Foundation
internal import GRDB
import ProcessRunner

extension Diagnosis {
  static func newerDatabase(_ path: String, version: Int) -> Diagnosis {
    Diagnosis(
      says: "\(path) was written by a newer Atelier (its version is \(version), this program knows "
        + "up to \(DatabaseSchema.version)); it was left as it is.",
      remedy: "Use the newer Atelier, or name another workspace with --workspace DIR.")
  }

  static func foreignDatabase(_ path: String) -> Diagnosis {
    Diagnosis(
      says: "\(path) is a database of another program; it was left as it is.",
      remedy: "Move it elsewhere and open Atelier again.")
  }

  static func setAside(_ path: String, to place: String, reason: String) -> Diagnosis {
    Diagnosis(
      says: "\(path) was damaged (\(reason)) and has been set aside as \(place); a new one was "
        + "begun.",
      remedy: "Earlier runs are no longer listed; their logs stand in the folder beside it. What "
        + "can be saved of it comes out with: sqlite3 \(ShellQuoting.quote(place)) .recover")
  }

  static func damagedDatabase(_ path: String, reason: String) -> Diagnosis {
    Diagnosis(
      says: "\(path) is damaged (\(reason)).",
      remedy: "Open the console: it sets the file aside and begins a new one.")
  }

  static func migrated(_ path: String, from version: Int, backup: String) -> Diagnosis {
    Diagnosis(
      says: "\(path) was brought from version \(version) to \(DatabaseSchema.version).",
      remedy: "It is kept as it was in \(backup); delete that when all is well.")
  }

  static func isBeingOpened(_ path: String) -> Diagnosis {
    Diagnosis(
      says: "\(path) has been kept by another Atelier for half a minute, which is opening it.",
      remedy: "End that one if it hangs, then open Atelier again.")
  }

  static func backupFailed(_ path: String, _ error: any Error) -> Diagnosis {
    Diagnosis(
      says: "\(path) is of an older version and could not be copied before the change: "
        + "\(words(error)). It was left as it is.",
      remedy: "Free some space in its folder and open Atelier again.")
  }

  static func migrationFailed(_ path: String, backup: String, _ error: any Error) -> Diagnosis {
    Diagnosis(
      says: "\(path) could not be brought up to date: \(words(error)).",
      remedy: "It is kept as it was in \(backup). Free some space and open Atelier again.")
  }

  static func unusableDatabase(_ path: String, _ error: any Error) -> Diagnosis {
    Diagnosis(
      says: "\(path) cannot be used: \(words(error)).",
      remedy: "See that its folder can be written and has space, and that it is on a local disk; "
        + "until then nothing of the runs is kept but their logs.")
  }

  static func noDatabase(_ path: String) -> Diagnosis {
    Diagnosis(
      says: "Nothing has been kept yet: there is no \(path).",
      remedy: "Run an exercise first, in the console or with `atelier run`.")
  }

  static func failingDatabase(_ path: String, _ error: any Error) -> Diagnosis {
    Diagnosis(
      says: "\(path) could not be written: \(words(error)).",
      remedy: "Runs and their logs go on; what they say waits in memory and is written as soon as "
        + "it can be. Free some space.")
  }

  static func replacedDatabase(_ path: String) -> Diagnosis {
    Diagnosis(
      says: "\(path) has been removed or replaced while it was open.",
      remedy: "Nothing more can be kept in it: close the console and open it again.")
  }

  private static func words(_ error: any Error) -> String {
    if let error = error as? DatabaseError { return error.words }
    if let error = error as? Diagnosis { return error.says }
    return error.localizedDescription
  }
}

import Foundation

/// Takes the folders of this machine out of texts that are committed and read elsewhere.
struct MachineNames: Sendable {
  /// The exercise's folder, absolute.
  let folder: String
  let workspace: String
  let home: String

  init(folder: String, workspace: String, home: String = NSHomeDirectory()) {
    self.folder = folder
    self.workspace = workspace
    self.home = home
  }

  /// A command as it can be given in the exercise's folder elsewhere: programs by their names, files
  /// relative to the folder.
  func command(_ command: String) -> String {
    let plain = text(command)
    let program = plain.prefix { $0 != " " }
    guard program.hasPrefix("/") || program.hasPrefix("~/"),
      let name = program.split(separator: "/").last
    else { return plain }
    return String(name) + plain.dropFirst(program.count)
  }

  /// A sentence in which `.` is the exercise's folder, `..` the workspace, and `~` the home.
  func text(_ text: String) -> String {
    var plain = text
    for (path, name) in [(folder, "."), (workspace, ".."), (home, "~")] where path.count > 1 {
      plain.replace(path + "/", with: name == "." ? "" : name + "/")
      plain.replace(path, with: name)
    }
    return plain
  }
}

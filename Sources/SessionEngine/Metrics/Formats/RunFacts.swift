/// What a line says of the program and the machine it runs on.
struct RunFacts: Sendable, Hashable {
  var framework: String?
  var frameworkVersion: String?
  var device: String?
  var deviceName: String?
  var cuda: String?
}

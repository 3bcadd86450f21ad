/// Something that puts what happens into the console's stream, from its start until it is stopped.
@MainActor
protocol InputSource: AnyObject {
  func start(_ inputs: InputQueue)
  func stop()
}

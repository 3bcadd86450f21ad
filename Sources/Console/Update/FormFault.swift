/// What is wrong with what was filled in, and the way out, in one sentence.
struct FormFault: Error, Hashable {
  let says: String

  init(_ says: String) {
    self.says = says
  }
}

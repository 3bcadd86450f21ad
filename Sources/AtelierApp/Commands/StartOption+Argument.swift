import ArgumentParser
import WorkshopModel

extension StartOption: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}

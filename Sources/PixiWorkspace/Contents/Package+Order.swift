extension [PixiLock.Package] {
  /// The heaviest first, those of unknown size last; what weighs the same keeps its order.
  public var heaviestFirst: [PixiLock.Package] {
    enumerated().sorted { one, other in
      let sizes = (one.element.sizeBytes, other.element.sizeBytes)
      switch sizes {
      case (let left?, let right?) where left != right: return left > right
      case (.some, nil): return true
      case (nil, .some): return false
      default: return one.offset < other.offset
      }
    }.map(\.element)
  }
}

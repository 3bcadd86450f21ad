/// One figure as NVML gave it, or the code that came instead.
enum NVMLReading<Value> {
  case known(Value)
  case unavailable(NVMLReturnCode)

  var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }

  var code: NVMLReturnCode {
    switch self {
    case .known: .success
    case .unavailable(let code): code
    }
  }

  func map<Other>(_ change: (Value) -> Other) -> NVMLReading<Other> {
    switch self {
    case .known(let value): .known(change(value))
    case .unavailable(let code): .unavailable(code)
    }
  }

  /// Takes a value outside of the range it can truly have as unknown.
  func within(_ range: some RangeExpression<Value>) -> NVMLReading where Value: Comparable {
    if case .known(let value) = self, !range.contains(value) { return .unavailable(.notSupported) }
    return self
  }
}

extension NVMLReading: Sendable where Value: Sendable {}
extension NVMLReading: Equatable where Value: Equatable {}

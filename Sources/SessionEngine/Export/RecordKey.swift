/// Writes every key; what is not known is null and not left out.
struct RecordKey: CodingKey {
  let stringValue: String
  let intValue: Int? = nil

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension KeyedEncodingContainer where Key == RecordKey {
  mutating func write(_ name: String, _ value: (some Encodable)?) throws {
    try encode(value, forKey: RecordKey(stringValue: name))
  }
}

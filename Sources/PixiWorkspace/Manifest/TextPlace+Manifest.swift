import TOMLReading

/// A place in a manifest, for who reads manifests and no other TOML.
public typealias TextPlace = TOMLReading.TextPlace

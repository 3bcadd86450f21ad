import Testing

@testable import SessionEngine

@Suite struct VersionRangeTests {
  @Test(
    arguments: [
      (nil, "12", true), ("*", "12", true), (">=12.4,<13", "12.4", true),
      (">=12.4,<13", "13", false), (">=12.4,<13", "12.3", false), ("11.8.*", "11.8", true),
      ("11.8", "11.8.1", true), ("<=2.5.1", "2.5.1", true), ("<=2.5.1", "2.5.2", false),
      ("<2", "2", false), ("~=2.7", "2.9", true), ("~=2.7", "3", false), ("~=2.7.1", "2.8", false),
      ("11.8|>=12.6", "12.6", true), ("11.8|>=12.6", "12", false), ("12.9", "12.10", false),
      ("!=12", "12", true), ("^1", "12", true), ("(>=1,<2)|3", "12", true),
      (">=3,<2", "2.5", false),
      ("=1.99", "1.100", false), ("2.0rc1", "2.0", true), ("2.0rc1", "2.1", false),
    ] as [(String?, String, Bool)])
  func specsMeetWhereOneVersionIsInBoth(_ spec: String?, _ version: String, _ meets: Bool) {
    let own = VersionRange(spec: spec)
    let other = VersionRange(upTo: PackageVersion(version))
      .shared(with: VersionRange(from: PackageVersion(version)))
    #expect(own.overlaps(other) == meets)
    #expect(other.overlaps(own) == meets)
  }

  @Test(arguments: [
    ("12", "13"), ("12.9", "12.10"), ("1.99", "1.100"), ("0", "1"), ("2.0rc1", "2.1"),
    ("99999999999999999999", "100000000000000000000"), ("1!1.2", "1!1.3"),
  ])
  func theNextIsTheFirstThatBeginsOtherwise(_ version: String, _ next: String) {
    #expect(PackageVersion(version).next == PackageVersion(next))
  }

  @Test(
    arguments: [
      ("12.4", 12), ("0.4", 0), ("11rc1", 11), ("cuda", nil), ("", nil),
      ("99999999999999999999", nil),
    ] as [(String, Int?)])
  func theMajorNumberStandsInFront(_ version: String, _ major: Int?) {
    #expect(PackageVersion(version).major == major)
  }
}

import Testing

@testable import SessionEngine

@Suite struct VersionSpecTests {
  @Test(arguments: [
    ("*", "1", true), ("", "1", true), (">=2.7", "2.7.0", true), (">=2.7", "2.10", true),
    (">=2.7", "2.6.9", false), (">=2,<3", "3.0", false), (">=2,<3", "2.9", true),
    ("<2", "2.0rc1", true), ("12.*", "12.4", true), ("12.*", "120", false), ("12.*", "12", true),
    ("=3.12", "3.12.9", true), ("=3.12", "3.13", false), ("3.12", "3.12.9", false),
    ("==1.5", "1.5.0", true), ("==1.5.*", "1.5.9", true), ("!=1.5", "1.5", false),
    ("~=1.5", "1.9", true), ("~=1.5", "2.0", false), ("~=1.5.2", "1.6", false),
    ("1.2|>=2", "2.1", true), ("1.2|>=2", "1.3", false), (">1", "1!0.1", true),
    (">=1.0.post1", "1.0", false), ("<=1.0", "1.0.dev3", true),
    (">=0.4.25,<0.4.28", "0.4.26", true),
    (">=99999999999999999999", "100000000000000000000", true),
  ])
  func boundsAreHeldInCondasOrder(_ spec: String, _ version: String, _ isAllowed: Bool) {
    #expect(VersionSpec(spec).allows(PackageVersion(version)) == isAllowed)
  }

  @Test(arguments: ["(>=1,<2)|3", ">=", "^1.2", "!!", "1.2 py*", "=~"])
  func whatSaysMoreIsNotJudged(_ spec: String) {
    #expect(VersionSpec(spec).allows("1.2.3") != false)
  }
}

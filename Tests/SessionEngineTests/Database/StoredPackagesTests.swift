import Testing

@testable import SessionEngine

@Suite struct StoredPackagesTests {
  private let numpy = StoredPackage(
    name: "numpy", version: "2.3.1", build: "py312h1", kind: "conda")
  private let jax = StoredPackage(name: "jax", version: "0.6.2", build: nil, kind: "pypi")

  @Test func equalEnvironmentsAreKeptOnce() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    for _ in 1...3 { _ = try await database.insert(DatabaseFixture.run()) }
    try await database.setPackages([numpy, jax], of: RunID(1))
    try await database.setPackages([jax, numpy], of: RunID(2))
    #expect(try database.packages(of: RunID(1)) == [jax, numpy])
    #expect(try database.packages(of: RunID(2)) == [jax, numpy])
    #expect(try database.packages(of: RunID(3)) == [])
    #expect(try fixture.ask("SELECT count(*) FROM package_set") == 1)

    let other = StoredPackage(name: "numpy", version: "2.3.1", build: "py312h2", kind: "conda")
    try await database.setPackages([other, jax], of: RunID(2))
    #expect(try database.packages(of: RunID(2)) == [jax, other])
    #expect(try database.packages(of: RunID(1)) == [jax, numpy])
    try await database.delete(RunID(2))
    #expect(try fixture.ask("SELECT count(*) FROM package_set") == 1)
    #expect(try fixture.ask("SELECT count(*) FROM package") == 2)
    await database.close()
  }
}

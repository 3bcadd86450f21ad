import Foundation
import PixiWorkspace
import Testing

@Suite struct PixiPackageTests {
  @Test func explicitnessIsReadFromEitherField() throws {
    let packages = try JSONDecoder().decode(
      [PixiPackage].self,
      from: Data(
        """
        [{"name":"jaxlib","version":"0.4.23","build":"cuda118py312h1c60a56_200",
          "size_bytes":12,"kind":"conda","source":"conda-forge","is_explicit":true},
         {"name":"numpy","version":"2.3.5","kind":"conda","requested_spec":">=2"},
         {"name":"libblas","version":null,"kind":"conda","requested_spec":null}]
        """.utf8))
    #expect(packages.map(\.isExplicit) == [true, true, false])
    #expect(packages[0].build == "cuda118py312h1c60a56_200")
    #expect(packages[2].version == nil)
  }
}

import PixiWorkspace
import TestSupport
import Testing

@Suite struct PixiLockOutlineTests {
  private static let lock = """
    version: 6
    environments:
      default:
        channels:
        - url: https://conda.anaconda.org/conda-forge/
        packages:
          linux-64:
          - conda: https://conda.anaconda.org/conda-forge/linux-64/_libgcc_mutex-0.1-conda_forge.tar.bz2
      gpu:
        channels:
        - url: https://conda.anaconda.org/conda-forge/
        packages:
          linux-64:
          - conda: https://conda.anaconda.org/conda-forge/noarch/cuda-version-12.9-h4f385c5_3.conda
          - conda: https://conda.anaconda.org/conda-forge/linux-64/pytorch-2.7.1-cuda129_mkl_py312h30b5a27_300.conda
          - pypi: https://files.pythonhosted.org/packages/torchmetrics-1.9.0-py3-none-any.whl
    packages:
    - conda: https://conda.anaconda.org/conda-forge/linux-64/other-1.0-0.conda
      sha256: 00
    """

  @Test func namesVersionsAndBuildsComeFromTheFileNames() {
    let packages = PixiLockOutline(text: Self.lock).packages(of: "gpu")
    #expect(packages.map(\.name) == ["cuda-version", "pytorch"])
    #expect(packages.map(\.version) == ["12.9", "2.7.1"])
    #expect(packages.map(\.build) == ["h4f385c5_3", "cuda129_mkl_py312h30b5a27_300"])
  }

  @Test func environmentsAreKeptApart() {
    let outline = PixiLockOutline(text: Self.lock)
    #expect(outline.packages(of: "default").map(\.name) == ["_libgcc_mutex"])
    #expect(outline.packages(of: "cpu").isEmpty)
  }

  @Test(arguments: ["", "not: yaml: [", "environments:\n  gpu:\n    - conda: x\n", "\u{0}\u{1}"])
  func anotherShapeGivesNothing(text: String) {
    #expect(PixiLockOutline(text: text).packages(of: "gpu").isEmpty)
  }

  @Test func aMissingFileHasNoOutline() {
    #expect(PixiLockOutline(file: "/nowhere/pixi.lock") == nil)
  }
}

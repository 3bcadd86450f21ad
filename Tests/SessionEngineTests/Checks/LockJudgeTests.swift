import PixiWorkspace
import SessionEngine
import Testing
import WorkshopModel

@Suite struct LockJudgeTests {
  private func judge(
    _ lock: String?, _ manifest: String? = CheckedProject.systemRequirements,
    pixi: PixiVersion? = PixiVersion(0, 77), _ change: (inout LockRequirement) -> Void
  ) -> GoalVerdict {
    var requirement = LockRequirement()
    requirement.environment = "gpu"
    change(&requirement)
    return CheckedProject.verdict(
      .lock(requirement), CheckedProject.subject(manifest, lock: lock, pixi: pixi))
  }

  @Test(arguments: [
    (false, CheckedProject.systemRequirements), (true, CheckedProject.systemRequirements),
    (true, CheckedProject.platforms),
  ])
  func isMetInBothFormats(_ isNew: Bool, _ manifest: String) {
    let verdict = judge(CheckedProject.lock(isNew: isNew), manifest) {
      $0.platform = "linux-64"
      $0.packages = ["numpy"]
      $0.versions = ["cuda-version": "12.*", "numpy": "2.*"]
      $0.builds = ["pytorch": "cuda12*"]
      $0.pypi = ["TorchMetrics"]
      $0.without = ["cudatoolkit", "pytorch-cpu"]
      $0.withoutPyPI = ["torch", "nvidia-*"]
      $0.current = true
    }
    #expect(verdict.status == .met, "\(verdict)")
    #expect(
      judge(CheckedProject.lock(isNew: isNew), manifest) {
        $0.environment = nil
        $0.current = true
      }.status == .met)
  }

  @Test func whereCUDAIsWantedTheRemedyNamesThePackageForGPUs() {
    let lock = CheckedProject.lock().split(separator: "\n")
      .filter { !$0.contains("pytorch-2.7.1-cuda") }.joined(separator: "\n")
    let manifest = CheckedProject.systemRequirements.replacing(
      "pytorch-gpu = \">=2.7\"\n", with: "")
    let verdict = judge(lock, manifest) {
      $0.packages = ["pytorch"]
      $0.builds = ["pytorch": "cuda12*"]
    }
    #expect(verdict.why == "pixi.lock has no pytorch in gpu on linux-64.")
    #expect(verdict.remedy == "Add it: `pixi add --feature gpu pytorch-gpu`.")
    let asked = judge(lock) { $0.builds = ["pytorch": "cuda12*"] }
    #expect(asked.remedy == "The manifest asks for it: solve anew with `pixi lock`.")
    let other = judge(lock, manifest) { $0.builds = ["jaxlib": "cuda12*"] }
    #expect(other.remedy == "Add it: `pixi add --feature gpu \"jaxlib=*=cuda12*\"`.")
  }

  @Test func everyConditionCanFail() {
    let lock = CheckedProject.lock()
    func why(_ change: (inout LockRequirement) -> Void) -> String {
      let verdict = judge(lock) { change(&$0) }
      #expect(verdict.status == .open && verdict.file != nil && verdict.remedy != nil)
      return verdict.why ?? ""
    }
    #expect(why { $0.packages = ["scipy"] } == "pixi.lock has no scipy in gpu on linux-64.")
    #expect(why { $0.versions = ["cuda-version": "11.8.*"] }.contains("12.9"))
    #expect(why { $0.builds = ["pytorch": "cuda118*"] }.contains("cuda129_mkl"))
    #expect(why { $0.pypi = ["numpy"] }.contains("not from PyPI"))
    #expect(why { $0.without = ["pytorch-g*"] }.contains("pytorch-gpu"))
    #expect(why { $0.withoutPyPI = ["torch*"] }.contains("torchmetrics"))
    #expect(
      why {
        $0.platform = "win-64"; $0.packages = ["numpy"]
      }.contains("win-64"))
    #expect(why { $0.sameVersion = ["numpy"] }.contains("no solve group"))
    #expect(
      why {
        $0.environment = "tpu"; $0.packages = ["numpy"]
      }.contains("tpu"))
  }

  /// What was changed in the manifest after the lock was made, and what is said of it.
  @Test(arguments: [
    ("pytorch-gpu = \">=2.7\"", "pytorch-gpu = \">=2.8\"", "2.7.1", 20),
    ("pytorch-gpu = \">=2.7\"", "pytorch-gpu = \">=2.7\"\nscipy = \"*\"", "no scipy", 21),
    ("python = \"3.12.*\"", "python = \"3.13.*\"", "3.12.9", 7),
    ("python = \"3.12.*\"", "python = \"<3.12\"", "3.12.9", 7),
    ("torchmetrics = \">=1.5\"", "torchmetrics = \"~=1.5.0\"", "1.9.0", 23),
    ("gpu = [\"gpu\"]", "gpu = [\"gpu\"]\nnew = [\"gpu\"]", "environment new", 31),
    ("cpu = [\"cpu\"]\n", "", "environment cpu", nil),
    ("\"linux-64\", \"osx-arm64\"]", "\"linux-64\", \"osx-arm64\", \"win-64\"]", "win-64", 4),
    ("cuda-version = \"12.*\"", "cuda-version = { version = \"*\", build = \"x*\" }", "h2_0", 19),
  ])
  func aLockIsStaleByItsValues(
    _ before: String, _ after: String, _ words: String, _ line: Int?
  ) {
    let manifest = CheckedProject.systemRequirements.replacing(before, with: after)
    let verdict = judge(CheckedProject.lock(), manifest) {
      $0.environment = nil
      $0.current = true
    }
    #expect(verdict.status == .open)
    #expect(verdict.why?.contains(words) == true, "\(verdict)")
    #expect(verdict.line == line, "\(verdict)")
    #expect(verdict.remedy == "Solve anew: `pixi lock`.")
  }

  @Test func aLockOfFormat7IsStaleWhenAnotherCUDAIsDeclared() {
    let manifest = CheckedProject.platforms.replacing("cuda = \"12\"", with: "cuda = \"13\"")
    let verdict = judge(CheckedProject.lock(isNew: true), manifest) { $0.current = true }
    #expect(verdict.status == .open)
    #expect(verdict.why?.contains("CUDA 12, and gpu requires CUDA 13") == true, "\(verdict)")
  }

  @Test func anyOrderOfPlatformsAndAnySolvedVersionWillDo() {
    let lock = CheckedProject.lock().replacing("3.12.9", with: "3.12.1")
    let manifest = CheckedProject.systemRequirements.replacing(
      "\"linux-64\", \"osx-arm64\"]", with: "\"osx-arm64\", \"linux-64\"]")
    #expect(judge(lock, manifest) { $0.current = true }.status == .met)
  }

  @Test func withoutALockItIsOpenAndWithoutPixiNobodyCanTell() {
    let open = judge(nil) { $0.current = true }
    #expect(open.status == .open && open.why == "There is no pixi.lock yet.")
    #expect(open.remedy == "Solve: `pixi lock`.")
    let unknown = judge(nil, pixi: nil) { $0.current = true }
    #expect(unknown.status == .unknown && unknown.remedy?.contains("pixi.sh") == true)
  }

  @Test func oneVersionIsAskedOfAWholeSolveGroup() {
    let manifest = CheckedProject.systemRequirements
      .replacing("cpu = [\"cpu\"]", with: "cpu = { features = [\"cpu\"], solve-group = \"m\" }")
      .replacing("gpu = [\"gpu\"]", with: "gpu = { features = [\"gpu\"], solve-group = \"m\" }")
    #expect(judge(CheckedProject.lock(), manifest) { $0.sameVersion = ["python"] }.status == .met)
    let lock = CheckedProject.lock().replacing(
      "osx-arm64/python-3.12.9", with: "osx-arm64/python-3.12.8")
    #expect(judge(lock, manifest) { $0.sameVersion = ["python"] }.status == .met)
    let other = CheckedProject.lock().replacing(
      "linux-64/pytorch-2.7.1-cpu", with: "linux-64/pytorch-2.7.0-cpu")
    #expect(judge(other, manifest) { $0.sameVersion = ["pytorch"] }.status == .open)
  }
}

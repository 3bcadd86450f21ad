import PixiWorkspace
import SessionEngine
import Testing
import WorkshopModel

@Suite struct ManifestJudgeTests {
  private func requirement(
    _ change: (inout ManifestRequirement) -> Void
  ) -> GoalRequirement {
    var requirement = ManifestRequirement()
    change(&requirement)
    return .manifest(requirement)
  }

  private func judge(
    _ manifest: String?, pixi: PixiVersion? = PixiVersion(0, 77),
    _ change: (inout ManifestRequirement) -> Void
  ) -> GoalVerdict {
    CheckedProject.verdict(
      requirement(change), CheckedProject.subject(manifest, pixi: pixi))
  }

  private let whole: (inout ManifestRequirement) -> Void = {
    $0.environment = "gpu"
    $0.operatingSystems = 2
    $0.environments = 2
    $0.platforms = ["linux-64"]
    $0.cuda = "12"
    $0.packages = ["PyTorch-GPU", "python"]
    $0.pypi = ["torchmetrics"]
    $0.without = ["pytorch"]
    $0.tasks = ["train"]
    $0.apartFrom = "cpu"
  }

  @Test(arguments: [CheckedProject.systemRequirements, CheckedProject.platforms])
  func isMetInBothSpellings(_ manifest: String) {
    let verdict = judge(manifest, whole)
    #expect(verdict.status == .met, "\(verdict)")
    #expect(judge(manifest) { $0.cuda = "12" }.status == .met)
  }

  @Test(arguments: [
    ("\"12\"", true), ("\"12.0\"", true), ("\"12.4\"", true), ("\"12.*\"", true),
    ("\">=12,<13\"", true), ("\"11.8\"", false), ("\"13\"", false), ("\"120\"", false),
    ("\"1\"", false),
  ])
  func aCUDARequirementFitsItsWholeSeries(_ version: String, _ isMet: Bool) {
    let text = CheckedProject.systemRequirements.replacing(
      "cuda = \"12\"", with: "cuda = \(version)")
    let verdict = judge(text) {
      $0.environment = "gpu"
      $0.cuda = "12"
    }
    // What pixi's own syntax does not allow is no wrong `met` either.
    #expect((verdict.status == .met) == isMet || verdict.status == .wrong, "\(verdict)")
  }

  @Test func whatIsMissingIsSaidWithItsPlaceAndCommand() {
    let text = CheckedProject.systemRequirements.replacing("pytorch-gpu = \">=2.7\"\n", with: "")
    let verdict = judge(text) {
      $0.environment = "gpu"
      $0.packages = ["pytorch-gpu"]
    }
    #expect(verdict.status == .open)
    #expect(verdict.why == "The environment gpu does not ask for pytorch-gpu.")
    #expect(verdict.remedy == "Add it: `pixi add --feature gpu pytorch-gpu`.")
    #expect(verdict.file == "pixi.toml")
    #expect(verdict.line == 12)
  }

  @Test func anEnvironmentComesAfterItsFeature() {
    let ready = CheckedProject.systemRequirements.replacing("gpu = [\"gpu\"]\n", with: "")
    let command = "`pixi workspace environment add gpu --feature gpu`."
    #expect(judge(ready) { $0.environment = "gpu" }.remedy == "Add it: \(command)")
    let bare = "[workspace]\nname = \"bare\"\nchannels = []\nplatforms = [\"linux-64\"]\n"
    #expect(
      judge(bare) { $0.environment = "gpu" }.remedy
        == "First give a feature its packages, `pixi add --feature gpu PACKAGE`, then make the "
        + "environment of it: \(command)")
  }

  @Test func anEnvironmentIsMadeOfTheFeatureThatAsksForItsPackages() {
    let verdict = judge(CheckedProject.systemRequirements) {
      $0.environment = "gpu-pypi"
      $0.packages = ["pytorch-gpu", "python"]
    }
    #expect(
      verdict.remedy
        == "The feature gpu asks for pytorch-gpu already: make the environment of it and of what "
        + "else belongs there, `gpu-pypi = [\"gpu\", …]` in [environments].")
  }

  @Test(arguments: [
    (PixiVersion(0, 77), "pixi workspace platform add linux-64-cuda12=linux-64 --cuda 12"),
    (PixiVersion(0, 49), "pixi workspace system-requirements add --feature gpu cuda 12"),
    (nil, "[feature.gpu.system-requirements]"),
  ])
  func commandsFollowTheInstalledPixi(_ pixi: PixiVersion?, _ command: String) {
    let text = CheckedProject.systemRequirements.replacing(
      "[feature.gpu.system-requirements]\ncuda = \"12\"\n", with: "")
    let verdict = judge(text, pixi: pixi) {
      $0.environment = "gpu"
      $0.cuda = "12"
    }
    #expect(verdict.status == .open)
    #expect(verdict.why == "The environment gpu does not declare CUDA 12.")
    #expect(verdict.remedy?.contains(command) == true, "\(verdict)")
  }

  @Test func aManifestThatMixesSpellingsDeclaresNoCUDA() {
    let text =
      CheckedProject.platforms
      + "[feature.gpu.system-requirements]\ncuda = \"12\"\n"
    let verdict = judge(text) {
      $0.environment = "gpu"
      $0.cuda = "12"
    }
    #expect(verdict.status == .open)
    #expect(verdict.why?.contains("pixi refuses") == true)
  }

  @Test func solveGroupsHoldTogetherAndApart() {
    func text(_ cpu: String, _ gpu: String) -> String {
      CheckedProject.systemRequirements
        .replacing("cpu = [\"cpu\"]", with: "cpu = { features = [\"cpu\"]\(cpu) }")
        .replacing("gpu = [\"gpu\"]", with: "gpu = { features = [\"gpu\"]\(gpu) }")
    }
    let group = ", solve-group = \"main\""
    func status(_ text: String, _ change: (inout ManifestRequirement) -> Void) -> GoalStatus {
      judge(text) {
        $0.environment = "gpu"
        change(&$0)
      }.status
    }
    #expect(status(text(group, group)) { $0.apartFrom = "cpu" } == .open)
    #expect(status(text(group, group)) { $0.togetherWith = "cpu" } == .met)
    #expect(status(text("", group)) { $0.apartFrom = "cpu" } == .met)
    #expect(status(text("", group)) { $0.togetherWith = "cpu" } == .open)
    #expect(status(text("", "")) { $0.togetherWith = "cpu" } == .open)
    #expect(status(text("", "")) { $0.apartFrom = "tpu" } == .open)
  }

  @Test func anEnvironmentWithAFeatureNobodyDeclaredMeetsNothing() {
    let text = CheckedProject.systemRequirements.replacing(
      "gpu = [\"gpu\"]", with: "gpu = [\"gpu\", \"gqu\"]")
    let verdict = judge(text) {
      $0.environment = "gpu"
      $0.packages = ["pytorch-gpu"]
    }
    #expect(verdict.status == .open)
    #expect(verdict.why?.contains("gqu") == true)
  }

  @Test func everyOtherConditionCanFail() {
    let text = CheckedProject.systemRequirements
    #expect(judge(text) { $0.environment = "tpu" }.why == "There is no environment tpu yet.")
    #expect(judge(text) { $0.environments = 3 }.status == .open)
    #expect(judge(text) { $0.operatingSystems = 3 }.status == .open)
    func gpu(_ change: (inout ManifestRequirement) -> Void) -> GoalVerdict {
      judge(text) {
        $0.environment = "gpu"
        change(&$0)
      }
    }
    #expect(gpu { $0.platforms = ["osx-arm64"] }.status == .open)
    #expect(gpu { $0.pypi = ["torch"] }.status == .open)
    #expect(gpu { $0.without = ["pytorch-gpu"] }.line == 20)
    #expect(gpu { $0.tasks = ["probe"] }.status == .open)
    #expect(gpu { $0.packages = ["torchmetrics"] }.why?.contains("asks PyPI") == true)
  }

  @Test func noManifestIsOpenAndABrokenOneIsWrongWithItsPlace() {
    let missing = judge(nil, whole)
    #expect(missing.status == .open && missing.file == "pixi.toml" && missing.remedy != nil)
    let broken = judge("[workspace]\nname = \"a\"\nplatforms = [\n", whole)
    #expect(broken.status == .wrong && broken.wrongWay == "unreadable-manifest")
    #expect(broken.line != nil && broken.why?.contains("pixi.toml") == true)
    // The place is where reading failed, often below the bracket that nobody closed.
    #expect(broken.remedy?.contains("what was left open above it") == true)
  }
}

import PixiWorkspace
import Testing

@Suite struct PixiVariablesTests {
  private let insidePixi = [
    "PATH": "/usr/bin", "HOME": "/home/u", "PIXI_IN_SHELL": "1", "PIXI_ENVIRONMENT_NAME": "gpu",
    "PIXI_ENVIRONMENT_PLATFORMS": "linux-64", "PIXI_PROJECT_ROOT": "/w",
    "PIXI_PROJECT_MANIFEST": "/w/pixi.toml", "PIXI_PROMPT": "(w) ", "PIXI_EXE": "/p",
    "CONDA_PREFIX": "/w/.pixi/envs/gpu", "CONDA_DEFAULT_ENV": "w", "CONDA_SHLVL": "1",
    "FORCE_COLOR": "1", "PIXI_CACHE_DIR": "/cache", "CONDA_OVERRIDE_CUDA": "12",
    "LC_ALL": "de_DE.UTF-8",
  ]

  @Test func readingForgetsTheWorkspaceTheConsoleWasStartedIn() {
    #expect(
      PixiVariables(user: insidePixi).forReading == [
        "PATH": "/usr/bin", "HOME": "/home/u", "PIXI_CACHE_DIR": "/cache",
        "CONDA_OVERRIDE_CUDA": "12", "PIXI_NO_PROGRESS": "true", "PIXI_NO_WRAP": "1",
        "NO_COLOR": "1", "LANG": "C.UTF-8",
      ])
  }

  @Test func aTerminalKeepsColoursProgressAndTheUsersLanguage() {
    #expect(
      PixiVariables(user: insidePixi).forTerminal == [
        "PATH": "/usr/bin", "HOME": "/home/u", "PIXI_CACHE_DIR": "/cache",
        "CONDA_OVERRIDE_CUDA": "12", "FORCE_COLOR": "1", "PIXI_NO_WRAP": "1",
        "LC_ALL": "de_DE.UTF-8",
      ])
  }

  @Test func aTerminalGetsAUTF8LocaleWhereThereIsNone() {
    let variables = PixiVariables(user: ["LC_ALL": "C", "LANG": "de_DE.UTF-8"]).forTerminal
    #expect(variables["LC_ALL"] == nil)
    #expect(variables["LANG"] == "C.UTF-8")
  }
}

import PixiWorkspace
import Testing

@Suite struct PixiErrorClassifierTests {
  typealias Kind = PixiProblem.Kind

  /// Phrases of pixi's reports, of releases 0.40 to 0.77.
  static let texts: [(String, Kind)] = [
    (
      """
      Error:   × Cannot install environment 'gpu'
        ╰─▶ Virtual package '__cuda' does not match any of the available virtual packages on your machine: [__unix=0=0, __linux=6.8=0]
        help: You can mock the virtual package by overriding the environment variable, e.g.: '`CONDA_OVERRIDE_CUDA=12.0`'
      """, .noGPU
    ),
    (
      """
      Error:   × the environment 'gpu' does not support 'linux-64' on this machine.

      Declared platforms and why none runs here:
        - linux-64-cuda12 (subdir linux-64): missing virtual packages: __cuda >= 12

      Unsatisfied requirements: __cuda >= 12
      """, .noGPU
    ),
    (
      "Virtual package '__glibc' does not match any of the available virtual packages on your "
        + "machine: [__unix=0=0]", .unsupportedPlatform
    ),
    (
      "Error:   × the environment 'mac' does not support 'linux-64' on this machine.",
      .unsupportedPlatform
    ),
    ("Error:   × the installed environment 'x' cannot run on platform 'y'", .unsupportedPlatform),
    (
      """
      Error:   × failed to solve requirements of environment 'gpu' for platform 'linux-64'
        ╰─▶ Cannot solve the request because of: pytorch-gpu >=2.7 cannot be installed because there are no viable options:
            └─ pytorch 2.7.1 would require
               └─ __cuda *, for which no candidates were found.
      """, .cudaNotDeclared
    ),
    (
      """
      Error:   × failed to solve the environment
        ╰─▶ Cannot solve the request because of: No candidates were found for pytorch-gpu *.
      """, .noCandidates("pytorch-gpu")
    ),
    (
      """
        ╰─▶ Cannot solve the request because of: cuda-version 12.9 would constrain
            └─ __cuda >=12, which conflicts with the versions reported above.
      """, .cudaVersionConflict
    ),
    (
      """
        ╰─▶ Cannot solve the request because of: jaxlib 0.4.23 would require
            └─ python >=3.12,<3.13.0a0 *_cp312, which cannot be installed
      """, .pythonConflict
    ),
    (
      "Cannot solve the request because of: The following packages are incompatible\n├─ jaxlib",
      .incompatiblePackages
    ),
    (
      """
      Error:   × failed to solve the pypi requirements of environment 'default' for platform 'linux-64'
        help: The following PyPI packages have been pinned by the conda solve, and this version may be causing a conflict
      """, .pypiConflict
    ),
    ("failed to solve the conda requirements of 'default' 'linux-64'", .solveFailed),
    ("Error:   × lock-file not up-to-date with the workspace", .staleLock),
    ("Error:   × lock file not up-to-date with the workspace", .staleLock),
    (
      "found newer lockfile format version 7, but only up to including version 6 is supported",
      .newerLock
    ),
    ("Error:   × unknown environment 'jax'", .unknownEnvironment("jax")),
    (
      "could not find pixi.toml or pyproject.toml with tool.pixi at directory /w",
      .manifestNotFound
    ),
    ("this project requires pixi '>=0.70', but you have pixi 0.49.0", .pixiTooOld(">=0.70")),
    ("The environment directory has moved from '/a' to '/b'", .movedEnvironment),
    ("Error:   × the task 'train' is ambiguous", .ambiguousTask("train")),
    ("the task 'x' is not available in environment 'y'", .unknownTask),
    ("trian: command not found\n\nAvailable tasks:\n\ttrain", .unknownTask),
    ("error: unrecognized subcommand 'system-requirements'\n\nUsage: pixi", .unknownCommand),
    ("error: unexpected argument '--no-lockfile-update' found", .unknownCommand),
    (
      "Error:   × TOML parse error\n  │ invalid type: map, expected a string", .manifestInvalid
    ),
    (
      "feature `gpu` uses `[system-requirements]` but the workspace declares per-platform virtual "
        + "packages; remove one", .bothSpellings
    ),
    ("failed to collect prefix records: File was modified during parsing", .busy),
    (
      "error sending request for url (https://conda.anaconda.org/conda-forge/noarch)", .network
    ),
    (
      "Error:   × failed to fetch\n  ╰─▶ invalid peer certificate: UnknownIssuer", .network
    ),
    ("Blocking waiting for global file lock on package cache", .busy),
    (
      "Error:   × failed to create directory\n  ╰─▶ Permission denied (os error 13)",
      .noPermission
    ),
    ("failed to link numpy: No space left on device (os error 28)", .diskFull),
  ]

  @Test(arguments: texts)
  func recognises(text: String, kind: Kind) {
    let problem = PixiErrorClassifier().classify(text)
    #expect(problem?.kind == kind)
    #expect(problem?.says.hasSuffix(".") == true)
    #expect(problem?.remedy.hasSuffix(".") == true)
  }

  @Test(arguments: [
    "", "✔ The gpu environment has been installed.",
    "WARN the `[system-requirements]` table is deprecated in favor of virtual packages on "
      + "`platforms`",
    "Traceback (most recent call last):\nValueError: wrong",
    "PermissionError: [Errno 13] Permission denied: '/etc/shadow'",
    "urllib.error.URLError: <urlopen error [Errno 111] Connection refused>",
  ])
  func saysNothingOfWhatIsNoError(text: String) {
    #expect(PixiErrorClassifier().classify(text) == nil)
  }

  @Test func aReportWrappedInATerminalIsUnderstoodAndJoined() throws {
    let raw =
      "\u{1B}[?25l⠁ solving\r⠂ solving\r\u{1B}[2KError: \u{1B}[31m  × \u{1B}[0mCannot install "
      + "environment 'gpu'\r\n  \u{1B}[31m╰─▶ \u{1B}[0mVirtual package '__cuda' does not match "
      + "any of the available virtual\r\n      packages on your machine: [__unix=0=0, "
      + "__linux=6.8=0]\r\n  \u{1B}[36mhelp: \u{1B}[0mYou can mock the virtual package\r\n"
    let problem = try #require(PixiErrorClassifier().classify(raw))
    #expect(problem.kind == .noGPU)
    #expect(
      problem.text == """
        Error:   × Cannot install environment 'gpu'
          ╰─▶ Virtual package '__cuda' does not match any of the available virtual packages on \
        your machine: [__unix=0=0, __linux=6.8=0]
          help: You can mock the virtual package
        """)
  }

  @Test func aPhraseBrokenAtAHyphenIsFound() {
    let text = "Error:   × lock file not up-\n  │ to-date with the workspace"
    #expect(PixiErrorClassifier().classify(text)?.kind == .staleLock)
  }
}

import SessionEngine
import Testing

@Suite struct VenvDiagnosisTests {
  static let texts: [(output: String, exitCode: Int32, phrase: String)] = [
    (
      """
      WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError': Failed to \
      establish a new connection: [Errno -3] Temporary failure in name resolution
      ERROR: Could not find a version that satisfies the requirement torch (from versions: none)
      ERROR: No matching distribution found for torch
      """, 1, "package index could not be reached"
    ),
    (
      """
      WARNING: Retrying after connection broken by 'NewConnectionError: Connection refused': /whl/cpu
      ERROR: Could not find a version that satisfies the requirement torch==99 (from versions: 2.12)
      ERROR: No matching distribution found for torch==99
      """, 1, "fits `torch==99`"
    ),
    (
      "ERROR: No matching distribution found for jax-cuda99\n", 1, "fits `jax-cuda99`"
    ),
    (
      "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n",
      1, "disk is full"
    ),
    (
      "error: externally-managed-environment\n\n× This environment is externally managed", 1,
      "belongs to the system"
    ),
    (
      "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", 1,
      "does not have the content"
    ),
    (
      "The virtual environment was not created successfully because ensurepip is not\navailable.  "
        + "\nensurepip is not available", 1, "no `ensurepip`"
    ),
    (
      """
        × No solution found when resolving dependencies:
        ╰─▶ Because there is no version of torch==99.0 and you require torch==99.0, we can conclude
      """, 1, "fits `torch==99.0`"
    ),
    (
      "Traceback (most recent call last):\r\n  File \"/w/train.py\", line 1, in <module>\r\n"
        + "ModuleNotFoundError: No module named 'jax'\r\n", 1, "imports `jax`"
    ),
    (
      """
      Traceback (most recent call last):
        File "/w/train.py", line 7, in <module>
        File "/v/lib/python3.11/site-packages/numpy/core.py", line 99, in f
      ValueError: bad shape
      """, 1, "in train.py, line 7 with ValueError: bad shape"
    ),
    ("epoch=1 loss=0.2\nKilled\n", 137, "memory runs out"),
    ("torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2 GiB", 1, "memory is full"),
    (
      "PyTorch was built for CUDA 12.9 but finds no GPU here. Run with --device cpu.\n", 1,
      "PyTorch was built for CUDA 12.9 but finds no GPU here."
    ),
  ]

  @Test(arguments: texts)
  func understands(output: String, exitCode: Int32, phrase: String) {
    let provider = VenvProvider(environment: [:]) { false }
    let diagnosis = provider.diagnose(output: output, exitCode: exitCode)
    #expect(diagnosis?.says.contains(phrase) == true, "\(String(describing: diagnosis))")
    #expect(diagnosis?.remedy.isEmpty == false)
    #expect(diagnosis?.details?.isEmpty == false)
  }

  @Test func theWorkloadsOwnSentenceKeepsItsRemedy() {
    let diagnosis = VenvProvider(environment: [:]) { false }.diagnose(
      output: "epoch=1\nNo GPU here. Run with --device cpu.\n", exitCode: 1)
    #expect(diagnosis?.says == "No GPU here.")
    #expect(diagnosis?.remedy == "Run with --device cpu.")
  }

  @Test(arguments: [("all is well\n", 0), ("epoch=1 loss=0.3\n", 1), ("", 1)])
  func saysNothingOfWhatItDoesNotUnderstand(output: String, exitCode: Int32) {
    let provider = VenvProvider(environment: [:]) { false }
    #expect(provider.diagnose(output: output, exitCode: exitCode) == nil)
  }
}

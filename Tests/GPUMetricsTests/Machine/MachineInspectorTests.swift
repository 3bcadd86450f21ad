import Foundation
import TestSupport
import Testing

@testable import GPUMetrics

@Suite struct MachineInspectorTests {
  private func machine(_ files: [String: String]) throws -> MachineFacts {
    let root = try TemporaryDirectory()
    for (path, text) in files { try root.write(text, to: path) }
    return MachineInspector(root: root.path).inspect()
  }

  private func controller(
    vendor: String = "0x10de", kind: String = "0x030200", status: String = "active"
  ) -> [String: String] {
    let device = "sys/bus/pci/devices/0000:83:00.0"
    return [
      "\(device)/vendor": vendor + "\n", "\(device)/class": kind + "\n",
      "\(device)/power/runtime_status": status + "\n",
    ]
  }

  @Test func findsNvidiaControllersOnly() throws {
    #expect(try machine(controller()).controllers == [PCIController(address: "0000:83:00.0")])
    #expect(try machine(controller(kind: "0x030000")).controllers.count == 1)
    #expect(try machine(controller(vendor: "0x1002")).controllers.isEmpty)
    #expect(try machine(controller(kind: "0x040300")).controllers.isEmpty)
  }

  @Test(arguments: [
    "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.161.07  Sat Feb 17 22:55:48 UTC 2024",
    "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  535.161.07  Release Build  (a@b)",
  ])
  func readsTheModulesAndTheLibrarysVersion(text: String) throws {
    let root = try TemporaryDirectory()
    try root.write(text + "\nGCC version:  gcc 12.2.0\n", to: "proc/driver/nvidia/version")
    let folder = root.url.appending(path: "usr/lib/x86_64-linux-gnu")
    try root.write("", to: "usr/lib/x86_64-linux-gnu/libnvidia-ml.so.580.82.07")
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "libnvidia-ml.so.1").path,
      withDestinationPath: "libnvidia-ml.so.580.82.07")
    let facts = MachineInspector(root: root.path).inspect()
    #expect(facts.kernelModuleVersion == "535.161.07")
    #expect(facts.libraryVersion == "580.82.07")
    #expect(try machine([:]).libraryVersion == nil)
    #expect(try machine(["sys/module/nvidia/version": "470.1\n"]).kernelModuleVersion == "470.1")
  }

  @Test func sleepsOnlyWhenEveryControllerDoes() throws {
    #expect(try machine(controller(status: "suspended")).isAsleep)
    #expect(try machine(controller()).isAsleep == false)
    #expect(try machine([:]).isAsleep == false)
    let awake = ["vendor": "0x10de", "class": "0x030200", "power/runtime_status": "active"]
      .map { ("sys/bus/pci/devices/0000:84:00.0/\($0.key)", $0.value) }
    let both = controller(status: "suspended").merging(awake) { $1 }
    #expect(try machine(both).isAsleep == false)
  }

  @Test func whatCanSleepIsToldByTheKernelAndTheDriver() throws {
    let control = "sys/bus/pci/devices/0000:83:00.0/power/control"
    let driver = "proc/driver/nvidia/gpus/0000:83:00.0/power"
    let cases: [([String: String], Bool)] = [
      ([:], false), ([control: "on\n"], false), ([control: "auto\n"], true),
      (
        [control: "auto\n", driver: "Runtime D3 status:          Enabled (fine-grained)\n"], true
      ),
      ([control: "auto\n", driver: "Runtime D3 status:          Disabled by default\n"], false),
      ([control: "auto\n", driver: "Runtime D3 status:          Not supported\n"], false),
      ([control: "on\n", driver: "Runtime D3 status:          Enabled (coarse)\n"], false),
    ]
    for (files, canSleep) in cases {
      let facts = try machine(controller().merging(files) { $1 })
      #expect(facts.canSleep == canSleep, "\(files)")
    }
    #expect(try machine([:]).canSleep == false)
  }

  @Test func missingDriverIsToldByWhatTheMachineHas() throws {
    let module = ["proc/driver/nvidia/version": "NVRM"]
    let container = [".dockerenv": ""]
    let cases: [([String: String], String)] = [
      ([:], "no NVIDIA GPU on its PCI bus"),
      (controller(), "its GPU 0000:83:00.0 cannot be used"),
      (controller().merging(module) { $1 }, "kernel module but not its libraries"),
      (controller().merging(container) { $1 }, "started without its host's GPUs"),
      (container, "This container sees no NVIDIA GPU"),
      (["dev/dxg": ""], "under Windows"),
    ]
    for (files, says) in cases {
      let words = try machine(files).missingDriver
      #expect(words.contains(says), "\(words)")
    }
  }
}

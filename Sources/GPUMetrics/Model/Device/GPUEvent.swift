/// An error the driver reported about a device (an XID of NVIDIA's catalogue).
public struct GPUEvent: Sendable, Hashable, Codable {
  /// NVIDIA's number of the error, such as 79: the GPU fell off the bus.
  public var xid: Int
  /// When it came, in seconds since 1970.
  public var time: Double

  public init(xid: Int, time: Double) {
    self.xid = xid
    self.time = time
  }

  /// What it means, with the remedy where there is one.
  public var words: String {
    switch xid {
    case 13: "A program's kernel failed (Xid 13): often an access outside of its memory."
    case 31: "A program's kernel used memory that is not its own (Xid 31)."
    case 43: "A program's kernel stopped responding and was ended (Xid 43)."
    case 45: "A program's work was removed, as when it is ended or after another error (Xid 45)."
    case 48:
      "Memory had an error that could not be corrected (Xid 48): the GPU must be reset or the "
        + "machine rebooted."
    case 61, 62: "The GPU's own controller failed (Xid \(xid)): reboot the machine."
    case 63: "A faulty row of memory is replaced at the next reset of the GPU (Xid 63)."
    case 64: "A faulty row of memory could not be replaced (Xid 64): have the GPU exchanged."
    case 74: "A link between GPUs failed (Xid 74)."
    case 79:
      "The GPU fell off the PCI bus (Xid 79): a reboot brings it back; if it happens again, have "
        + "its power and cooling checked."
    case 94: "A program met a memory error that touched no other (Xid 94)."
    case 95: "A memory error touched several programs (Xid 95): the GPU must be reset."
    case 119, 120: "The GPU's own processor does not answer (Xid \(xid)): reboot the machine."
    default: "The driver reported error \(xid) (Xid): `sudo dmesg | grep NVRM` says more."
    }
  }
}

/// Where GPU figures come from.
public enum GPUSourceKind: String, Sendable, Hashable, Codable {
  case nvml
  case nvidiaSMI = "nvidia-smi"
  case none
}

/// What one run of `nvidia-smi --query-gpu` came to.
enum NvidiaSMIAnswer: Hashable, Sendable {
  case devices([GPUDevice], driver: String?)
  /// This version of the command does not know a field, and then answers nothing else.
  case unknownField(String)
  case failed(DriverProblem)
}

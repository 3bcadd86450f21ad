/// Variables a run gets unless the user has set them.
enum RunVariables {
  /// Output arrives line by line, and JAX leaves GPU memory to the run beside it: by default it
  /// reserves three quarters of it at the first operation.
  static let defaults = [
    "PYTHONUNBUFFERED": "1",
    "XLA_PYTHON_CLIENT_PREALLOCATE": "false",
  ]
}

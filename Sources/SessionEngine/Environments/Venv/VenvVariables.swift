import PixiWorkspace

/// Makes the environments that venv's children get from the user's own.
struct VenvVariables: Sendable {
  let user: [String: String]

  /// Without what belongs to another environment the console was started in.
  var base: [String: String] {
    user.filter { name, _ in
      !name.hasPrefix("PIXI_") && !name.hasPrefix("CONDA_")
        && !["PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "VIRTUAL_ENV_PROMPT"].contains(name)
    }
  }

  /// For pip: it neither asks questions nor looks for its own updates.
  var forPip: [String: String] {
    var variables = base
    variables["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    variables["PIP_NO_INPUT"] = "1"
    variables["PIP_REQUIRE_VIRTUALENV"] = nil
    variables["PIP_USER"] = nil
    variables["PIP_TARGET"] = nil
    variables["PIP_PREFIX"] = nil
    return variables
  }

  /// For uv, which does not read pip's variables: it is given the same places to look in.
  var forUV: [String: String] {
    var variables = base
    for (uv, pip) in [
      ("UV_FIND_LINKS", "PIP_FIND_LINKS"), ("UV_DEFAULT_INDEX", "PIP_INDEX_URL"),
      ("UV_INDEX", "PIP_EXTRA_INDEX_URL"), ("SSL_CERT_FILE", "PIP_CERT"),
    ] where variables[uv] == nil {
      guard let value = user[pip], !value.isEmpty else { continue }
      // uv parts its links with commas and its indexes with spaces; pip uses spaces for both.
      variables[uv] =
        uv == "UV_FIND_LINKS"
        ? value.split(whereSeparator: \.isWhitespace).joined(separator: ",") : value
    }
    if let indexes = user["UV_INDEX_URL"], user["UV_DEFAULT_INDEX"] == nil {
      variables["UV_DEFAULT_INDEX"] = indexes
    }
    return variables
  }

  /// For a program inside the environment.
  func inside(_ paths: VenvPaths) -> [String: String] {
    var variables = base
    variables["PATH"] = paths.programs + (user["PATH"].map { ":" + $0 } ?? "")
    variables["VIRTUAL_ENV"] = paths.prefix
    variables.merge(RunVariables.defaults) { user, _ in user }
    variables["PYTHONUNBUFFERED"] = "1"
    return variables
  }
}

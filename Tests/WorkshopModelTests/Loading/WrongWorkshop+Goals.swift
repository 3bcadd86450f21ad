extension WrongWorkshop {
  static let all = outlines + exercises + goals

  /// Faults in goals, hints, pitfalls and solutions.
  static let goals: [WrongWorkshop] = [
    WrongWorkshop(
      "goal-beside-sentence", in: "first/exercise.toml", line: 5, key: "goal", "same name",
      remedy: "aim = "),
    WrongWorkshop(
      "goal-unknown-kind", in: "first/exercise.toml", line: 8, key: "goal[1].kind", "`manifesto`",
      remedy: "command, container, file, lock, manifest, output"),
    WrongWorkshop(
      "goal-unknown-condition", in: "first/exercise.toml", line: 9, key: "goal[1].versions",
      "kind `manifest` has no condition `versions`", remedy: "operating_systems"),
    WrongWorkshop(
      "goal-without-condition", in: "first/exercise.toml", line: 8, key: "goal[1].kind",
      "no condition", remedy: "environment = "),
    WrongWorkshop(
      "goal-lock-without-condition", in: "first/exercise.toml", line: 8, key: "goal[1].kind",
      "no condition", remedy: "packages = "),
    WrongWorkshop(
      "goal-output-without-condition", in: "first/exercise.toml", line: 8, key: "goal[1].kind",
      "no condition", remedy: "facts = "),
    WrongWorkshop(
      "goal-container-without-condition", in: "first/exercise.toml", line: 8, key: "goal[1].kind",
      "no condition", remedy: "installs-by-lock"),
    WrongWorkshop(
      "goal-twice", in: "first/exercise.toml", line: 12, key: "goal[2].id", "Two goals",
      remedy: "of its own"),
    WrongWorkshop(
      "goal-id-in-capitals", in: "first/exercise.toml", line: 6, key: "goal[1].id", "`Ready`",
      remedy: "lower-case"),
    WrongWorkshop(
      "goal-without-sentence", in: "first/exercise.toml", line: 5, key: "goal[1].says",
      "is missing", remedy: "says = "),
    WrongWorkshop(
      "goal-blank-sentence", in: "first/exercise.toml", line: 7, key: "goal[1].says", "is blank",
      remedy: "text"),
    WrongWorkshop(
      "goal-wrong-way-no-name", in: "first/exercise.toml", line: 10, key: "goal[1].wrong_ways",
      "`Stale lock`", remedy: "lower-case"),
    WrongWorkshop(
      "goal-wrong-way-twice", in: "first/exercise.toml", line: 10, key: "goal[1].wrong_ways",
      "stands twice", remedy: "Keep one"),
    WrongWorkshop(
      "goal-environment-no-name", in: "first/exercise.toml", line: 9, key: "goal[1].environment",
      "`--all`", remedy: "Begin with"),
    WrongWorkshop(
      "goal-apart-from-itself", in: "first/exercise.toml", line: 10, key: "goal[1].apart_from",
      "against itself", remedy: "another"),
    WrongWorkshop(
      "goal-bad-platform", in: "first/exercise.toml", line: 9, key: "goal[1].platforms", "`linux`",
      remedy: "linux-64"),
    WrongWorkshop(
      "goal-bad-cuda", in: "first/exercise.toml", line: 9, key: "goal[1].cuda", "`>=12`",
      remedy: "cuda = \"12\""),
    WrongWorkshop(
      "goal-too-many-systems", in: "first/exercise.toml", line: 9, key: "goal[1].operating_systems",
      "cannot be 4", remedy: "1 to 3"),
    WrongWorkshop(
      "goal-package-with-version", in: "first/exercise.toml", line: 9, key: "goal[1].packages",
      "`numpy >=2`", remedy: "name alone"),
    WrongWorkshop(
      "goal-version-not-a-glob", in: "first/exercise.toml", line: 9, key: "goal[1].versions",
      "not a glob for numpy", remedy: "`*`"),
    WrongWorkshop(
      "goal-versions-not-a-table", in: "first/exercise.toml", line: 9, key: "goal[1].versions",
      "a table of strings", remedy: "versions = {"),
    WrongWorkshop(
      "goal-current-not-a-boolean", in: "first/exercise.toml", line: 9, key: "goal[1].current",
      "a string where a boolean", remedy: "current = true"),
    WrongWorkshop(
      "goal-empty-list", in: "first/exercise.toml", line: 9, key: "goal[1].packages", "empty list",
      remedy: "remove"),
    WrongWorkshop(
      "goal-blank-line-wanted", in: "first/exercise.toml", line: 10, key: "goal[1].lines",
      "blank text", remedy: "Give it"),
    WrongWorkshop(
      "goal-file-outside", in: "first/exercise.toml", line: 9, key: "goal[1].path", "`../*.png`",
      remedy: "without `..`"),
    WrongWorkshop(
      "goal-changed-glob", in: "first/exercise.toml", line: 10, key: "goal[1].changed",
      "no one file", remedy: "path"),
    WrongWorkshop(
      "goal-unknown-container-condition", in: "first/exercise.toml", line: 10,
      key: "goal[1].conditions", "`is-small`", remedy: "keeps-prefix"),
    WrongWorkshop(
      "hint-for-unknown-goal", in: "first/exercise.toml", line: 13, key: "hint[1].goal",
      "no goal `steady`", remedy: "ready"),
    WrongWorkshop(
      "hint-without-text", in: "first/exercise.toml", line: 11, key: "hint[1].text", "is missing",
      remedy: "text = "),
    WrongWorkshop(
      "hint-blank", in: "first/exercise.toml", line: 12, key: "hint[1].text", "is blank",
      remedy: "text"),
    WrongWorkshop(
      "hint-with-escape", in: "first/exercise.toml", line: 12, key: "hint[1].text",
      "control character", remedy: "escapes"),
    WrongWorkshop(
      "hint-unknown-spelling", in: "first/exercise.toml", line: 13, key: "hint[1].spelling",
      "`new`", remedy: "system-requirements, platforms"),
    WrongWorkshop(
      "pitfall-twice", in: "first/exercise.toml", line: 12, key: "pitfall[2].id", "Two pitfalls",
      remedy: "of its own"),
    WrongWorkshop(
      "pitfall-without-recovery", in: "first/exercise.toml", line: 5, key: "pitfall[1].recovery",
      "is missing", remedy: "recovery = "),
    WrongWorkshop(
      "pitfall-id-with-blank", in: "first/exercise.toml", line: 6, key: "pitfall[1].id",
      "`cpu jaxlib`", remedy: "lower-case"),
    WrongWorkshop(
      "pitfall-unknown-key", in: "first/exercise.toml", line: 10, key: "pitfall[1].see",
      "not known", remedy: "sees"),
    WrongWorkshop("solution-empty", in: "first/solution", "`solution` is empty", remedy: "differ"),
    WrongWorkshop(
      "solution-not-a-folder", in: "first/solution", "not a folder", remedy: "Make it a folder"),
    WrongWorkshop("solution-link", in: "first/solution/train.py", "a link", remedy: "copy"),
    WrongWorkshop(
      "solution-platforms-alone", in: "first/solution-platforms", "no folder `solution`",
      remedy: "Make `solution`"),
  ]
}

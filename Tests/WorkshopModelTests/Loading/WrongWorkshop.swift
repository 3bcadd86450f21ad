import Testing

/// A fixture with one fault in it, and what its author must be told.
struct WrongWorkshop: Sendable, CustomTestStringConvertible {
  let fixture: String
  let file: String
  let line: Int?
  let key: String?
  let what: String
  let remedy: String

  init(
    _ fixture: String, in file: String = "workshop.toml", line: Int? = nil, key: String? = nil,
    _ what: String, remedy: String
  ) {
    self.fixture = fixture
    self.file = file
    self.line = line
    self.key = key
    self.what = what
    self.remedy = remedy
  }

  var testDescription: String { fixture }

  static let outlines: [WrongWorkshop] = [
    WrongWorkshop("no-workshop", "The file is not there.", remedy: "--exercises DIR"),
    WrongWorkshop("workshop-is-a-folder", "not a regular file", remedy: "plain file"),
    WrongWorkshop("empty", "empty", remedy: "Write it"),
    WrongWorkshop("only-blanks", "empty", remedy: "Write it"),
    WrongWorkshop("not-utf8", line: 5, "not UTF-8", remedy: "UTF-8"),
    WrongWorkshop("zero-byte", line: 5, "NUL character", remedy: "Remove it"),
    WrongWorkshop("bad-toml", line: 6, "not TOML", remedy: "Correct the line"),
    WrongWorkshop("unclosed-string", line: 2, "not TOML", remedy: "Correct the line"),
    WrongWorkshop("missing-title", key: "title", "`title` is missing", remedy: "title = "),
    WrongWorkshop(
      "missing-segment-title", line: 13, key: "segment[2].title", "is missing", remedy: "title = "),
    WrongWorkshop("blank-title", line: 2, key: "title", "is blank", remedy: "text"),
    WrongWorkshop("escape-in-title", line: 2, key: "title", "control", remedy: "escapes"),
    WrongWorkshop(
      "wrong-type", line: 11, key: "segment[1].minutes", "a string where an integer",
      remedy: "minutes = 20"),
    WrongWorkshop(
      "wrong-type-title", line: 2, key: "title", "an integer where a string", remedy: "title = "),
    WrongWorkshop(
      "wrong-type-topics", line: 12, key: "segment[1].topics", "an array of strings",
      remedy: "topics = ["),
    WrongWorkshop(
      "segment-not-a-table", line: 5, key: "segment", "a list of tables", remedy: "[[segment]]"),
    WrongWorkshop("no-segments", key: "segment", "is missing", remedy: "[[segment]]"),
    WrongWorkshop(
      "unknown-key", line: 12, key: "segment[1].minuets", "not known", remedy: "minutes"),
    WrongWorkshop(
      "unknown-kind", line: 9, key: "segment[1].kind", "`party`", remedy: "talk, tutorial"),
    WrongWorkshop("bad-start", line: 4, key: "starts", "`25:00`", remedy: "starts = "),
    WrongWorkshop("bad-offset", line: 10, key: "segment[1].offset", "`soon`", remedy: "1:30"),
    WrongWorkshop(
      "first-not-at-start", line: 10, key: "segment[1].offset", "begins at 0:10", remedy: "0:00"),
    WrongWorkshop("overlap", line: 17, key: "segment[2].offset", "overlap", remedy: "0:20"),
    WrongWorkshop("gap", line: 17, key: "segment[2].offset", "gap", remedy: "0:20"),
    WrongWorkshop(
      "out-of-order", line: 24, key: "segment[3].offset", "before `second`", remedy: "order"),
    WrongWorkshop("zero-length", line: 11, key: "segment[1].minutes", "0 minutes", remedy: "1 to"),
    WrongWorkshop("endless", line: 11, key: "segment[1].minutes", "minutes long", remedy: "1440"),
    WrongWorkshop(
      "duplicate-segment", line: 14, key: "segment[2].id", "Two segments", remedy: "of its own"),
    WrongWorkshop("bad-id", line: 1, key: "id", "`../small`", remedy: "letters"),
    WrongWorkshop(
      "unknown-correction", line: 14, key: "correction[1].segment", "`lunch`", remedy: "opening"),
  ]

  static let exercises: [WrongWorkshop] = [
    WrongWorkshop(
      "exercise-folder-missing", line: 19, key: "segment[2].exercises", "no folder `first`",
      remedy: "exercise.toml"),
    WrongWorkshop(
      "exercise-outside", line: 19, key: "segment[2].exercises", "`../good/first`",
      remedy: "letters"),
    WrongWorkshop(
      "exercise-link", line: 19, key: "segment[2].exercises", "no folder", remedy: "Make it"),
    WrongWorkshop(
      "exercise-toml-missing", in: "first/exercise.toml", "not there", remedy: "[[environment]]"),
    WrongWorkshop(
      "exercise-toml-broken", in: "first/exercise.toml", line: 4, "not TOML", remedy: "Correct"),
    WrongWorkshop(
      "main-file-missing", in: "first/exercise.toml", line: 3, key: "main_file", "not among",
      remedy: "train.py"),
    WrongWorkshop("page-missing", in: "first/page.md", "page", remedy: "Write page.md"),
    WrongWorkshop("starter-missing", in: "first/starter", "no folder", remedy: "Make the folder"),
    WrongWorkshop("starter-link", in: "first/starter/secret.md", "a link", remedy: "copy"),
    WrongWorkshop(
      "starter-folder-link", in: "first/starter", "no folder",
      remedy: "Make the folder"),
    WrongWorkshop(
      "no-requirements", in: "first/exercise.toml", line: 5, key: "environment[1].requirements",
      "nothing that a venv", remedy: "requirements = "),
    WrongWorkshop(
      "requirement-is-an-option", in: "first/exercise.toml", line: 8,
      key: "environment[1].requirements", "`--index-url", remedy: "package's name"),
    WrongWorkshop(
      "index-not-https", in: "first/exercise.toml", line: 9, key: "environment[1].extra_index",
      "not the address", remedy: "https://"),
    WrongWorkshop(
      "module-with-code", in: "first/exercise.toml", line: 9, key: "environment[1].probe_module",
      "not the name", remedy: "probe_module = "),
    WrongWorkshop(
      "environment-twice", in: "first/exercise.toml", line: 12, key: "environment[2].name",
      "Two environments", remedy: "of its own"),
    WrongWorkshop(
      "environment-name-an-option", in: "first/exercise.toml", line: 6, key: "environment[1].name",
      "`--all`", remedy: "Begin with a letter"),
    WrongWorkshop(
      "workload-without-environment", in: "first/exercise.toml", line: 12,
      key: "workload[1].environment", "no environment `tpu`", remedy: "Declare"),
    WrongWorkshop(
      "workload-without-arguments", in: "first/exercise.toml", line: 11,
      key: "workload[1].arguments",
      "is missing", remedy: "arguments = "),
    WrongWorkshop(
      "metric-not-an-expression", in: "first/exercise.toml", line: 17, key: "metric[1].pattern",
      "not a regular expression", remedy: "single quotes"),
    WrongWorkshop(
      "metric-without-series", in: "first/exercise.toml", line: 17, key: "metric[1].pattern",
      "names no figure", remedy: "(?<loss>"),
    WrongWorkshop(
      "metric-takes-for-ever", in: "first/exercise.toml", line: 17, key: "metric[1].pattern",
      "for ever", remedy: "[0-9.]+"),
    WrongWorkshop(
      "metric-without-pattern", in: "first/exercise.toml", line: 16, key: "metric[1].pattern",
      "is missing", remedy: "pattern = "),
    WrongWorkshop(
      "metric-unknown-key", in: "first/exercise.toml", line: 17, key: "metric[1].patern",
      "not known", remedy: "pattern"),
    WrongWorkshop(
      "metric-without-environment", in: "first/exercise.toml", line: 17,
      key: "metric[1].environment", "no environment `tpu`", remedy: "Declare"),
    WrongWorkshop(
      "metric-files-outside", in: "first/exercise.toml", line: 15,
      key: "workload[1].metric_files", "`../runs/*.csv`", remedy: "without `..`"),
    WrongWorkshop(
      "metric-files-unknown", in: "first/exercise.toml", line: 15,
      key: "workload[1].metric_files", "`runs/*.log`", remedy: ".csv"),
    WrongWorkshop(
      "metric-files-not-a-list", in: "first/exercise.toml", line: 15,
      key: "workload[1].metric_files", "an array of strings", remedy: "metric_files = ["),
    WrongWorkshop(
      "environments-differ", in: "second/exercise.toml", line: 8,
      key: "environment[1].requirements",
      "than in `first`", remedy: "the same"),
  ]
}

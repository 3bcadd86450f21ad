import Testing

@testable import TextEditing

@Suite struct SyntaxTests {
  /// The coloured words of each line, as `role:word`.
  private func colours(_ text: String, _ language: Language) -> [[String]] {
    let document = Document(text)
    var highlighter = SyntaxHighlighter(language: language, lineCount: document.lineCount)
    highlighter.prepare(document, throughLine: document.lineCount)
    return document.lines.enumerated().map { index, line in
      let bytes = Array(line.text.utf8)
      return highlighter.spans(ofLine: index).filter { $0.role != .plain }.map {
        "\($0.role):" + String(decoding: bytes[$0.bytes], as: UTF8.self)
      }
    }
  }

  @Test func python() {
    let text = """
      @jax.jit
      def f(x: int) -> None:  # note
          s = f"é{x}" + 'it\\'s' + 1.5e-3
          \"\"\"Long
          # text\"\"\" ; return call(0xFF)
      match = 3
      """
    #expect(
      colours(text, .python) == [
        ["function:@jax.jit"],
        ["keyword:def", "function:f", "type:int", "keyword:None", "comment:# note"],
        ["string:f\"é{x}\"", "string:'it\\'s'", "number:1.5e-3"],
        ["string:\"\"\"Long"],
        ["string:    # text\"\"\"", "keyword:return", "function:call", "number:0xFF"],
        ["number:3"],
      ])
  }

  @Test func toml() {
    let text = """
      [project] # head
      name = "a # b"
      version.major = 1_000
      ok = true
      arr = [
        [1, 2],
      ]
      date = 2024-05-01T07:32:00Z
      text = '''
      [no.header]'''
      """
    #expect(
      colours(text, .toml) == [
        ["heading:[project] ", "comment:# head"],
        ["key:name", "string:\"a # b\""],
        ["key:version", "key:major", "number:1_000"],
        ["key:ok", "keyword:true"],
        ["key:arr"], ["number:1", "number:2"], [],
        ["key:date", "number:2024-05-01T07:32:00Z"],
        ["key:text", "string:'''"],
        ["string:[no.header]'''"],
      ])
  }

  @Test func shell() {
    let text = """
      #!/bin/sh
      NAME="a
      b" ; echo $NAME ${HOME} # c
      cat <<'END'
      if $x
      END
      for i in 1; do run-for; done
      """
    #expect(
      colours(text, .shell) == [
        ["comment:#!/bin/sh"],
        ["key:NAME", "string:\"a"],
        ["string:b\"", "type:$NAME", "type:${HOME}", "comment:# c"],
        ["keyword:'END'"], ["string:if $x"], ["keyword:END"],
        ["keyword:for", "keyword:in", "number:1", "keyword:do", "keyword:done"],
      ])
  }

  @Test func dockerfile() {
    let text = "FROM debian:12 AS base\nRUN apt-get update \\\n  && COPY x\n# c\nENV A=1"
    let found = colours(text, .dockerfile)
    #expect(found[0].first == "keyword:FROM")
    #expect(found[1] == ["keyword:RUN"])
    #expect(found[2] == [])
    #expect(found[3] == ["comment:# c"])
    #expect(found[4].prefix(2) == ["keyword:ENV", "key:A"])
  }

  @Test func markdownAndJSON() {
    let text = "# Title\n- see `x` https://a.b/c.\n```sh\n# code\n```\n#no"
    #expect(
      colours(text, .markdown) == [
        ["heading:# Title"], ["keyword:-", "string:`x`", "type:https://a.b/c."],
        ["string:```sh"], ["string:# code"], ["string:```"], [],
      ])
    #expect(
      colours("{\"a\": [1.5e+3, null, \"b\\\"\"]}", .json) == [
        ["key:\"a\"", "number:1.5e+3", "keyword:null", "string:\"b\\\"\""]
      ])
  }

  @Test func anEditColoursOnlyTheLinesItReaches() {
    let text = String(repeating: "x = 1\n", count: 1_000)
    var editor = Editor(text: text, language: .python)
    editor.prepareHighlighting(throughLine: 1_000)
    let before = editor.highlighter.lexedLines
    editor.apply(.insert("y"), ruler: .test)
    editor.prepareHighlighting(throughLine: 1_000)
    #expect(editor.highlighter.lexedLines == before + 1)
    editor.apply(.insert("\"\"\""), ruler: .test)
    editor.prepareHighlighting(throughLine: 1_000)
    #expect(editor.highlighter.lexedLines == before + 1 + 1_001)
    #expect(editor.highlights(ofLine: 500).map(\.role) == [.string])
    editor.apply(.undo, ruler: .test)
    editor.prepareHighlighting(throughLine: 1_000)
    #expect(editor.highlights(ofLine: 500).map(\.role).contains(.number))
  }

  @Test(arguments: [
    ("train.py", Language.python), ("pixi.toml", .toml), ("run.sh", .shell),
    ("Dockerfile", .dockerfile), ("Makefile", .makefile), ("README.md", .markdown),
    ("a.json", .json), ("notes.txt", .plain), ("dir/apptainer.def", .shell),
  ])
  func theLanguageFollowsTheName(_ name: String, _ language: Language) {
    #expect(Language(fileName: name) == language)
  }

  @Test func theLanguageFollowsTheInterpreter() {
    #expect(Language(fileName: "tool", firstLine: "#!/usr/bin/env python3") == .python)
    #expect(Language(fileName: "tool", firstLine: "#!/bin/bash") == .shell)
  }
}

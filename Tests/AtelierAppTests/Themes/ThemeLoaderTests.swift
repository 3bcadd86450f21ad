import AtelierApp
import Console
import Foundation
import TerminalCore
import TestSupport
import Testing

@Suite struct ThemeLoaderTests {
  private static let shipped = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Themes")

  @Test(arguments: ["dark", "light"])
  func everyRoleOfAShippedThemeCanBeRead(name: String) throws {
    let theme = try ThemeLoader.load(name, from: Self.shipped)
    #expect(theme.isDark == (name == "dark"))
    for role in ThemeRole.allCases {
      let style = theme[role]
      let ratio = try #require(
        Contrast.ratio(style.foreground, style.background), "\(role) paints no background")
      #expect(ratio >= 4.5, "\(role) in \(name): \(ratio)")
    }
    // A list keeps its text's colours on the selected row's background.
    for role in [ThemeRole.text, .textMuted, .good, .warning, .bad, .segmentOver] {
      let ratio = try #require(
        Contrast.ratio(theme[role].foreground, theme[.selectionText].background))
      #expect(ratio >= 4.5, "\(role) selected in \(name): \(ratio)")
    }
  }

  @Test(arguments: ["dark", "light"])
  func meaningsStayApartInSixteenColours(name: String) throws {
    let theme = try ThemeLoader.load(name, from: Self.shipped)
    let mapping = ColorMapping(depth: .sixteen)
    for roles in [
      [ThemeRole.good, .warning, .bad, .running, .text], [.seriesFirst, .seriesSecond],
      [.graphLow, .graphMiddle, .graphHigh], [.paneBorder, .paneBorderFocused],
    ] {
      let shown = roles.map { mapping.index(of: theme[$0].foreground) }
      #expect(Set(shown).count == roles.count, "\(roles) in \(name): \(shown)")
    }
    #expect(
      mapping.index(of: theme[.text].background) == (name == "dark" ? 0 : 15))
  }

  @Test func inheritsWhatItDoesNotSay() throws {
    let folder = try TemporaryDirectory()
    try folder.write(
      """
      dark = false
      [palette]
      ink = "#102030"
      [roles]
      "text" = { fg = "ink", bg = 255 }
      "good" = { fg = "ink", attributes = ["bold", "italic"] }
      """, to: "parent.toml")
    try folder.write(
      """
      inherits = "parent"
      [palette]
      ink = "#405060"
      [roles]
      "bad" = { fg = "default" }
      """, to: "child.toml")
    let theme = try ThemeLoader.load("child", from: folder.url)
    let ink = Color.rgb(red: 0x40, green: 0x50, blue: 0x60)
    #expect(!theme.isDark)
    #expect(
      theme[.good]
        == Style(foreground: ink, background: .palette(255), attributes: [.bold, .italic]))
    #expect(theme[.bad] == Style(foreground: .terminalDefault, background: .palette(255)))
  }

  @Test(
    arguments: [
      ("[roles]\n\"text.mutd\" = {}", 2, "Did you mean text.muted"),
      (
        "[palette]\nblue = \"#0000ff\"\n[roles]\n\"text\" = { fg = \"blu\" }", 4,
        "Did you mean blue?"
      ),
      (
        "[palette]\ntext = \"#000000\"\n[roles]\n\"text\" = { bg = true }", 4,
        "a number from 0 to 255"
      ),
      ("[palette]\nblue = \"0000ff\"", 2, "#rrggbb"),
      ("[roles]\n\"text\" = { colour = 1 }", 2, "fg, bg, attributes"),
      ("[roles]\n\"text\" = { attributes = [\"blod\"] }", 2, "bold"),
      ("[roles]\n\"text\" = \"blue\"", 2, "{ fg ="),
      ("dark = \"yes\"", 1, "dark = true"),
      ("colours = 1", 1, "palette"),
      ("[roles\n", 1, "Correct the TOML"),
      ("dark = true\ninherits = \"broken\"", 2, "Remove one of these lines"),
      ("inherits = \"none\"", nil, "Themes: broken"),
    ] as [(String, Int?, String)])
  func saysWhatIsWrongAndWhere(text: String, line: Int?, remedy: String) throws {
    let folder = try TemporaryDirectory()
    try folder.write(text, to: "broken.toml")
    let error = #expect(throws: ThemeError.self) {
      try ThemeLoader.load("broken", from: folder.url)
    }
    #expect(error?.line == line)
    #expect(error?.remedy.contains(remedy) == true, "\(error?.description ?? "")")
    #expect(error?.file.contains(".toml") == true)
  }

  @Test func aSpoiltThemeThatNobodyAskedForIsPassedOver() throws {
    let folder = try TemporaryDirectory()
    try folder.write("dark = true", to: "mine.toml")
    try folder.write("[roles\n", to: "broken.toml")
    try folder.write("dark = false", to: "other.toml")
    let themes = try ThemeLoader.loadAll(wishing: "mine", from: folder.url)
    #expect(themes.map(\.name) == ["mine", "other"])
    #expect(throws: ThemeError.self) {
      try ThemeLoader.loadAll(wishing: "broken", from: folder.url)
    }
  }

  @Test func aColourOfAnEmptyPaletteSaysWhereColoursAreWritten() throws {
    let folder = try TemporaryDirectory()
    try folder.write("[roles]\ntext = { fg = \"blue\" }", to: "mine.toml")
    let error = #expect(throws: ThemeError.self) {
      try ThemeLoader.load("mine", from: folder.url)
    }
    #expect(error?.line == 2)
    #expect(error?.remedy.contains("write it in [palette]") == true)
  }
}

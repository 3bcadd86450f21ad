/// A table that stays one to a screen reader where the style stacks its cells on a narrow screen.
struct HTMLTable {
  let caption: String
  let header: [String]
  let rows: [[String]]
  /// A class of the style sheet.
  let kind: String

  var html: String {
    let head = header.map { "<th scope=\"col\" role=\"columnheader\">\(HTMLText.escaped($0))</th>" }
    return """
      <table class="\(kind)" role="table">
      <caption>\(HTMLText.escaped(caption))</caption>
      <thead role="rowgroup"><tr role="row">\(head.joined())</tr></thead>
      <tbody role="rowgroup">
      \(rows.map(row).joined(separator: "\n"))
      </tbody>
      </table>
      """
  }

  private func row(_ cells: [String]) -> String {
    let first = cells.first.map {
      "<th scope=\"row\" role=\"rowheader\">\(HTMLText.escaped($0))</th>"
    }
    let rest = zip(cells, header).dropFirst().map { cell, title in
      "<td role=\"cell\" data-of=\"\(HTMLText.escaped(title))\">\(HTMLText.escaped(cell))</td>"
    }
    return "<tr role=\"row\">\(first ?? "")\(rest.joined())</tr>"
  }
}

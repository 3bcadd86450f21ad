/// A report as one page that stands alone: its style and its plots are in it, it has no script,
/// and its policy forbids the browser to load anything.
public struct HTMLReport: Sendable {
  private let report: RunReport

  public init(_ report: RunReport) {
    self.report = report
  }

  public var page: String {
    let sections = report.sections.enumerated().map { index, section in
      HTMLSection(section, number: index, isAlone: report.sections.count == 1).html
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="Atelier">
      <title>\(HTMLText.escaped(report.title))</title>
      <style>
      \(HTMLStyle.sheet)
      </style>
      </head>
      <body>
      <main>
      \(heading)\(sections.joined(separator: "\n"))
      <footer>Written by Atelier from the workshop's own record. Times are in UTC.</footer>
      </main>
      </body>
      </html>

      """
  }

  private var heading: String {
    report.sections.count == 1
      ? "" : "<h1 class=\"all\">\(HTMLText.escaped(report.title))</h1>\n"
  }
}

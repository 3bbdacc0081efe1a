/// A page of drawings and tables, whole in one file.
public struct Page: Sendable {
  public enum Part: Sendable {
    case heading(String)
    case text(String)
    /// As gnuplot drew it.
    case drawing(String)
    case table(columns: [Column], rows: [[String]])
  }

  public struct Column: Hashable, Sendable {
    public let title: String
    public let isNumber: Bool

    public init(_ title: String, isNumber: Bool) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  public let title: String
  public var parts: [Part]

  public init(_ title: String, _ parts: [Part] = []) {
    self.title = title
    self.parts = parts
  }

  public var html: String {
    """
    <!DOCTYPE html>
    <html lang="zh"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Self.escaped(title))</title>
    <style>\(Self.style)</style></head>
    <body><h1>\(Self.escaped(title))</h1>
    \(parts.map(Self.html).joined(separator: "\n"))
    </body></html>

    """
  }

  private static let style = """
    body{font:15px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#222}
    h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
    svg{max-width:100%;height:auto}
    table{border-collapse:collapse;margin:.5rem 0}
    td,th{padding:.2rem .7rem;border-bottom:1px solid #ddd;text-align:left}
    .n{text-align:right;font-variant-numeric:tabular-nums}
    """

  private static func html(_ part: Part) -> String {
    switch part {
    case .heading(let text): return "<h2>\(escaped(text))</h2>"
    case .text(let text): return "<p>\(escaped(text))</p>"
    case .drawing(let svg): return svg
    case .table(let columns, let rows):
      let marks = columns.map { $0.isNumber ? " class=\"n\"" : "" }
      let head = zip(columns, marks).map { "<th\($1)>\(escaped($0.title))</th>" }.joined()
      let body = rows.map { row in
        "<tr>" + zip(row, marks).map { "<td\($1)>\(escaped($0))</td>" }.joined() + "</tr>"
      }.joined(separator: "\n")
      return "<table><thead><tr>\(head)</tr></thead><tbody>\n\(body)\n</tbody></table>"
    }
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}

/// A page of the reference: whole in one file, readable on a phone, by day and by night, with no script.
struct ReferencePage {
  static let files = [
    ("commands.html", "Commands"), ("language.html", "Language"), ("errors.html", "Errors"),
  ]

  let title: String
  let file: String
  var body = ""

  init(_ title: String, file: String) { (self.title, self.file) = (title, file) }

  var html: String {
    let links = ReferencePage.files.map { file, name in
      file == self.file ? "<b>\(name)</b>" : "<a href=\"\(file)\">\(name)</a>"
    }
    return """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Tenon: \(Self.escaped(title))</title>
      <style>
      \(Self.style)
      </style></head>
      <body>
      <nav>\(links.joined(separator: " · "))</nav>
      <h1>\(Self.escaped(title))</h1>
      \(body)</body></html>

      """
  }

  mutating func heading(_ level: Int, _ text: String, id: String, isCode: Bool = false) {
    let shown = isCode ? Self.code(text) : Self.escaped(text)
    body += "<h\(level) id=\"\(Self.escaped(id))\">\(shown)</h\(level)>\n"
  }

  mutating func paragraph(_ html: String) { body += "<p>\(html)</p>\n" }

  mutating func block(_ text: String) { body += "<pre>\(Self.escaped(text))</pre>\n" }

  /// Terms and what they are, both as HTML.
  mutating func terms(_ items: [(term: String, text: String)]) {
    if items.isEmpty { return }
    body += "<dl>\n"
    for item in items { body += "<dt>\(item.term)</dt><dd>\(item.text)</dd>\n" }
    body += "</dl>\n"
  }

  /// The index: groups with links to places of this page.
  mutating func index(_ groups: [(name: String, links: [(id: String, text: String)])]) {
    body += "<div class=\"index\">\n"
    for group in groups {
      let links = group.links.map {
        "<a href=\"#\(Self.escaped($0.id))\">\(Self.escaped($0.text))</a>"
      }
      let name = group.name.isEmpty ? "" : "<b>\(Self.escaped(group.name))</b> "
      body += "<p>\(name)\(links.joined(separator: " "))</p>\n"
    }
    body += "</div>\n"
  }

  static func code(_ text: String) -> String { "<code>\(escaped(text))</code>" }

  static func link(_ text: String, to target: String) -> String {
    "<a href=\"\(escaped(target))\">\(code(text))</a>"
  }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  private static let style = """
    :root{color-scheme:light dark;--ink:#222;--paper:#fff;--soft:#f4f4f2;--line:#ddd;--link:#0a58a6}
    @media(prefers-color-scheme:dark){:root{--ink:#ddd;--paper:#16181b;--soft:#22262b;--line:#3a3f45;--link:#7db7f0}}
    body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:0 auto;padding:1rem;color:var(--ink);\
    background:var(--paper);overflow-wrap:anywhere}
    a{color:var(--link);text-decoration:none}a:hover{text-decoration:underline}
    nav{padding-bottom:.5rem;border-bottom:1px solid var(--line)}
    h1{font-size:1.5rem}h2{font-size:1.25rem;margin-top:2.5rem;border-bottom:1px solid var(--line)}
    h3{font-size:1rem;margin:1.8rem 0 .3rem}
    p{margin:.4rem 0}dl{margin:.4rem 0}dt{margin-top:.3rem}dd{margin:0 0 0 1.5rem}
    code,pre{font:.875rem/1.45 ui-monospace,monospace}
    pre{background:var(--soft);padding:.6rem .8rem;border-radius:4px;overflow-x:auto;overflow-wrap:normal}
    .index a{display:inline-block;margin-right:.6rem}
    """
}

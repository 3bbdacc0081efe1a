import Lua
import Pictures
import SalesKernel
import Values

/// `report:picture` and `report:save`: reports as drawings and files.
extension ScriptHost {
  /// Columns of a drawing as text unless given.
  private static let defaultWidth = 79

  func definePictures() throws {
    help.add(
      HelpEntry(
        "report:picture", "report:picture([width])",
        "The report's drawings as text: bars, and what gnuplot draws of curves and points.",
        units: "width: columns, 79 unless given",
        errors: ["picture.tool", "picture.failed", "picture.empty"],
        example: "return #funnel.snapshot{}:picture() > 0", result: "true",
        seeAlso: ["report:save", "funnel.report"]))
    try state.defineMethod(on: ReportObject.self, "picture") { arguments, results in
      let report = try Self.report(arguments)
      let width = try arguments.decode(1, as: Int64?.self) ?? Int64(Self.defaultWidth)
      guard (40...400).contains(width) else {
        throw ArgumentError("a picture of \(width) columns cannot be drawn", remedy: "give 40–400")
      }
      let drawings = try Self.drawn(report).map { try Self.text(of: $0, width: Int(width)) }
      try results.add(drawings.joined(separator: "\n\n"))
    }
    help.add(
      HelpEntry(
        "report:save", "report:save(path)",
        "Writes the report to a file: .html holds its drawings and tables and needs no network, .svg its first "
          + "drawing, .txt what print shows. Gives the path.",
        changes: "the file, also in a plan",
        errors: [
          "sandbox.file", "picture.format", "picture.tool", "picture.failed", "picture.empty",
          "csv.unwritable",
        ],
        example: """
          local ok, problem = pcall(function() return funnel.snapshot{}:save("/data/funnel.html") end)
          return problem.code
          """, result: "\"sandbox.file\"", seeAlso: ["report:picture", "csv.write"]))
    try state.defineMethod(on: ReportObject.self, "save") { [unowned self] arguments, results in
      let report = try Self.report(arguments)
      let path = try arguments.decode(1, as: String.self)
      let real = try options.grants.resolveForReplacing(path)
      let text = try contents(of: report, as: path)
      try TemporaryFile(holding: text).copy(to: real)
      try results.add(path)
    }
  }

  private static func drawn(_ report: ReportObject) throws -> [Picture] {
    let pictures = report.allPictures
    guard !pictures.isEmpty else {
      throw ArgumentError(
        "this report has nothing to draw", code: "picture.empty",
        remedy: "save it as .html or .txt, or print it")
    }
    return pictures
  }

  private static func text(of picture: Picture, width: Int) throws -> String {
    if case .curves = picture.shape, picture.isASCII {
      return drawing(of: picture, width: width) ?? ""
    }
    return try bars(of: picture, width: width) ?? Gnuplot().text(picture, width: width)
  }

  /// Bars under their title, which need no gnuplot; nil for other drawings.
  private static func bars(of picture: Picture, width: Int) -> String? {
    guard case .bars = picture.shape else { return nil }
    return drawing(of: picture, width: width)
  }

  /// Bars and curves under their title, which need no gnuplot; nil for other drawings.
  private static func drawing(of picture: Picture, width: Int) -> String? {
    let lines: [String]
    switch picture.shape {
    case .bars(let bars):
      lines = BarText.lines(
        bars, width: width, ascii: picture.isASCII, measure: columns(of:))
    case .curves(let curves):
      lines = CurveText.lines(
        curves, width: width, ascii: picture.isASCII, measure: columns(of:))
    case .points: return nil
    }
    return ([picture.title] + lines).joined(separator: "\n")
  }

  /// Columns of a text on a screen, where a Chinese character takes two.
  private static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
  }

  private func contents(of report: ReportObject, as path: String) throws -> String {
    switch path.lowercased() {
    case let name where name.hasSuffix(".html"): return try page(of: report).html
    case let name where name.hasSuffix(".svg"):
      return try Gnuplot().svg(Self.drawn(report)[0]) + "\n"
    case let name where name.hasSuffix(".txt"): return try text(of: report) + "\n"
    default:
      throw ArgumentError(
        "\(path.shortened) is no .html, .svg or .txt", code: "picture.format",
        remedy: "as report:save(\"funnel.html\")")
    }
  }

  private func page(of report: ReportObject) throws -> Page {
    var drawn: Set<Picture> = []
    return Page(report.title ?? "Tenon", try parts(of: report, &drawn))
  }

  /// Drawings that the page does not have yet, without asking for gnuplot where there are none.
  private func drawings(of report: ReportObject, _ drawn: inout Set<Picture>) throws -> [Page.Part]
  {
    let pictures = report.pictures.filter { drawn.insert($0).inserted }
    if pictures.isEmpty { return [] }
    let gnuplot = try Gnuplot()
    return try pictures.map { .drawing(try gnuplot.svg($0)) }
  }

  /// What a report without parts prints: its bars, and the titles of other drawings.
  static func bars(of report: ReportObject) -> String {
    report.pictures.map { drawing(of: $0, width: defaultWidth) ?? $0.title }.joined(separator: "\n")
  }

  /// Drawings first; tables as tables, reports in it under a heading of their own, the rest as lines.
  private func parts(of report: ReportObject, _ drawn: inout Set<Picture>) throws -> [Page.Part] {
    var result = try drawings(of: report, &drawn)
    for part in report.parts where part.text?.isEmpty != true && !part.value.isNil {
      let name = output.lexicon?.column(part.name) ?? part.name
      switch part.value {
      case .object(let table as ResultTable): result += [.heading(name), self.table(table)]
      case .object(let report as ReportObject):
        result += [.heading(name)] + (try parts(of: report, &drawn))
      case .object(let why as WhyObject):
        result += [.heading(name), .text(try text(of: .object(why)))]
      case .number, .scalar:
        result.append(.text("\(name): \(part.text ?? part.value.shown)"))
      default: result.append(.text("\(name): \(try part.text ?? text(of: part.value))"))
      }
    }
    return result
  }

  private func table(_ table: ResultTable) -> Page.Part {
    let lexicon = output.lexicon
    return .table(
      columns: table.columns.map {
        Page.Column($0.header(in: lexicon), isNumber: $0.kind == .number)
      },
      rows: table.rows.map { row in
        zip(table.columns, row).map { $0.word(for: $1, in: lexicon) ?? $1.shown }
      })
  }
}

extension Value {
  /// As people read it: amounts with their groups, long fractions to four decimals.
  public var shown: String {
    switch self {
    case .number(let number): FractionText.of(number)
    case .scalar(let scalar) where scalar.kind == Money.scalarKind:
      Money(units: scalar.payload).grouped
    default: plain
    }
  }
}

/// Numbers as people read them.
enum FractionText {
  /// To four decimals where it has more; the rest as it stands.
  static func of(_ number: Double) -> String {
    let scaled = (number * 10_000).rounded()
    guard scaled.magnitude < 1e15, Double(scaled) / 10_000 != number,
      let whole = Int64(exactly: scaled)
    else { return NumberText.of(number) }
    return NumberText.of(Double(whole) / 10_000)
  }
}

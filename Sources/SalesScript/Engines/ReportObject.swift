import Lua
import Pictures
import SalesKernel
import Values

/// What an engine answers: parts that a script reads by name, printed one after the other.
final class ReportObject {
  struct Part {
    let name: String
    let value: Value
    /// How it prints, where that is not as the value does; empty for a part that does not print.
    let text: String?

    init(_ name: String, _ value: Value, text: String? = nil) {
      self.name = name
      self.value = value
      self.text = text
    }
  }

  let parts: [Part]
  /// What draws it; none where there is nothing to draw.
  let pictures: [Picture]
  /// What the report shows, for calls that go on with it.
  let content: Any?
  /// What a page of it is called; the first picture's title unless given.
  let title: String?

  init(
    _ parts: [Part], pictures: [Picture] = [], content: Any? = nil, title: String? = nil
  ) {
    self.title = title ?? pictures.first?.title
    self.parts = parts
    self.pictures = pictures
    self.content = content
  }

  /// Its own drawings and those of the reports in it, each once.
  var allPictures: [Picture] {
    var seen: Set<Picture> = []
    return collected.filter { seen.insert($0).inserted }
  }

  private var collected: [Picture] {
    pictures
      + parts.flatMap { part -> [Picture] in
        guard case .object(let report as ReportObject) = part.value else { return [] }
        return report.collected
      }
  }

  /// - Throws: `script.argument` with the nearest name.
  func member(_ name: String) throws -> Value {
    if let part = parts.first(where: { $0.name == name }) { return part.value }
    let names = parts.map(\.name)
    throw ArgumentError(
      "there is no '\(name)' in it",
      remedy: Suggestion.closest(to: name, among: names).map { "did you mean '\($0)'?" }
        ?? "it has \(names.joined(separator: ", "))")
  }
}

extension ReportObject.Part {
  /// Words in both languages: a table `{en, zh}`, printed as one line.
  init(_ name: String, _ label: Label) {
    self.init(name, label.value, text: "\(label.en) · \(label.zh)")
  }

  init(_ name: String, share: Double) {
    self.init(name, .number(share), text: ShareText.of(share))
  }

  /// A share, or that there are no data for one.
  init(_ name: String, shareOrNone share: Double?) {
    if let share {
      self.init(name, share: share)
    } else {
      self.init(name, .nil, text: ScriptHost.noData)
    }
  }

  init(why explanation: Explanation) { self.init("why", .object(WhyObject(explanation))) }
}

extension Label {
  var value: Value { .table(Table(fields: [("en", .string(en)), ("zh", .string(zh))])) }
}

/// Shares as people read them: `61.3 %`, half up to one decimal.
enum ShareText {
  static func of(_ share: Double) -> String {
    guard let tenths = Int64(exactly: (share * 1000).rounded()) else { return "\(share)" }
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(Double(tenths) / 10) %"
  }
}

/// Reports as scripts meet them.
extension ScriptHost {
  func defineReports() throws {
    try state.defineClass(ReportObject.self, name: "report")
    try state.defineFallback(on: ReportObject.self) { arguments, results in
      let report = try Self.report(arguments)
      try results.add(try report.member(try arguments.decode(1, as: String.self)))
    }
    try definePictures()
    try defineComposing()
    try state.defineMethod(on: ReportObject.self, "__tostring") {
      [unowned self] arguments, results in
      try results.add(try text(of: Self.report(arguments)))
    }
  }

  static func report(_ arguments: Arguments) throws -> ReportObject {
    guard case .object(let object) = try arguments[0], let report = object as? ReportObject else {
      throw ArgumentError(
        "expected a report, got \(try arguments[0].typeName)",
        remedy: "call its methods with a colon, as report:save(\"funnel.html\")")
    }
    return report
  }

  /// Single values, and parts with a line of their own, as `name: value`; tables and trees under their name;
  /// a drawing alone as bars, or by its title.
  func text(of report: ReportObject) throws -> String {
    if report.parts.isEmpty { return Self.bars(of: report) }
    return try report.parts.compactMap { part -> String? in
      let text = try part.text ?? self.text(of: part.value)
      // What is not there is said only where its part has words for that, as "no data".
      if text.isEmpty || (part.value.isNil && part.text == nil) { return nil }
      let name = output.lexicon?.column(part.name) ?? part.name
      let colon = output.lexicon == nil ? ":" : "："
      if case .object = part.value, part.text == nil { return "\(name)\(colon)\n\(text)" }
      return name + colon + (output.lexicon == nil ? " " : "") + text
    }.joined(separator: "\n")
  }
}

import Testing

@testable import Terminal

@Suite("Output formats")
struct FormatTests {
  static let data = TableData(
    columns: [
      .init("id", kind: .number), .init("name"), .init("paid", kind: .number),
      .init("ok", kind: .bool),
    ],
    rows: [
      [.number("1"), "a,b", .number("1,234.50 元", exact: "1234.50"), .bool(true)],
      [.number("2"), "say \"hi\"\nthere | <b>", .null, .bool(false)],
      [.number("9007199254740993"), " 鸿 ", .number("nan"), .null],
    ])

  @Test("CSV quotes what it must; machines get the exact number")
  func csv() {
    #expect(
      OutputFormat.csv.render(Self.data) == """
        id,name,paid,ok
        1,"a,b",1234.50,true
        2,"say ""hi""
        there | <b>",,false
        9007199254740993," 鸿 ",nan,

        """)
    #expect(CSVText.line([""]) == "\"\"\n")
    #expect(CSVText.field("a\r\nb") == "\"a\r\nb\"")
  }

  @Test("JSON keeps numbers as they were given, and words that are not numbers as text")
  func json() {
    #expect(
      OutputFormat.json.render(Self.data) == """
        [
          {"id": 1, "name": "a,b", "paid": 1234.50, "ok": true},
          {"id": 2, "name": "say \\"hi\\"\\nthere | <b>", "paid": null, "ok": false},
          {"id": 9007199254740993, "name": " 鸿 ", "paid": "nan", "ok": null}
        ]

        """)
    #expect(OutputFormat.json.render(TableData(columns: [.init("a")], rows: [])) == "[]\n")
  }

  @Test("JSON lines: one object a line")
  func jsonl() {
    let data = TableData(columns: [.init("a\"b")], rows: [["x"], [.null]])
    #expect(OutputFormat.jsonl.render(data) == "{\"a\\\"b\": \"x\"}\n{\"a\\\"b\": null}\n")
  }

  @Test("Markdown escapes pipes and keeps alignment")
  func markdown() {
    #expect(
      OutputFormat.markdown.render(Self.data) == """
        | id | name | paid | ok |
        | ---: | --- | ---: | --- |
        | 1 | a,b | 1234.50 | true |
        | 2 | say "hi"<br>there \\| &lt;b> |  | false |
        | 9007199254740993 |  鸿  | nan |  |

        """)
  }

  @Test(
    "What is a number in JSON",
    arguments: [
      ("0", true), ("-0.5", true), ("12.50", true), ("6e3", true), ("6E-3", true), ("", false),
      ("-", false),
      ("01", false), (".5", false), ("5.", false), ("1,000", false), ("nan", false), ("1e", false),
      ("１", false),
      ("1 ", false), ("+1", false), ("0x10", false),
    ])
  func numbers(_ text: String, _ isNumber: Bool) {
    #expect(JSONText.isNumber(text) == isNumber)
  }

  @Test("All control characters are escaped in JSON strings")
  func escapes() {
    #expect(JSONText.string("\u{0}\u{1F}\u{7F}\\\t") == #""\u0000\u001f\u007f\\\t""#)
    #expect(JSONText.string("\u{2028}é") == #""\u2028é""#)
  }

  @Test("A format by a file's name")
  func names() {
    #expect(OutputFormat(fileName: "out/x.JSONL") == .jsonl)
    #expect(OutputFormat(fileName: "x.md") == .markdown)
    #expect(OutputFormat(fileName: "csv") == nil)
    #expect(OutputFormat(fileName: "x.exe") == nil)
  }
}

// Bars as text, gnuplot's curves as text and SVG, hostile words, pages that need no network.
import Foundation
import Testing

@testable import Pictures

@Suite struct PictureTests {
  @Test func barsAreAsLongAsTheirValues() {
    let lines = BarText.lines(
      [.init("a", 100, note: "100"), .init("bb", 50, note: "50"), .init("c", 0), .init("d", .nan)],
      width: 25)
    // 25 columns less 2 for labels, 3 for notes and 4 between leave 16 for the longest.
    #expect(
      lines == [
        "a   ████████████████  100", "bb  ████████          50", "c   ", "d   ",
      ])
  }

  @Test func whatIsMoreThanNothingShows() {
    #expect(BarText.lines([.init("a", 1e9), .init("b", 1)], width: 40)[1] == "b  ▏")
  }

  private static let hostile = "<script>a'; `touch PLACE` \" \\n &\n!touch PLACE\nEOD"

  private static let pictures: [Picture] = [
    Picture("漏斗", .bars([.init("初步接触", 10, note: "10"), .init("签约", 0)])),
    Picture(
      "f",
      .curves(
        .init(
          steps: ["2026-01", "2026-02", "2026-03"],
          curves: [.init("actual", [1, 2, nil]), .init("forecast", [nil, nil, .infinity])],
          band: .init("80 %", low: [nil, nil, 1], high: [nil, nil, 4]), unit: "yuan"))),
    Picture(
      "c",
      .points(.init([.init("p", x: 0.1, y: 0.2, low: 0.1, high: 0.3)], xTitle: "x", yTitle: "y"))),
    Picture("nothing", .bars([])),
  ]

  @Test(arguments: pictures)
  func gnuplotDrawsThem(_ picture: Picture) throws {
    let gnuplot = try Gnuplot()
    let svg = try gnuplot.svg(picture)
    #expect(svg.hasPrefix("<svg") && svg.contains("</svg>"))
    #expect(svg.contains(">\(picture.title)<"))
    #expect(!(try gnuplot.text(picture)).isEmpty)
  }

  /// gnuplot takes two quotes for an empty text here and there: it is given none.
  @Test(arguments: ["'", "''", "'a'", "'; print 1 #"])
  func quotesAtTheBeginningAreDrawn(_ title: String) throws {
    let picture = Picture(title, .bars([.init(title, 1, note: title)]))
    #expect(try Gnuplot().svg(picture).contains("</svg>"))
    let drawn = title.replacing("'", with: "’")
    #expect(try Gnuplot().text(picture).contains(drawn))
  }

  @Test func curvesWithoutAnyValueSaySo() {
    let picture = Picture(
      "n", .curves(.init(steps: ["a"], curves: [.init("x", [nil]), .init("y", [.nan])])))
    #expect(throws: PictureError.self) { try Gnuplot().svg(picture) }
    do {
      _ = try Gnuplot().text(picture)
    } catch { #expect(error.code == "picture.empty") }
  }

  @Test func sharesKeepTheirDecimalsOnTheAxis() throws {
    let curve = Picture.Curves.Curve("share", [0.2, 0.4, 0.6])
    let svg = try Gnuplot().svg(
      Picture("s", .curves(.init(steps: ["a", "b", "c"], curves: [curve]))))
    #expect(svg.contains(">0.4<"))
    let amounts = Picture.Curves.Curve("yuan", [2_000_000, 4_000_000])
    #expect(
      try Gnuplot().svg(Picture("s", .curves(.init(steps: ["a", "b"], curves: [amounts]))))
        .contains(">4000000<"))
  }

  @Test func wordsRunNothing() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenon-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.appending(path: "touched")
    let word = Self.hostile.replacing("PLACE", with: place.path)
    let gnuplot = try Gnuplot()
    for shape: Picture.Shape in [
      .bars([.init(word, 1, note: word)]),
      .curves(
        .init(
          steps: [word, word], curves: [.init(word, [1, 2])],
          band: .init(word, low: [1, 1], high: [2, 3]), unit: word)),
      .points(
        .init([.init(word, x: 0.5, y: 0.5, low: 0.4, high: 0.6)], xTitle: word, yTitle: word)),
    ] {
      let svg = try gnuplot.svg(Picture(word, shape))
      _ = try gnuplot.text(Picture(word, shape))
      #expect(!svg.contains("<script"))
      #expect(svg.contains("&lt;script"))
    }
    #expect(!FileManager.default.fileExists(atPath: place.path))
  }

  @Test func withoutGnuplotItSaysWhatToDo() {
    let error = #expect(throws: PictureError.self) { try Gnuplot(path: "/nowhere") }
    #expect(error?.code == "picture.tool")
    #expect(error?.remedy.contains("gnuplot-nox") == true)
  }

  @Test func aPageNeedsNoNetwork() throws {
    let page = Page(
      "漏斗 <&>",
      [
        .heading("h"), .text("a < b"), .drawing(try Gnuplot().svg(Self.pictures[0])),
        .table(
          columns: [.init("阶段", isNumber: false), .init("n", isNumber: true)], rows: [["x\"", "1"]]),
      ])
    let html = page.html
    #expect(html.contains("<title>漏斗 &lt;&amp;&gt;</title>"))
    #expect(html.contains("<td>x&quot;</td><td class=\"n\">1</td>"))
    // Names of XML are no addresses that a browser fetches.
    let fetched = html.replacing(/xmlns(:\w+)?="[^"]*"/, with: "")
    for word in ["http:", "https:", "src=", "@import", "url(http"] {
      #expect(!fetched.contains(word), "\(word)")
    }
  }
}

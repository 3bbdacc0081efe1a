// What is generated in docs/ is what the declarations say now.
import Foundation
import SalesTesting
import Testing

@Suite struct ReferenceTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func tenon() throws -> CommandProcess {
    CommandProcess(
      program: try CommandProcess.built("tenon"), folder: FileManager.default.temporaryDirectory)
  }

  @Test(
    arguments: [
      ("--reference", "docs/lua-reference.md"), ("--errors", "docs/errors.md"),
      ("--man", "docs/man/tenon.1"),
    ])
  func theReferenceIsNotStale(_ option: String, _ file: String) throws {
    let written = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
    let result = try tenon().run(["help", option])
    #expect(result.status == 0)
    let isFresh = result.output == written
    #expect(isFresh, "run `make docs` and commit \(file)")
  }

  @Test func thePagesAreNotStale() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenon-html-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try tenon().run(["help", "--html", folder.path]).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["commands.html", "errors.html", "language.html"])
    for name in names {
      let made = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let file = "docs/html/\(name)"
      let written = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
      let isFresh = made == written
      #expect(isFresh, "run `make docs` and commit \(file)")
    }
  }

  /// Whole in itself: no script, nothing from elsewhere, and every link leads somewhere.
  @Test func thePagesLinkOnlyToThemselves() throws {
    var places: Set<String> = []
    var links: [String] = []
    for name in ["commands.html", "errors.html", "language.html"] {
      let text = try String(
        contentsOf: Self.root.appending(path: "docs/html/\(name)"), encoding: .utf8)
      for word in ["<script", "http:", "https:", "@import", "url("] {
        #expect(!text.contains(word), "\(name) has \(word)")
      }
      places.insert(name)
      places.formUnion(Self.values(of: "id", in: text).map { "\(name)#\($0)" })
      links += Self.values(of: "href", in: text).map { $0.hasPrefix("#") ? name + $0 : $0 }
    }
    #expect(links.count > 1000)
    for link in Set(links).subtracting(places).sorted() { Issue.record("no place for \(link)") }
  }

  private static func values(of attribute: String, in text: String) -> [String] {
    text.components(separatedBy: " \(attribute)=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")))
  func theManualPageFormatsWithoutWarnings() throws {
    let groff = CommandProcess(program: URL(fileURLWithPath: "/usr/bin/groff"), folder: Self.root)
    let result = try groff.run(["-man", "-Tutf8", "-ww", "-K", "utf8", "-z", "docs/man/tenon.1"])
    #expect(result.status == 0)
    #expect(result.errors == "")
  }

  @Test func helpExplainsACode() throws {
    let result = try tenon().run(["help", "entity.field"])
    #expect(result.status == 0)
    #expect(result.output.contains("--> error entity.field"))
  }
}

// The shared library as programs in other languages use it: Python with good and bad calls, the examples in C and
// Python.
import Foundation
import SalesTesting
import Testing

@Suite struct LibraryTests {
  /// A folder with the library under the name that it is installed by.
  private func installed(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenon-c-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "libtenon.so"),
      withDestinationURL: try CommandProcess.built("libtenon-c.so"))
    try body(folder)
  }

  @Test func pythonUsesAndAbusesIt() throws {
    try installed { folder in
      let script = Places.root.appending(path: "Tests/TenonTests/Python/library_test.py")
      let library = folder.appending(path: "libtenon.so")
      let result = try Places.run(["python3", script.path, library.path], in: folder)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("\nOK"), "\(result.errors)")
    }
  }

  @Test func theExampleInPythonRuns() throws {
    try installed { folder in
      let script = Places.example.appending(path: "python/shop.py")
      let library = folder.appending(path: "libtenon.so")
      let result = try Places.run(["python3", script.path, library.path], in: folder)
      #expect(result.errors == "")
      #expect(result.output == "1\nlevel B -> A\nB\nlimit.deadline at eval 2\n")
    }
  }

  @Test func theExampleInCRuns() throws {
    try installed { folder in
      let source = Places.example.appending(path: "c/shop.c")
      let built = try Places.run(
        [
          "clang", "-std=c11", "-Wall", "-Wextra", "-pedantic", "-Werror",
          "-I\(Places.header.path)",
          source.path, "-L\(folder.path)", "-ltenon", "-Wl,-rpath,\(folder.path)", "-o", "shop",
        ], in: folder)
      #expect(built.status == 0, "\(built.errors)")
      let result = try Places.run(["./shop"], in: folder)
      #expect(result.status == 0)
      #expect(result.output == (try Places.text(Places.example.appending(path: "c/expected.txt"))))
    }
  }

  @Test func theHeaderIsGoodForCPlusPlus() throws {
    let result = try Places.run(
      ["clang", "-x", "c++", "-std=c++17", "-Wall", "-Werror", "-fsyntax-only", "tenon.h"],
      in: Places.header)
    #expect(result.status == 0, "\(result.errors)")
  }
}

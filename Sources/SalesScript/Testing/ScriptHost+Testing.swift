import Lua
import SalesKernel
import SalesStore

/// `suite`, `test`, `expect`, `given` and `capture`: scripts tested by scripts.
extension ScriptHost {
  func defineTesting() throws {
    try define(
      HelpEntry(
        "suite", "suite{sample = customers, seed = n, as_of = day}",
        "What the tests of a file begin with: a store of their own in memory, empty or with a sample company, and a clock.",
        units: "without it: an empty store, 2026-06-30 at nine, seed 7",
        errors: ["test.only", "test.suite"], example: "suite{sample = 200}", result: "",
        seeAlso: ["test", "given"], place: .test)
    ) { [unowned self] arguments, results in
      let services = try requireTests("suite")
      let named = try NamedArguments(arguments, of: "suite", allowing: ["sample", "seed", "as_of"])
      var suite = TestSuite()
      suite.sample = try named.integer("sample")
      if let seed = try named.integer("seed") { suite.seed = UInt64(bitPattern: seed) }
      switch named["as_of"] {
      case nil: break
      case .string(let day): suite.day = day
      case let other?: suite.day = other.plain
      }
      try services.begin(suite)
      try results.add(Nothing())
    }
    try define(
      HelpEntry(
        "test", "test(name, f)",
        "One test: f runs on the store as the suite made it, and all it changes is taken back.",
        errors: ["test.only"], example: "test(\"one\", function() expect(1):equals(1) end)",
        result: "", seeAlso: ["expect", "suite", "given", "capture"], place: .test)
    ) { [unowned self] arguments, results in
      let services = try requireTests("test")
      guard case .function(let body) = try arguments[1] else {
        throw ArgumentError(
          "argument #2: expected function, got \(try arguments[1].typeName)",
          remedy: "as test(\"levels\", function() … end)")
      }
      try services.add(
        try arguments.decode(0, as: String.self), body, line: state.place?.line ?? 0)
      try results.add(Nothing())
    }
    try define(
      HelpEntry(
        "expect", "expect(value)",
        "What a test says of a value: :equals, :differs, :is_true, :is_nil, :near, :contains, :fails; a difference "
          + "ends the test and is shown field by field.",
        errors: ["test.only", "test.failed"], example: "expect(1 + 1):equals(2)", result: "",
        seeAlso: ["test"], place: .test)
    ) { [unowned self] _, _ in _ = try requireTests("expect") }
    try define(
      HelpEntry(
        "given", "given{entity = {{field = value, …}, …}, …}",
        "Makes the records of a test, in the order of the catalogue; gives them by entity, in lists.",
        changes: "the test's own store", errors: ["test.only", "entity.field"],
        example: "given{customers = {{code = \"A\", name = \"Alpha\"}}}", result: "",
        seeAlso: ["test", "suite"], place: .test)
    ) { [unowned self] arguments, results in
      _ = try requireTests("given")
      guard case .table(let table) = try arguments[0], table.list.isEmpty else {
        throw ArgumentError(
          "expected records by entity, got \(try arguments[0].typeName)",
          remedy: "as given{customers = {{name = \"Alpha\"}}}")
      }
      try results.add(Value.table(try fixtures(table)))
    }
    try define(
      HelpEntry(
        "capture", "capture(f)", "Calls f and gives what it printed, instead of printing it.",
        errors: ["test.only"],
        example: "expect(capture(function() print(1) end)):equals(\"1\\n\")", result: "",
        seeAlso: ["test", "run"], place: .test)
    ) { [unowned self] arguments, results in
      let services = try requireTests("capture")
      guard case .function(let body) = try arguments[0] else {
        throw ArgumentError("expected a function, got \(try arguments[0].typeName)")
      }
      try results.add(try services.capture { _ = try state.call(body) })
    }
  }

  /// - Throws: `test.only`.
  private func requireTests(_ name: String) throws -> any TestServices {
    guard let tests else {
      throw ArgumentError(
        "\(name) is for tests", code: "test.only", remedy: "run the file with: tenon test FILE")
    }
    return tests
  }

  /// Records in the order of the catalogue, so that those that others refer to come first.
  private func fixtures(_ table: Table) throws -> Table {
    for (name, _) in table.fields { _ = try catalog.require(name) }
    var made = Table()
    for entity in catalog.entities {
      guard case .table(let rows)? = table.fields.first(where: { $0.key == entity.name })?.value
      else { continue }
      let create = try state.load(
        "local rows, made = ..., {} for i, row in ipairs(rows) do made[i] = \(entity.name):create(row) end return made",
        name: "=given", in: try state.newEnvironment())
      made.fields.append((entity.name, try state.call(create, [.table(rows)]).first ?? .nil))
    }
    return made
  }

  /// Puts the real `expect` in place, for a host that runs tests.
  ///
  /// - Throws: what the library's own file throws: never in a whole program.
  public func openTests(_ services: any TestServices) throws {
    tests = services
    guard let environment, let source = Stdlib.source("testing/expect.lua") else { return }
    try state.define("testing_fail") { arguments, _ in
      throw ArgumentError(try arguments.decode(0, as: String.self), code: "test.failed")
    }
    try state.define("testing_literal") { [unowned self] arguments, results in
      try results.add(try literal(of: try arguments[0]))
    }
    let inner = try state.newEnvironment()
    let library = try state.load(
      "return (function(...) \(source)\nend)(testing_fail, testing_literal)",
      name: "@tenon:testing/expect.lua",
      in: inner)
    let install = try state.load(
      "rawset(_G, \"expect\", (...))", name: "=tenon test", in: environment)
    guard case .function(let expect)? = try state.call(library).first else { return }
    _ = try state.call(install, [.function(expect)])
  }

  /// Calls a test with the store as it stands, and takes back what it did.
  ///
  /// - Throws: what the test throws.
  public func runTest(_ body: Function) throws {
    guard let run = try begin(.script, name: "=tenon test", mode: .plan) else { return }
    defer { run.rollback() }
    state.clearStop()
    try state.setDeadline(options.timeout)
    defer { try? state.setDeadline(nil) }
    try run.perform { session in
      try using(session) { _ = try state.call(body) }
    }
  }
}

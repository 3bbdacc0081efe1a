/// A disk that is really full: a small file system in memory.
import Foundation
import SalesTesting
import Testing

@Suite struct FullDiskTests {
  private static let shell = URL(fileURLWithPath: "/bin/sh")

  /// Runs a script in a world of its own where `small` is a file system of so many kibibytes.
  private static func run(_ script: String, in fixture: CommandFixture, size: Int) throws
    -> CommandResult
  {
    let world =
      "mkdir -p small && mount -t tmpfs -o size=\(size)k tmpfs small && cp s.db small/ && "
    let command = CommandProcess(
      program: URL(fileURLWithPath: "/usr/bin/unshare"), folder: fixture.folder)
    return try command.run(["-m", "/bin/sh", "-c", world + script, fixture.program.path])
  }

  /// Whether this user may mount one.
  static let isPossible: Bool = {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/unshare"),
      let fixture = try? CommandFixture()
    else { return false }
    return (try? run("true", in: fixture, size: 4000))?.status == 0
  }()

  /// The store as it is now, and half a megabyte.
  private func size(_ fixture: CommandFixture) throws -> Int {
    try Data(contentsOf: fixture.store).count / 1024 + 500
  }

  @Test(.enabled(if: FullDiskTests.isPossible))
  func aRunIsTakenBack() throws {
    let fixture = try CommandFixture()
    let rows = (1...20_000).map { "F\($0),Company number \($0)\n" }.joined()
    try fixture.write("code,name\n" + rows, to: "many.csv")
    let before = try fixture.digest()
    let script = """
      "$0" import customers many.csv --store small/s.db; echo "status $?"
      "$0" doctor --store small/s.db > /dev/null; echo "doctor $?"
      "$0" eval 'customers:get(1).credit = 3' --store small/s.db; echo "after $?"
      "$0" undo --last --yes --store small/s.db
      cp small/s.db* .
      """
    let result = try Self.run(script, in: fixture, size: try size(fixture))
    #expect(result.output.hasPrefix("status 4\ndoctor 0\n"), "\(result.output)\(result.errors)")
    #expect(result.output.contains("after 0"))
    #expect(result.errors.hasPrefix("store.full: "), "\(result.errors)")
    #expect(result.errors.contains("small/s.db: the disk is full: "))
    #expect(result.errors.contains(" bytes are free in "))
    #expect(result.errors.contains("help: free some space, then run again"))
    #expect(
      try fixture.digest().split(separator: "\n").dropFirst()
        == before.split(separator: "\n").dropFirst())
  }

  /// A script that catches the error goes on in vain, and its run ends with that error.
  @Test(.enabled(if: FullDiskTests.isPossible))
  func anErrorThatAScriptCatchesIsWhatItsRunEndsWith() throws {
    let fixture = try CommandFixture()
    try fixture.write(
      """
      local function fill()
        for i = 1, 20000 do customers:create{code = "F" .. i, name = ("full "):rep(2000) .. i} end
      end
      print(select(2, pcall(fill)).code)
      print(select(2, pcall(function() customers:first().credit = 7 end)).code)
      print("goes on")
      """, to: "caught.lua")
    let before = try fixture.digest()
    let script = """
      "$0" run caught.lua --yes --store small/s.db; echo "status $?"
      cp small/s.db* .
      """
    let result = try Self.run(script, in: fixture, size: try size(fixture))
    #expect(
      result.output == "store.full\nstore.full\ngoes on\nstatus 4\n",
      "\(result.output)\(result.errors)")
    #expect(result.errors.hasPrefix("store.full: "), "\(result.errors)")
    #expect(result.errors.contains("small/s.db: the disk is full: "))
    #expect(try fixture.digest() == before)
  }

  @Test(.enabled(if: FullDiskTests.isPossible))
  func aCopyLeavesNothing() throws {
    let fixture = try CommandFixture()
    let script = """
      "$0" backup small/copy.db --store small/s.db; echo "status $?"
      "$0" init --sample 200 --store small/new.db; echo "init $?"
      ls small
      """
    let result = try Self.run(script, in: fixture, size: try size(fixture))
    #expect(result.output == "status 4\ninit 4\ns.db\n", "\(result.output)\(result.errors)")
    #expect(result.errors.contains("store.full: small/copy.db: the disk is full: "))
    #expect(result.errors.contains("; the copy takes about 1"), "\(result.errors)")
  }
}

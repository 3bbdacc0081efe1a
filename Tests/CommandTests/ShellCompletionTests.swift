// What the shells offer behind Tab, by the scripts that the command makes for them.
import Foundation
import SalesTesting
import Testing

@Suite struct ShellCompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func everyShellHasAScript(_ shell: String) throws {
    let fixture = try CommandFixture()
    let result = try fixture.command.run(["--generate-completion-script", shell])
    #expect(result.status == 0)
    for word in ["tenon", "undo", "customers", "lua"] { #expect(result.output.contains(word)) }
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/bash")),
    arguments: [
      ("tenon und", "undo"), ("tenon export cust", "customers"), ("tenon run s", "s.lua"),
      ("tenon undo --store s.db ", "1"), ("tenon show --store s.db ", "1"),
      ("tenon help entity.fi", "entity.field"), ("tenon help tiering.ap", "tiering.apply"),
      ("tenon runs --format js", "json"),
    ])
  func bashOffers(_ line: String, _ word: String) throws {
    let fixture = try CommandFixture()
    try fixture.write("return 1\n", to: "s.lua")
    _ = try fixture.run(["eval", "--actor", "me", "reps:first().name = \"x\""])
    let offers = try Self.offers(for: line, fixture)
    #expect(offers.contains(word), "\(line): \(offers.prefix(20))")
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/bash")))
  func bashOffersNoRunsWithoutAStore() throws {
    let fixture = try CommandFixture()
    #expect(try Self.offers(for: "tenon undo --store none.db ", fixture).isEmpty)
  }

  /// What the completion function leaves in COMPREPLY for a line with the cursor at its end.
  private static func offers(for line: String, _ fixture: CommandFixture) throws -> [String] {
    let made = try fixture.command.run(["--generate-completion-script", "bash"])
    try fixture.write(made.output, to: "completion.bash")
    try fixture.write(
      """
      PATH="$(dirname "$TENON_PROGRAM"):$PATH"
      source completion.bash
      complete -p tenon >/dev/null || exit 1
      COMP_LINE="$1" COMP_POINT=${#1}
      read -ra COMP_WORDS <<<"$1"
      [[ "$1" == *" " ]] && COMP_WORDS+=("")
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      "$(complete -p tenon | sed -E 's/.*-F ([^ ]+).*/\\1/')" tenon \
        "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """, to: "offer.bash")
    let bash = CommandProcess(
      program: URL(fileURLWithPath: "/usr/bin/bash"), folder: fixture.folder,
      environment: ["TENON_PROGRAM": fixture.program.path])
    let result = try bash.run(["offer.bash", line])
    return result.output.split(separator: "\n").map { String($0.filter { $0 != " " }) }
  }
}

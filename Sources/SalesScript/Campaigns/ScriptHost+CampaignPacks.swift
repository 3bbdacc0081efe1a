import Lua
import SalesKernel
import Values

/// `campaign.pack`: campaigns that ship, to change and launch.
extension ScriptHost {
  private static let campaignFolder = "campaign"

  func defineCampaignPacks() throws {
    try define(
      HelpEntry(
        "campaign.packs", "campaign.packs()",
        "The campaigns that ship with Tenon: pack, name, kind, arms.", returns: "results",
        example: "return #campaign.packs() >= 2", result: "true", seeAlso: ["campaign.pack"])
    ) { [unowned self] _, results in
      let rows: [[Value]] = try Stdlib.names(in: Self.campaignFolder).map { name in
        guard case .table(let table) = try campaignPack(name) else { return [.string(name)] }
        return [
          .string(name), table["name"], table["kind"],
          Value(table["arms"].list?.count ?? 0),
        ]
      }
      try results.add(
        Value.object(
          ResultTable(
            columns: [.init("pack"), .init("name"), .init("kind"), .init("arms", .number)],
            rows: rows)))
    }
    try define(
      HelpEntry(
        "campaign.pack", "campaign.pack(name)",
        "A campaign that ships, as a table: give it a code and days, change what you like, launch it.",
        returns: "table",
        errors: ["campaign.pack"],
        example: """
          local p = campaign.pack("push_100_days")
          p.code, p.starts_on, p.ends_on = "Q4", today(), today() + days(99)
          return campaign.define(p).enrolled > 0
          """, result: "true", seeAlso: ["campaign.packs", "campaign.launch"])
    ) { [unowned self] arguments, results in
      try results.add(try campaignPack(try arguments.decode(0, as: String.self)))
    }
  }

  private func campaignPack(_ name: String) throws -> Value {
    guard let source = Stdlib.source("\(Self.campaignFolder)/\(name).lua") else {
      let names = Stdlib.names(in: Self.campaignFolder)
      throw ArgumentError(
        "there is no campaign pack '\(name)'", code: "campaign.pack",
        remedy: Suggestion.closest(to: name, among: names).map { "did you mean '\($0)'?" }
          ?? "there are \(names.joined(separator: ", "))")
    }
    let environment = try state.newEnvironment()
    let chunk = try state.load(source, name: "@tenon:campaign/\(name).lua", in: environment)
    return try state.call(chunk).first ?? .nil
  }
}

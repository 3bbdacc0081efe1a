// Every help entry's example is run, and gives the result it states.
import SalesScript
import Testing

@Suite struct HelpTests {
  @Test func examplesGiveWhatTheyState() throws {
    for outcome in try HelpRun.shared.get().outcomes where outcome.entry.place == .anywhere {
      let entry = outcome.entry
      do {
        let result = try outcome.result.get()
        #expect(result == entry.result, "\(entry.name): \(entry.example)")
      } catch {
        Issue.record("\(entry.name): \(entry.example): \(error)")
      }
    }
  }

  @Test func everyPublicNameHasHelp() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    let lua: Set = [
      "_G", "_VERSION", "arg", "assert", "collectgarbage", "coroutine", "debug", "error",
      "getmetatable", "ipairs", "load", "math", "next", "os", "pairs", "pcall", "rawequal",
      "rawget",
      "rawlen", "rawset", "select", "setmetatable", "string", "table", "tonumber", "tostring",
      "type",
      "utf8", "xpcall",
    ]
    let names = try world.run(
      """
      local names = {}
      for name, value in pairs(_G) do
        if type(value) == "table" then
          for member in pairs(value) do names[#names + 1] = name .. "." .. tostring(member) end
        else names[#names + 1] = name end
      end
      table.sort(names)
      return table.concat(names, " ")
      """
    ).values
    guard case .string(let text)? = names.first else { return }
    for name in text.split(separator: " ").map(String.init)
    where !lua.contains(name) && !lua.contains(String(name.split(separator: ".")[0])) {
      #expect(world.host.help.entry(name) != nil, "no help for \(name)")
    }
  }
}

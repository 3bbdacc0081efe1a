// The playbooks that ship, against the facts of their sources.
import SalesScript
import Testing

@Suite struct PlaybookPackTests {
  /// FU4 and FU10: the figures as the sources have them.
  @Test(arguments: [
    (
      "p.stages", "s.stage .. \" \" .. s.probability", "fastener",
      "initial_contact 0.1, need_confirmed 0.2, proposal 0.4, technical_review 0.6, negotiation 0.8, "
        + "contract_signed 1.0"
    ),
    (
      "p.stages",
      "s.stage .. \" \" .. tostring(s.usual or \"-\") .. \"–\" .. "
        + "tostring(s.limit or \"-\")",
      "newcustomer",
      "research 7d–7d, first_contact 7d–14d, visit 7d–14d, sample 14d–28d, trial_order 14d–28d, volume -–-"
    ),
    (
      "p.stages", "s.stage .. \" \" .. s.nodes", "keyaccount",
      "lead 6, diagnosis 10, contract 6, delivery 6, operation 0, renewal 0"
    ),
    (
      "p.stages", "s.stage .. \" \" .. s.nodes", "director",
      "lead 3, need_analysis 3, solution 3, negotiation 3, contract 3, after_sale 3"
    ),
  ])
  func figuresAreTheSources(
    _ list: String, _ item: String, _ name: String, _ expected: String
  ) throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    let text = try world.eval(
      """
      local p, t = playbooks.show("\(name)"), {}
      for i, s in ipairs(\(list)) do t[i] = \(item) end
      return table.concat(t, ", ")
      """)
    #expect(text == "\"\(expected)\"")
  }

  /// 18 nodes of the director, 28, 10 of the handbook, 10 of new customers, counted in the files.
  @Test func everyPackIsWithoutFindingsAndEveryNodeIsWhole() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        """
        local nodes, findings = 0, 0
        for _, name in ipairs(playbooks.names()) do
          findings = findings + #playbooks.lint(name)
          for _, n in ipairs(playbooks.show(name).nodes) do
            assert(n.limit and n.role ~= "" and n.deliverable ~= "" and n.source ~= "", n.node)
            nodes = nodes + 1
          end
        end
        return table.concat(playbooks.names(), " "), nodes, findings
        """)
        == "\"director fastener handbook keyaccount newcustomer pipeline\"  66  0")
  }

  /// The two nodes that S2 names.
  @Test func theTwoNamedNodesAreThere() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        """
        local t = {}
        for _, n in ipairs(playbooks.show("keyaccount").nodes) do
          if n.title:find("客户决策链mapping") or n.title:find("方案合规性审核") then t[#t + 1] = n.node end
        end
        return table.concat(t, " ")
        """) == "\"decision_chain proposal_compliance\"")
  }
}

/// Reads a policy as its engine would, against an empty store of its own.
import Foundation
import SalesScript
import SalesStore

enum PolicyCheck {
  /// The keys of the table that a file returns tell what kind of policy it is; it is decoded as such, and used once
  /// where that is how it is read. What is doubtful in prices, approvals and playbooks is printed, discounts among it
  /// that nobody of the standing approvals may give.
  ///
  /// - Throws: `policy.type`, `policy.key` and the other codes of policies; `script.…` for the file itself.
  static func run(_ file: ScriptFile, _ streams: Streams) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenon-check-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try Store.create(at: folder.appending(path: "empty.db").path, catalog: .sales)
    defer { store.close() }
    try judge(file, by: ScriptHost(store: store, options: .plain, output: TerminalOutput(streams)))
  }

  /// Uses a policy in a host of an empty store.
  static func judge(_ file: ScriptFile, by host: ScriptHost) throws {
    let source = """
      local policy = (function(...) \(file.source)
      end)() if type(policy) ~= "table" then error("the file returns no table") end \
      if policy.writes then tiering.apply{policy = policy} end
      if policy.steps and policy.compose then
        local findings = pricing.lint{policy = policy, approvals = "approvals"}
        if #findings > 0 then print(findings) end
      end
      if policy.confirm_above then policies.use("console", policy) end
      if policy.clauses and policy.penalty then contracting.policy(policy) end
      if policy.statuses and policy.rounding then ordering.policy(policy) end
      if policy.ageing then receivables.ageing{policy = policy} end
      if policy.statutory or policy.windows then calendar.coverage(policy) end
      if policy.holidays and policy.workdays then
        policies.use("calendar_cn", policy) calendar.coverage()
      end
      if policy.escalations and policy.kinds then service.sla{policy = policy} end
      if policy.models and policy.clocks then qualification.models(policy) end
      if policy.scores and policy.lists then prospects.list{policy = policy} end
      if policy.programs then rebates.programs(policy) end
      if policy.tournament then forecast.policy(policy) end
      if policy.cycle and policy.conversion then funnel.watch{policy = policy} end
      if policy.associations then offers.associations{policy = policy} end
      if policy.package then
        offers.package{policy = policy, amount = yuan(1), gap = yuan(1)}
      end
      if policy.reasons and policy.process then selling.key{policy = policy} end
      if policy.findings then selling.hygiene{policy = policy} end
      if policy.dimensions and policy.kinds then
        selling.diagnosis(selling.open{}, {policy = policy})
      end
      if policy.after_complaint then surveys.nps{policy = policy} end
      if policy.least_known then health.sweep{model = policy} end
      if policy.units and policy.watch then kpi.watch{policy = policy} end
      if policy.cards and policy.bottom then
        for _, card in ipairs(policy.cards) do kpi.assess{card = card.key, policy = policy} end
      end
      if policy.checks and policy.checks[1] then kpi.self_check{policy = policy} end
      for _, figure in ipairs(policy) do
        if type(figure) == "table" and figure.unit and figure.name then
          figure.replace = true
          kpi.define(figure)
          kpi.value(figure.name)
        end
      end
      if policy.rfm and policy.lifetime then loyalty.retention{policy = policy} end
      if policy.hand_over and policy.renewal then success.reviews_due{policy = policy} end
      if policy.metrics and policy.months then success.climb{policy = policy} end
      if policy.purchase_months then churn.notice{policy = policy} end
      if policy.hold_out and policy.overlap then
        policies.use("campaigns", policy) campaign.sweep{}
      end
      if policy.serves and policy.ranks then channels.route{policy = policy} end
      if policy.history_years then target.tree{period = "2026", policy = policy} end
      if policy.figures and policy.investment then planning.roi{policy = policy} end
      if policy.phases then planning.plan(policy) end
      if policy.boxes and policy.stars then planning.nine_box{period = "2026", policy = policy} end
      if policy.programmes then training.expiring{policy = policy} end
      if policy.scenes and policy.search then knowledge.search("a", {policy = policy}) end
      if policy.job and policy.tolerance then schedule.delays{policy = policy} end
      if policy.reaches then daily.missing{day = date"2025-01-06", policy = policy} end
      if policy.signatures then selling.milestones(selling.open{}, {policy = policy}) end
      if policy.components and policy.credit then incentive.plan(policy) end
      local first = type(policy.stages) == "table" and policy.stages[1]
      if type(first) == "table" and (first.role or first.step) then
        local findings = approval.lint{policy = policy}
        if #findings > 0 then print(findings) end
      end
      if type(first) == "table" and first.probability then
        local findings = playbooks.lint(policy)
        if #findings > 0 then print(findings) end
      end
      """
    _ = try host.run(source, name: file.chunkName, mode: .plan, kind: .script)
  }
}

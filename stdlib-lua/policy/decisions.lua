-- Who decides at a customer, with what weight, and how to speak to them.
--
-- Assumption: finance takes part (78.3 % of purchases are decided jointly by technical, business
-- and finance, S1), but no source gives its weight, so it counts 0.
return {
  name = "decisions",
  title = { en = "Decision roles", zh = "决策角色" },
  source = "S0 §1.1.2 (CU3)",
  roles = {
    {
      role = "procurement", weight = 40, source = "S0 §1.1.2 (CU3)",
      label = { en = "procurement director or manager", zh = "采购总监/经理" },
      ages = "35–50",
      background = { en = "mechanical, materials, supply chain", zh = "机械、材料、供应链" },
      concerns = { en = "cost, stable supply, quality assurance", zh = "成本、供应稳定、质量保证" },
      approach = { en = "value for money, delivery guarantee, service", zh = "性价比、交付保障、服务" },
    },
    {
      role = "technical", weight = 35, source = "S0 §1.1.2 (CU3)",
      label = { en = "technical engineer", zh = "技术工程师" },
      ages = "28–45",
      background = { en = "mechanical, structural", zh = "机械、结构" },
      concerns = { en = "performance, parameters, reliability", zh = "性能、参数、可靠性" },
      approach = { en = "technical data, test reports, cases", zh = "技术资料、检测报告、应用案例" },
    },
    {
      role = "quality", weight = 15, source = "S0 §1.1.2 (CU3)",
      label = { en = "quality engineer", zh = "质量工程师" },
      ages = "30–50",
      background = { en = "quality, inspection", zh = "质量、检验" },
      concerns = { en = "quality system, reports, traceability", zh = "质量体系、检测报告、可追溯性" },
      approach = { en = "certificates, inspection ability, process control", zh = "认证、检测能力、过程控制" },
    },
    {
      role = "management", weight = 10, source = "S0 §1.1.2 (CU3)",
      label = { en = "senior management", zh = "高层管理者" },
      ages = "40–55",
      background = { en = "management, engineering", zh = "管理、工程" },
      concerns = { en = "strategy, risk, long-term value", zh = "战略、风险、长期价值" },
      approach = { en = "company strength, value of cooperation, plans", zh = "企业实力、合作价值、发展规划" },
    },
    {
      role = "finance", weight = 0, source = "S1 (CU3)",
      label = { en = "finance", zh = "财务" },
      note = "takes part in decisions; no weight given",
    },
  },
  -- Whom to see next: with each role the relationship is to reach `target` (0–100); whoever stands there is
  -- met again after so many months. Activities of these kinds are meetings.
  see = {
    target = 80, months = 3, kinds = { "visit", "call" },
    source = "ours (CU3): the source gives no target",
  },
}

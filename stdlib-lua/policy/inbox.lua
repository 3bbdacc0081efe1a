-- The inbox: which kinds of alerts there are, how much they matter, and whether a finding that was settled
-- comes back when it is found again. The kinds are AU2's; severities and the rest are ours.
return {
  name = "inbox",
  title = { en = "Inbox", zh = "预警" },
  source = "S0, S1, S2, S4 (AU2)",
  severities = { "high", "medium", "low" },
  -- The longest that an alert may be put off.
  snooze_days = 90, -- ours
  kinds = {
    -- A missed clock is missed for good: once settled it does not come back.
    { key = "lead_grading", title = { en = "lead not graded in time", zh = "线索未按时分级" },
      severity = "high", returns = false, source = "S1 (FU3)" },
    { key = "lead_follow_up", title = { en = "lead not followed up in time", zh = "线索未按时跟进" },
      severity = "high", returns = false, source = "S0, S1 (FU3)" },
    { key = "lead_nurture", title = { en = "lead not in the nurture pool in time", zh = "线索未按时入培育池" },
      severity = "high", returns = false, source = "S1 (FU3)" },
    { key = "stale_opportunity", title = { en = "opportunity not updated", zh = "商机久未更新" },
      severity = "medium", returns = true, source = "S0 (FU5)" },
    { key = "conversion_cycle", title = { en = "conversion takes too long", zh = "转化周期过长" },
      severity = "medium", returns = true, source = "S2 (FU14)" },
    { key = "region_conversion", title = { en = "region converts too few", zh = "区域转化率过低" },
      severity = "high", returns = true, source = "S1 (FU14)" },
    { key = "churn_risk", title = { en = "customer may leave", zh = "客户流失风险" },
      severity = "high", returns = true, source = "S1, S4 (CU13)" },
    { key = "health_low", title = { en = "health is low", zh = "健康度过低" },
      severity = "high", returns = true, source = "S2 (CS1)" },
    { key = "service_clock", title = { en = "service clock missed", zh = "服务超时" },
      severity = "high", returns = false, source = "S0 (SV3, SV4)" },
    { key = "team_efficiency", title = { en = "team works less well", zh = "团队效率下降" },
      severity = "medium", returns = true, source = "S4 (PF11)" },
    { key = "renewal_due", title = { en = "renewal is due", zh = "续约到期" },
      severity = "medium", returns = false, source = "S2 (CS4)" },
    { key = "overdue_payment", title = { en = "payment is overdue", zh = "付款逾期" },
      severity = "high", returns = true, source = "S0, S1 (AU6)" },
    { key = "concentration", title = { en = "too much hangs on few", zh = "集中度过高" },
      severity = "medium", returns = true, source = "S4 (PF9, CU8)" },
    { key = "forecast_deviation", title = { en = "forecast was off", zh = "预测偏差过大" },
      severity = "medium", returns = true, source = "S0 (FC4)" },
  },
}

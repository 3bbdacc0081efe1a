-- Campaigns: what holds where a campaign says nothing else. The sources ask for audience, arms with hold-out,
-- budget, response, lift and ROI (AU1) and give no figures: those are ours.
return {
  name = "campaigns",
  title = { en = "Campaigns", zh = "营销活动" },
  source = "S0 §2.3, S1 (AU1, PR4, FU14)",
  -- The first stands where none is named.
  kinds = {
    { key = "offer", title = { en = "offer", zh = "促销" }, source = "S0 §2.3 (PR4)" },
    { key = "push", title = { en = "push", zh = "冲刺" }, source = "S1 (AU1)" },
    { key = "talk", title = { en = "talk tracks", zh = "话术测试" }, source = "S1 (AU1)" },
  },
  -- Those to whom nothing is done, to measure against.
  hold_out = { key = "hold_out", share = 0.1, source = "ours (AU1)" },
  -- A customer in another campaign at the same time: "skip" leaves the customer out and says so, "refuse" ends the
  -- launch with the list, "allow" takes both.
  overlap = "skip",
  confidence = 0.95,
  response = { orders = true, source = "ours (AU1)" },
  -- What is earned of a sale, for ROI: the margin planned for 2026.
  margin = { share = 0.10, source = "S0 (OR4)" },
  -- Looked at again and again, so that harm wants more than the confidence of reports.
  stop = { harm = 0.99, least = 100, budget = true, source = "ours (AU1)" },
  -- A launch that would open more is refused: nobody works through them.
  tasks = { most = 20000, kind = "campaign", source = "ours (AU1)" },
  alert = "campaign_stopped",
  -- Promotions of the price policy that nobody gets but by a campaign.
  only_by_campaign = { "PUSH" },
  -- A product line that promotes well gets more of the marketing budget.
  line_raise = { rate = 0.20, line = "marketing", period = "quarter", source = "S1 (FU14)" },
}

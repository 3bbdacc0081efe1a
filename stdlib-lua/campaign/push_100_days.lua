-- S1's 100-day push of the fourth quarter: customers who stopped ordering get an offer, or a visit, and are won back.
-- The source names the push and its goal, repurchase 40 % (OR3); audience, arms and depth of the offer are ours.
-- Give it code, starts_on and ends_on (99 days later).
return {
  name = "100-day push",
  kind = "push",
  -- Who has ordered before and not within 90 days.
  audience = "last_order and last_order < today() - days(90)",
  hold_out = 0.1,
  arms = {
    { key = "offer", share = 0.5, offer = "PUSH" },
    { key = "visit", share = 0.5, task = { title = "100-day push: visit and ask for the next order · 百日冲刺拜访", days = 30 } },
  },
  response = { orders = true },
  note = "S1 (OR3, AU1)",
}

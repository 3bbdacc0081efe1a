-- When a customer is about to be lost: no purchase for three months and no e-mail opened.
--
-- Assumptions, where the sources are silent: the e-mail silence is as long as the purchase silence; the stored
-- warning comes the one month ahead that S4 asks for at least. Notice is given up to three months ahead (S4: best 3);
-- as the silence itself is three months, everybody who just bought would be told of, so that the early notice asks
-- that the customer's usual time to buy again has passed (S1: frequency against purchase cycle).
return {
  name = "churn",
  title = { en = "Churn signal", zh = "流失信号" },
  source = "S1, S4 (CU13)",
  purchase_months = 3,
  email_months = 3,
  warn_months = 1,
  states = { prospect = "prospect", active = "active", warning = "warning", at_risk = "at_risk" },
  -- The most pressing first. `cycles`: silence in mean days between the customer's own orders.
  notices = {
    { key = "urgent", title = { en = "at risk within a month", zh = "一个月内进入流失风险" }, months = 1, source = "S4 (CU13)" },
    { key = "early", title = { en = "at risk within three months, usual time to buy has passed", zh = "三个月内进入流失风险且已超采购周期" },
      months = 3, cycles = 1, source = "S4, S1 (CU13)" },
  },
  -- Orders from which a customer's own cycle is known.
  cycle_orders = 3, -- ours
  -- Who is put into the inbox: notices, or the state at_risk; of these levels, all where none is listed.
  watch = { alert = "churn_risk", levels = { "A", "B" }, grades = { "urgent", "at_risk" }, source = "S4 (CU13), AU2; levels ours" },
  -- Months of silence after which the back-test calls a customer lost.
  lost_months = 6, -- ours
}

-- When a customer is about to be lost: no purchase for three months and no e-mail opened.
--
-- Assumptions, where the sources are silent: the e-mail silence is as long as the purchase silence;
-- the warning comes the one month ahead that S4 asks for at least.
return {
  name = "churn",
  title = { en = "Churn signal", zh = "流失信号" },
  source = "S1, S4 (CU13)",
  purchase_months = 3,
  email_months = 3,
  warn_months = 1,
  states = { prospect = "prospect", active = "active", warning = "warning", at_risk = "at_risk" },
}

-- Receivables: payment plans, terms, numbers, surplus, ageing, dunning.
-- The sources name payment nodes (FU9), prepayment (PR5), ageing, overdue and collection (AU6, PF5) and give few
-- figures: what is ours says so.
return {
  name = "receivables",
  title = { en = "Receivables", zh = "应收账款" },
  source = "S0, S2 (FU9), S0, S1 (AU6)",
  -- Points of a contract's life that a payment may hang on.
  nodes = { "signed", "shipped", "accepted" },
  -- The plan of a contract where none is named.
  plan = "standard",
  plans = {
    -- 30 % prepaid is one of the terms of S2 (PR5); the rest is ours.
    { key = "standard", source = "ours (FU9); the first share from S2 (PR5)", nodes = {
      { node = "signed", share = 0.3, days = 0 },
      { node = "shipped", share = 0.3, days = 30 },
      { node = "accepted", share = 0.4, days = 30 },
    } },
    -- A tenth is kept back for a year after acceptance, as is common for equipment.
    { key = "retention", source = "ours (FU9)", nodes = {
      { node = "signed", share = 0.3, days = 0 },
      { node = "accepted", share = 0.6, days = 30 },
      { node = "accepted", share = 0.1, days = 365 },
    } },
    { key = "prepaid", source = "S2 (PR5)", nodes = { { node = "signed", share = 1, days = 0 } } },
    { key = "on_acceptance", source = "ours (FU9)", nodes = { { node = "accepted", share = 1, days = 30 } } },
  },
  -- Days from invoice to due day where nothing else says it: ours.
  terms_days = 30,
  numbers = { prefix = "INV-", digits = 8 }, -- ours
  -- Money beyond what is open: "credit" keeps it on the customer's account, "refuse" is an error.
  on_surplus = "credit", -- ours
  collection = {
    source = "S0, S1 (PF5, AU6); DSO by the standards, the other formulas and what counts as credit are ours",
    -- Which invoices are sales on credit, an expression over the invoice: those with time to pay.
    credit_sales = "due_on > issued_on",
  },
  ageing = {
    source = "standards: customer measures (AU6)",
    -- Days past due, up to and with `upto`; the first bucket holds what is not past due, the last is open.
    buckets = {
      { key = "not_due", upto = 0, label = { en = "not due", zh = "未到期" } },
      { key = "days_1_30", upto = 30, label = { en = "1–30 days", zh = "1–30天" } },
      { key = "days_31_60", upto = 60, label = { en = "31–60 days", zh = "31–60天" } },
      { key = "days_61_90", upto = 90, label = { en = "61–90 days", zh = "61–90天" } },
      { key = "days_91_180", upto = 180, label = { en = "91–180 days", zh = "91–180天" } },
      { key = "over_180", label = { en = "over 180 days", zh = "180天以上" } },
    },
  },
  -- Who writes to a customer in which tone, by the days past due of the oldest open invoice: all ours.
  dunning = {
    source = "ours (AU6, AU2)",
    -- A customer is not written to again within so many days.
    interval_days = 7,
    levels = {
      { level = 1, from = 1, tone = "reminder", by = "rep" },
      { level = 2, from = 31, tone = "firm", by = "sales_manager" },
      { level = 3, from = 91, tone = "final", by = "finance" },
    },
  },
  -- Whoever owes an invoice so many days past due is told in the inbox: the sources give no day.
  watch = { alert = "overdue_payment", days = 1, source = "S0, S1 (AU2, AU6); the day is ours" },
}

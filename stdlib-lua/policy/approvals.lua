-- Who decides on a quote before it is sent, in which order. Stages of one step stand side by side.
-- `when` is an expression over the case: discount, amount, prepaid, renewal_years, cash, trial_days,
-- margin, level, region. `covers` names what a stage looks at: a revision that keeps it keeps the approval.
-- `limit` is the deepest discount that a role may give; a case beyond all limits of its chain is refused.
-- Assumptions: at exactly 50万 the sales director decides; "over 5 %" and "above 10 %" are strict.
return {
  name = "approvals",
  title = { en = "Contract approval", zh = "合同审批" },
  source = "S0 §5.1.3 (FU8), S1 (PR7), S2 (FU8)",
  stages = {
    { key = "manager", step = 1, role = "sales_manager", source = "S0 §5.1.3 (FU8)",
      limit = 0.05, -- S1 (PR7): more than 5 % needs someone further
      covers = { "discount", "amount" } },
    { key = "area", step = 2, role = "area_director", when = "discount > 0.05 and discount <= 0.10",
      limit = 0.10, source = "S1 (PR7)", covers = { "discount" } },
    { key = "headquarters", step = 2, role = "headquarters", when = "discount > 0.10",
      -- Ours: the source names no deepest discount. Ladder, framework, level and the deepest payment
      -- terms take off 41.5 % together; the limit leaves room for a promotion and no more.
      limit = 0.45,
      source = "ours (PR7): the source leaves open who", covers = { "discount" } },
    { key = "finance", step = 3, role = "finance", source = "S0 §5.1.3, S2 (FU8)",
      covers = { "prepaid", "renewal_years", "cash", "trial_days" } },
    { key = "legal", step = 4, role = "legal", source = "S0 §5.1.3, S2 (FU8)",
      covers = { "renewal_years", "trial_days" } },
    { key = "deliverability", step = 4, role = "csm", source = "S2 (FU8)", covers = { "amount" } },
    { key = "director", step = 5, role = "sales_director", when = "amount <= wan(50)",
      source = "S0 §5.1.3 (FU8)", covers = { "discount", "amount" } },
    { key = "general", step = 5, role = "general_manager", when = "amount > wan(50)",
      source = "S0 §5.1.3 (FU8)", covers = { "discount", "amount" } },
  },
}

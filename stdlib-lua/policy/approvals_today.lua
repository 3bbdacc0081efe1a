-- Approvals as they are today: whatever takes more than 5 % off an order goes to the regional director,
-- which takes 1.2 days on average. The rest of the chain is that of `approvals`, so that the two can be
-- compared. The sources state no depth that a role may not exceed, so no stage has a `limit` here.
return {
  name = "approvals_today",
  title = { en = "Contract approval today", zh = "现行合同审批" },
  source = "S1 (PR7), S0 §5.1.3 (FU8)",
  stages = {
    { key = "manager", step = 1, role = "sales_manager", source = "S0 §5.1.3 (FU8)",
      covers = { "discount", "amount" } },
    { key = "region", step = 2, role = "regional_director", when = "discount > 0.05",
      source = "S1 (PR7)", covers = { "discount" } },
    { key = "finance", step = 3, role = "finance", source = "S0 §5.1.3 (FU8)",
      covers = { "prepaid", "renewal_years", "cash", "trial_days" } },
    { key = "legal", step = 4, role = "legal", source = "S0 §5.1.3 (FU8)",
      covers = { "renewal_years", "trial_days" } },
    { key = "director", step = 5, role = "sales_director", when = "amount <= wan(50)",
      source = "S0 §5.1.3 (FU8)", covers = { "discount", "amount" } },
    { key = "general", step = 5, role = "general_manager", when = "amount > wan(50)",
      source = "S0 §5.1.3 (FU8)", covers = { "discount", "amount" } },
  },
}

-- The value ladder: how far a customer has come with us. It stands on the highest step whose rules, and those of all
-- steps below, hold. S4 names the four steps; what shows that a customer stands on one is ours.
--
-- Rules read the fields of customers and: orders (in the months), days (since the first order), contracts (that
-- hold), plans (open success plans), reviews (held in the months), referred (customers brought), and the readings
-- listed under `metrics`, 0 where there is none.
return {
  name = "ladder",
  title = { en = "Value ladder", zh = "价值阶梯" },
  source = "S4 (CS8)",
  months = 12,
  metrics = { "joint_solutions", "co_developments" },
  steps = {
    { key = "user", title = { en = "user", zh = "使用者" }, source = "S4 (CS8)", rules = {
      { that = "orders > 0", title = { en = "buys", zh = "有采购" }, source = "ours" },
    } },
    { key = "adviser", title = { en = "we advise it", zh = "顾问" }, source = "S4 (CS8)", rules = {
      { that = "orders >= 3", title = { en = "buys again and again", zh = "持续采购" }, source = "ours" },
      { that = "plans > 0 or reviews > 0", title = { en = "has a success plan, or was reviewed", zh = "有成功计划或业务回顾" },
        source = "ours" },
    } },
    { key = "partner", title = { en = "partner with joint solutions", zh = "联合方案伙伴" }, source = "S4 (CS8)", rules = {
      { that = "contracts > 0", title = { en = "has a contract that holds", zh = "有在期合同" }, source = "ours" },
      { that = "joint_solutions > 0", title = { en = "has a joint solution", zh = "有联合解决方案" }, source = "S4 (CS8)" },
    } },
    { key = "co_builder", title = { en = "co-builder", zh = "共建者" }, source = "S4 (CS8)", rules = {
      { that = "co_developments > 0", title = { en = "develops with us", zh = "共同研发" }, source = "S4 (CS8)" },
      { that = "days >= 730", title = { en = "for two years or more", zh = "合作两年以上" }, source = "ours" },
    } },
  },
}

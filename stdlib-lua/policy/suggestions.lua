-- What to suggest beside what a customer buys: rules of the product mix, and what orders show.
-- `when` matches what is bought, `offer` what is suggested, `same` the facts that both share; all of them read
-- the fields of products and what `derive` makes of those. `pieces` go with one piece. A rule with `terms` offers
-- other terms instead of a product; `customer` says to whom. The sources name the rules; sizes, pieces and
-- limits are ours where it says so.
local mix = "S0 §2.2.1 (PR9)"
return {
  name = "suggestions",
  title = { en = "Suggestions", zh = "交叉销售与升级销售" },
  source = mix,
  top = 5, -- ours
  goal = { share = 0.70, source = "S1 (PR9)" },
  -- Baskets are `order` or `customer`: one order here often holds one product. What is bought together is told
  -- from so many baskets, support and confidence on; `prior` baskets of the usual kind are taken for seen
  -- before the first, so that few baskets say little.
  associations = {
    of = "customer", count = 5, support = 0, confidence = 0.05, prior = 50,
    source = "ours (PR9): the source asks for recommendations and gives no limits",
  },
  derive = { size = "name:match(\"M%d+\")" },
  rules = {
    { key = "nut", kind = "cross_sell", source = mix, when = { category = "bolt" },
      offer = { category = "nut" }, same = { "size", "grade" },
      reason = { en = "a bolt needs its nut", zh = "螺栓配螺母" } },
    { key = "washer", kind = "cross_sell", source = mix, when = { category = "bolt" },
      offer = { category = "washer" }, same = { "size", "grade" },
      pieces = 2, -- ours: one under the head, one under the nut
      reason = { en = "a bolt needs its washers", zh = "螺栓配垫圈" } },
    { key = "bolt", kind = "cross_sell", source = mix, when = { category = "nut" },
      offer = { category = "bolt" }, same = { "size", "grade" },
      reason = { en = "a nut needs its bolt", zh = "螺母配螺栓" } },
    { key = "sizes", kind = "cross_sell", source = mix,
      when = { category = { "bolt", "nut", "washer" } }, same = { "category", "grade", "standard" },
      reason = { en = "sizes of one standard go in sets", zh = "同标准规格成套" } },
    { key = "surface", kind = "cross_sell", source = mix, when = { category = "bolt" },
      offer = { category = { "nut", "washer" } }, same = { "surface", "size" },
      reason = { en = "one surface treatment for the whole joint", zh = "表面处理配套" } },
    { key = "tool", kind = "cross_sell", source = mix, when = { category = "bolt" },
      offer = { category = "tool" }, same = { "grade" },
      reason = { en = "the tool that fits", zh = "配套工具" } },
    { key = "standard_grade", kind = "up_sell", source = mix, when = { grade = "economic" },
      offer = { grade = "standard" }, same = { "category", "size" },
      reason = { en = "from economic to standard", zh = "经济型升级标准型" } },
    { key = "high_reliability", kind = "up_sell", source = mix, when = { grade = "standard" },
      offer = { grade = "high_reliability" }, same = { "category", "size" },
      reason = { en = "from standard to high reliability", zh = "标准型升级高可靠型" } },
    { key = "testing", kind = "cross_sell", source = mix, when = { grade = "high_reliability" },
      offer = { kind = "service", category = "testing" },
      reason = { en = "testing and its report", zh = "检测服务" } },
    { key = "consulting", kind = "cross_sell", source = mix,
      when = { grade = { "standard", "high_reliability" } },
      offer = { kind = "service", category = "consulting" },
      reason = { en = "advice on selection", zh = "选型咨询" } },
    { key = "framework_1y", kind = "up_sell", source = mix, terms = { agreement = "framework_1y" },
      -- S0 §2.1 (CU16): B buys 10–50万 and gets an annual agreement.
      customer = { annual_purchase = { from = wan(10), upto = wan(50) } },
      reason = { en = "an annual agreement", zh = "年度框架协议" } },
    { key = "framework_3y", kind = "up_sell", source = mix, terms = { agreement = "framework_3y" },
      -- S0 §2.1 (CU16): A buys over 50万 and gets a framework of three years.
      customer = { annual_purchase = { over = wan(50) } },
      reason = { en = "a framework of three years", zh = "三年框架协议" } },
  },
}

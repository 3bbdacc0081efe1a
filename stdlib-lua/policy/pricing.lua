-- Price policy of the fastener pack: what a line costs, step by step.
-- Assumptions (the sources are silent): steps compose sequentially in this order; the frameworks of one
-- and three years exclude each other; the first-order offer stacks on the ladder; 95折 pays 95 %.
return {
  name = "pricing",
  title = { en = "Fastener prices", zh = "紧固件价格体系" },
  source = "S0 §2.3 (PR2–PR4), S2 (PR5), S1 (PR6, PR7)",
  compose = "sequential",
  rounding = { unit = "half_up", line = "half_up", document = "half_up" },
  largest_quantity = 100000000, -- ours: more pieces in one line are a slip of the keyboard
  steps = {
    {
      name = "ladder", title = { en = "Quantity ladder", zh = "数量阶梯" }, source = "S0 §2.3 (PR2)",
      choose = "first", ladder = "all_units",
      rules = {
        { key = "list", when = { quantity = { below = 100 } }, discount = 0, lead = days(28) },
        { key = "from_100", when = { quantity = { from = 100, below = 1000 } }, discount = 0.05, lead = days(21) },
        { key = "from_1000", when = { quantity = { from = 1000, upto = 10000 } }, discount = 0.10, lead = days(14) },
        { key = "over_10000", when = { quantity = { over = 10000 } }, discount = 0.15, lead = days(7) },
      },
    },
    {
      name = "agreement", title = { en = "Framework agreement", zh = "框架协议" }, source = "S0 §2.3 (PR3)",
      choose = "first",
      rules = {
        { key = "framework_3y", when = { agreement = "framework_3y" }, discount = 0.10 },
        { key = "framework_1y", when = { agreement = "framework_1y" }, discount = 0.05 },
      },
    },
    {
      -- 协议价+10 % is read as a further 10 % off.
      name = "level", title = { en = "Level price", zh = "等级价格" }, source = "S0 §6.2.2 (CU11)",
      choose = "first",
      rules = {
        { key = "a", when = { level = "A" }, discount = 0.10 },
        { key = "b", when = { level = "B" }, discount = 0.05 },
      },
    },
    {
      name = "promotion", title = { en = "Promotions", zh = "促销" }, source = "S0 §2.3 (PR4)",
      choose = "all",
      rules = {
        { key = "first_order", when = { first_order = true }, discount = 0.05 },
        { key = "referral", when = { referral = true }, discount = 0.03 },
        -- A dated campaign; code, days and depth are ours, an example to copy.
        { key = "autumn", source = "ours (PR4)", discount = 0.02,
          when = { promotion = "AUTUMN", on = { from = date"2026-09-01", upto = date"2026-09-30" } } },
        -- Given by campaigns alone (policy/campaigns.lua), on their days; the depth is ours.
        { key = "push", source = "S1 (AU1); the depth is ours", discount = 0.03,
          when = { promotion = "PUSH" } },
      },
    },
    {
      -- Of 3–5 bands the source gives two; the first one is ours.
      name = "payment", title = { en = "Payment ladder", zh = "付款阶梯" }, source = "S2 (PR5)",
      choose = "best",
      rules = {
        { key = "prepaid_30_1y", source = "ours (PR5)", discount = 0.05,
          when = { prepaid = { from = 0.3 }, renewal_years = { from = 1 } } },
        { key = "prepaid_30_3y", discount = 0.10,
          when = { prepaid = { from = 0.3 }, renewal_years = { from = 3 } } },
        { key = "prepaid_5y", discount = 0.15,
          when = { prepaid = { from = 1 }, renewal_years = { from = 5 } } },
      },
    },
    {
      name = "terms", title = { en = "Stock and cash", zh = "库存与现款" }, source = "S0 §2.3 (PR3)",
      choose = "all",
      rules = {
        { key = "vmi", when = { vmi = true }, discount = 0.03 },
        { key = "cash", when = { cash = true }, discount = 0.02 },
      },
    },
  },
  -- A part of cost, not of price: it narrows the margin, and so the depth of a discount.
  regional_cost = {
    { region = "west", factor = 1.183, source = "S1 (PR6)" },
  },
  floors = {
    { key = "price", price = "floor_price", source = "S1 (PR7)" },
    { key = "margin", margin = 0.05, source = "ours (PR7): the source gives no figure" },
  },
  on_floor = "raise",
}

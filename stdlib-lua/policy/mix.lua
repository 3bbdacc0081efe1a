-- Which part of customers and revenue each level is expected to hold. D, who has not bought, is not
-- counted.
return {
  name = "mix",
  title = { en = "Expected mix of levels", zh = "客户等级预期结构" },
  source = "S0, S4 (CU8)",
  mixes = {
    {
      name = "fastener", source = "S0 (CU8)",
      title = { en = "customers 10/30/60, revenue 60/30/10", zh = "客户10/30/60，收入60/30/10" },
      levels = {
        { level = "A", customers = 0.1, revenue = 0.6 },
        { level = "B", customers = 0.3, revenue = 0.3 },
        { level = "C", customers = 0.6, revenue = 0.1 },
      },
    },
    {
      name = "growth", source = "S4 (CU8)",
      title = { en = "customers 20/30/50, revenue 60/30/10", zh = "客户20/30/50，收入60/30/10" },
      levels = {
        { level = "A", customers = 0.2, revenue = 0.6 },
        { level = "B", customers = 0.3, revenue = 0.3 },
        { level = "C", customers = 0.5, revenue = 0.1 },
      },
    },
  },
  -- How much of the yearly purchases may hang on few customers before somebody is told: the limits are ours.
  watch = {
    alert = "concentration",
    limits = {
      { measure = "top_1", most = 0.3, source = "ours (AU2, CU8)" },
      { measure = "top_5", most = 0.5, source = "ours (AU2, CU8)" },
      { measure = "hhi", most = 2500, source = "ours (AU2, CU8): what competition law calls highly concentrated" },
    },
  },
}

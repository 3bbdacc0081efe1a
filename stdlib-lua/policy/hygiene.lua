-- What an open opportunity that nobody looks after shows. `when` is an expression over the opportunity and
--   idle_days    days since its state was last looked after
--   late_days    days since its expected close; 0 or less where that is still to come, nil where there is none
--   stage_days   days in its stage
--   next_steps   open tasks about it
return {
  name = "hygiene",
  title = { en = "Hygiene of opportunities", zh = "商机数据卫生" },
  source = "S0 (FU5)",
  findings = {
    { key = "stale", when = "idle_days > 7", -- updated weekly
      title = { en = "not updated for more than a week", zh = "超过一周未更新" }, source = "S0 (FU5)" },
    { key = "past_close", when = "late_days and late_days > 0",
      title = { en = "expected close is past", zh = "预计成交日期已过" }, source = "ours (FU5)" },
    { key = "no_close", when = "not expected_close",
      title = { en = "no expected close", zh = "无预计成交日期" }, source = "ours (FU5)" },
    { key = "no_amount", when = "not amount",
      title = { en = "no amount", zh = "无金额" }, source = "ours (FU5)" },
    { key = "no_next_step", when = "next_steps == 0",
      title = { en = "no next step", zh = "无下一步行动" }, source = "ours (FU5)" },
  },
}

-- Questions that the organisation asks itself each quarter.
--
-- S4 says that any yes calls for an upgrade. Of the second and third question a yes is well, so here a yes to the first
-- or a no to the others calls for one. A figure answers where one tells; the others are answered by people.
return {
  name = "self_checks",
  title = { en = "Self-checks", zh = "组织自检" },
  source = "S4 (PF9)",
  checks = {
    {
      key = "dependence", title = { en = "dependence on few", zh = "人员依赖度" }, every = 3, alert = "concentration",
      action = { en = "upgrade the process: write methods down, spread customers", zh = "升级流程：沉淀方法，分散客户" },
      source = "S4 (PF9)",
      questions = {
        { key = "few_people", title = { en = "do 3 people or fewer make half of the results?", zh = "业绩50%是否依赖3人以内？" },
          wished = false, measure = { kpi = "top_3_share", from = 0.5, months = 3 }, source = "S4 (PF9)" },
        { key = "new_hires", title = { en = "can new hires master the process in a month?", zh = "新人能否一个月掌握流程？" },
          wished = true, source = "S4 (PF9)" },
        { key = "churn_warning", title = { en = "is churn told a month ahead?", zh = "能否提前一个月预警客户流失？" },
          wished = true, source = "S4 (PF9)" },
      },
    },
  },
}

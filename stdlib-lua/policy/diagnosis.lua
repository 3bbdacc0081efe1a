-- Need surveys: five dimensions, two kinds of need, and what makes a diagnosis whole. Which roles review the
-- report is said by the playbook, at the node that hands it in.
return {
  name = "diagnosis",
  title = { en = "Need diagnosis", zh = "需求诊断" },
  source = "S2, S3 (FU12)",
  least = 1, -- ours: findings that a dimension needs before it counts as surveyed
  report = "need_diagnosis", -- the node of a playbook that hands the report in
  dimensions = {
    { key = "business", title = { en = "business pains", zh = "业务痛点" }, source = "S2 (FU12)" },
    { key = "organisation", title = { en = "organisational pains", zh = "组织痛点" }, source = "S2 (FU12)" },
    { key = "personal", title = { en = "personal pains", zh = "个人痛点" }, source = "S2 (FU12)" },
    { key = "hidden", title = { en = "hidden needs", zh = "隐性需求" }, source = "S2 (FU12)" },
    { key = "budget", title = { en = "budget logic", zh = "预算逻辑" }, source = "S2 (FU12)" },
  },
  kinds = {
    { key = "explicit", title = { en = "explicit: function, price", zh = "显性需求：功能、价格" }, source = "S3 (FU12)" },
    { key = "implicit", title = { en = "implicit: stability, after-sale speed", zh = "隐性需求：稳定性、售后响应" }, source = "S3 (FU12)" },
  },
}

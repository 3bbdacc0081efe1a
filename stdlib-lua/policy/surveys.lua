-- Surveys: their scales, what is made of the answers, and what is to be reached.
--
-- Assumptions, where the sources are silent: the scales of csat, complaint and need; the top box of five is
-- 4 and 5. "Would recommend" (over 80 %, SV5) is read from the answers to nps: from 7 up, that is all but the
-- detractors. Counting promoters alone would ask for 80 % of nines and tens, an NPS of 60 at the least.
return {
  name = "surveys",
  title = { en = "Surveys", zh = "客户调查" },
  source = "standards: customer measures (SV5, CS2)",
  -- The survey that is asked after a complaint.
  after_complaint = "complaint",
  kinds = {
    {
      key = "csat", title = { en = "satisfaction", zh = "客户满意度" }, figure = "top_box",
      scale = { 1, 5 }, top = 4, source = "standards: customer measures; the scale is ours",
      goal = { over = 0.9, source = "domain (SV5)" },
    },
    {
      key = "complaint", title = { en = "how a complaint was handled", zh = "投诉处理满意度" },
      figure = "top_box", scale = { 1, 5 }, top = 4, source = "ours (SV5)",
      goal = { over = 0.85, source = "domain (SV5)" },
    },
    {
      key = "nps", title = { en = "would you recommend us", zh = "推荐意愿" }, figure = "net",
      scale = { 0, 10 }, top = 9, low = 6, recommend = 7,
      source = "standards: customer measures (CS2); recommend from 7 is ours",
      goal = { over = 0.8, source = "domain (SV5)" },
    },
    {
      key = "need", title = { en = "yearly need fit", zh = "年度需求匹配度" }, figure = "mean",
      scale = { 0, 100 }, source = "S4 (CS1); the scale is ours",
    },
  },
}

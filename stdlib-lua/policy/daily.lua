-- The daily report: results, obstacles, plan, one lesson. What counts as reaching a customer, and how many key accounts
-- of the day after are named, are ours.
return {
  name = "daily",
  title = { en = "Daily report", zh = "日报" },
  source = "S4 (OR7)",
  reaches = { "visit", "call", "meeting", "email_sent", "wechat" },
  except = { status = { "cancelled" } },
  accounts = 5,
  -- Whose people report; all where none is named.
  roles = {},
}

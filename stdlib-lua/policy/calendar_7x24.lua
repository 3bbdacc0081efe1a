-- The calendar of those who are served round the clock: every hour of every day, holidays or not. It has no
-- statutory data, so it says itself which days it covers.
return {
  name = "calendar_7x24",
  title = { en = "Round the clock", zh = "7×24小时" },
  source = "S0 (SV1)",
  version = "1",
  first = date"2004-01-01",
  last = date"2035-12-31",
  weekdays = { 1, 2, 3, 4, 5, 6, 7 },
  windows = { { from = hours(0), to = hours(24) } },
  exceptions = {},
}

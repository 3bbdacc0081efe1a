-- The working calendar: whose holidays, which weekdays, which hours, and the company's own exceptions.
-- A day is the company's exception, else a make-up workday, else a statutory holiday, else its weekday.
return {
  name = "calendar",
  title = { en = "Working calendar", zh = "工作日历" },
  source = "standards: working calendar; the hours are ours",
  -- The data file with statutory holidays and make-up workdays, made by dev/generate-calendar.
  statutory = "calendar_cn",
  -- Weekdays that are worked where nothing else says it; 1 is Monday.
  weekdays = { 1, 2, 3, 4, 5 },
  -- Hours of a working day, in order: ours.
  windows = {
    { from = hours(9), to = hours(12) },
    { from = hours(13), to = hours(18) },
  },
  -- The company's own days, as
  --   { day = date"2026-12-31", working = false, name = "stocktaking" }
  --   { day = date"2026-02-13", working = true, name = "half day", windows = { { from = hours(9), to = hours(12) } } }
  exceptions = {},
}

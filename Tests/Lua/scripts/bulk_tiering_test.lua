-- bulk_tiering.lua: levels of the whole book, and what it says.
suite{sample = 200, seed = 7, as_of = "2026-06-30"}

test("every customer gets a level, and a second time changes nothing", function()
  capture(function() run "../../../scripts/bulk_tiering.lua" end)
  expect(customers:where(function(c) return c.level == nil end):count()):equals(0)
  local before = changes():count()
  expect(before > 0):is_true()
  capture(function() run "../../../scripts/bulk_tiering.lua" end)
  expect(changes():count()):equals(before)
end)

test("what a test changed is gone in the next", function()
  expect(changes():count()):equals(0)
end)

-- Business reviews: one page for each customer whose review is due, or one printed.
--
--   tenon run scripts/qbr.lua /reviews --allow-write /reviews       a page for each customer of level A
--   tenon run scripts/qbr.lua /reviews B --allow-write /reviews     of level B
--   tenon run scripts/qbr.lua C-000017                              one customer, by code, in the terminal
--   tenon run scripts/qbr.lua C-000017 year                         its year so far
--
-- A page holds what was bought, delivered and solved, satisfaction, health, the value created, what is open and what
-- comes next, with drawings; it needs no network. A review is done once its meeting's task is (inbox.done).

local what, second = arg[1], arg[2]
assert(what, "give a folder, or the code of a customer")

local one = customers:where { code = what }:first()
if one then
  local from = second == "year" and date(("%04d-01-01"):format(today():year())) or nil
  return print(success.review(one, { from = from }))
end

local level = second or "A"
local due = success.reviews_due { of = customers:where { level = level } }
for i = 1, #due do
  local c = customers:get(due[i].customer)
  local path = success.review(c):save(("%s/%s-%s.html"):format(what, due[i].period, c.code or c.id))
  print(path, c.name)
end
print(("%d reviews of level %s due in this period"):format(#due, level))

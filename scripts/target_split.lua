-- Shares a yearly sales target out: company -> areas -> teams -> reps, every rep by quarters, each by what was sold
-- the year before; and prints the tree, what has no history, and how far the areas are.
--
--   tenon run scripts/target_split.lua 2026                       the year before, raised by the policy's growth (20 %)
--   tenon run scripts/target_split.lua 2026 0.15                  raised by 15 %
--   tenon run scripts/target_split.lua 2026 8000000yuan           a target of 8,000,000 yuan
--   tenon run scripts/target_split.lua 2026 0.15 --plan           what would change, nothing written
--
-- Run again after orders or people changed it changes the parts in place. The sums hold to the fen at every level.

local period, given = arg[1] or tostring(today()):sub(1, 4), arg[2]
local amount = given and given:match("^([%d.]+)yuan$")
local year = target.set {
  period = period, amount = amount and money(amount),
  growth = not amount and (tonumber(given) or true) or nil,
}
print(("%s: %s%s"):format(period, tostring(year.amount), year.growth and (", grown by " .. year.growth) or ""))

-- Splits a target by each word in turn; a word that has no parts below it is left out.
local function split(id, words, place)
  local by = words[place]
  if not by then return end
  local ok, s = pcall(target.split, { target = id, by = by, otherwise = "even" })
  if not ok then
    if s.code ~= "target.parts" then error(s) end
    return split(id, words, place + 1)
  end
  if s.basis == "even" then print(("no history: target %d is split evenly by %s"):format(id, by)) end
  for i = 1, #s.parts do split(s.parts[i].id, words, place + 1) end
end
split(year.id, { "area", "team", "rep", "quarter" }, 1)

local tree = target.tree(year)
for i = 1, #tree.targets do
  local t = tree.targets[i]
  if t.split_by ~= "quarter" then print(("%s  %s"):format(t.target_of, tostring(t.target))) end
end
print(("%d targets, sums %s"):format(#tree.targets, tree.sums and "hold" or "do not hold"))
if not tree.sums then print(tree.problems) end
print(target.attainment { period = period, by = "area" })

-- Re-tiers every customer: levels before and after, who moved, and why for two of them.
--
--   tenon run scripts/bulk_tiering.lua --yes              the rule below; without --yes it asks first
--   tenon run scripts/bulk_tiering.lua handbook           a policy pack: fastener, fastener_strict,
--                                                         director, keyaccount, handbook, growth
--   tenon run scripts/bulk_tiering.lua --plan             what would change, nothing written
--
-- The whole script is one run: applied as a whole, recorded, and taken back with `tenon undo`.

-- The rule, ten lines that a company makes its own. It is the ladder of the pack `fastener`
-- (S0 §6.2.1, CU7): A above 50万 a year, B from 10万 to 50万, C below, D has not bought.
local strategic, key, nothing = wan(50), wan(10), yuan(0)

local function level(c)
  local bought = c.annual_purchase or nothing
  if bought > strategic then return "A" end
  if bought >= key then return "B" end
  if bought > nothing then return "C" end
  return "D"
end

local pack = arg[1]
local field = pack and tiering.policy(pack).writes or "level"

print("before, customers by " .. field)
print(customers:group_by(field):count())

local result
if pack then
  result = tiering.apply { policy = pack }
else
  result = customers:update { level = level }
end

print("after, customers by " .. field)
print(customers:group_by(field):count())

local moved = changes()
print(("moved: %d of %d"):format(result.changed, result.scanned))
print(moved:moves("customers", field))
print("the first of them")
local first = moved:first("customers", field, 5)
print(first)

for i = 1, math.min(2, #first) do
  local customer = customers:get(first[i].id)
  print("why is " .. customer.name .. " now " .. tostring(customer[field]) .. "?")
  print(why(customer, field))
end

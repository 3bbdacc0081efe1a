-- The rules of policy/pricing.lua in plain Lua: whole numbers of 1/10,000 yuan, one rounding a stage.
-- lua5.4 peer.lua FILE ROUNDS: prints seconds (median), and the sums of prices and amounts.
local path, rounds = arg[1], tonumber(arg[2])
local list, cost, logistics, floor, level, region, first, agreement, vmi = {}, {}, {}, {}, {}, {}, {}, {}, {}
local quantity, prepaid, years, cash = {}, {}, {}, {}
local pattern = ("([^,]*),"):rep(12) .. "([^,]*)"
local n = 0
for row in io.lines(path) do
  local a, b, c, d, e, f, g, h, i, j, k, l, m = row:match(pattern)
  n = n + 1
  list[n], cost[n], logistics[n], floor[n] = math.tointeger(a), math.tointeger(b), math.tointeger(c), math.tointeger(d)
  level[n], region[n], first[n], agreement[n], vmi[n] = e, f, g == "1", h, i == "1"
  quantity[n], prepaid[n], years[n], cash[n] = math.tointeger(j), tonumber(k), math.tointeger(l), m == "1"
end

-- Factors as fractions in lowest terms, so that products stay within 64 bits.
local function price(list, cost, logistics, floor, level, region, first, agreement, vmi, quantity, prepaid, years, cash)
  local top, bottom = list, 1
  if quantity >= 100 then
    if quantity < 1000 then top, bottom = top * 19, bottom * 20
    elseif quantity <= 10000 then top, bottom = top * 9, bottom * 10
    else top, bottom = top * 17, bottom * 20 end
  end
  if agreement == "framework_3y" then top, bottom = top * 9, bottom * 10
  elseif agreement == "framework_1y" then top, bottom = top * 19, bottom * 20 end
  if level == "A" then top, bottom = top * 9, bottom * 10
  elseif level == "B" then top, bottom = top * 19, bottom * 20 end
  if first then top, bottom = top * 19, bottom * 20 end
  if prepaid >= 1 and years >= 5 then top, bottom = top * 17, bottom * 20
  elseif prepaid >= 0.3 and years >= 3 then top, bottom = top * 9, bottom * 10
  elseif prepaid >= 0.3 and years >= 1 then top, bottom = top * 19, bottom * 20 end
  if vmi then top, bottom = top * 97, bottom * 100 end
  if cash then top, bottom = top * 49, bottom * 50 end
  local least = floor > 0 and floor or 0
  local full, parts = nil, 1
  if cost >= 0 then
    full = cost
    if logistics >= 0 then
      if region == "west" then full, parts = cost * 1000 + logistics * 1183, 1000 else full = cost + logistics end
    end
    -- A margin of 5 %: the cost over 0.95, rounded up.
    local held = (full * 20 + parts * 19 - 1) // (parts * 19)
    if held > least then least = held end
  end
  local unit
  if top < least * bottom then unit = least else unit = (2 * top + bottom) // (2 * bottom) end
  local amount = (unit * quantity + 50) // 100 * 100
  local total = full and (full * quantity + 50 * parts) // (100 * parts) * 100
  return unit, amount, total
end

local times, units, amounts = {}, {}, {}
local costs = {}
for round = 1, rounds do
  local start = os.clock()
  for i = 1, n do
    units[i], amounts[i], costs[i] = price(list[i], cost[i], logistics[i], floor[i], level[i], region[i], first[i],
      agreement[i], vmi[i], quantity[i], prepaid[i], years[i], cash[i])
  end
  times[round] = os.clock() - start
end
table.sort(times)
local sum, total = 0, 0
for i = 1, n do sum, total = sum + units[i], total + amounts[i] end
print(string.format("%.6f %d %d", times[(rounds + 1) // 2], sum, total))

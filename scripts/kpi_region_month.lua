-- Key figures by region and month: one of one's own beside those that ship, in a report that can be kept as a page.
--
--   tenon run scripts/kpi_region_month.lua                         the half year up to the run's month
--   tenon run scripts/kpi_region_month.lua 2026-Q2                 another period: 2026, 2026-H1, 2026-Q2, 2026-06
--   tenon run scripts/kpi_region_month.lua 2026-Q2 kpi.html --allow-write .   as a page too
--   tenon run scripts/kpi_region_month.lua 2026-Q2 snapshot --yes             and keeps the figures as they are
--
-- A figure of one's own is a formula over the rows of a group; here the share of large orders, with its goal.

kpi.define {
  name = "large_order_share", title = { en = "share of large orders", zh = "大额订单占比" }, unit = "share",
  from = "orders", day = "ordered_on", columns = { "amount", "status" }, where = "status ~= 'cancelled'",
  by = { region = "customer.region", "rep" },
  value = function(g) return kpi.ratio(g:sum("amount", { amount = { from = wan(10) } }), g:sum("amount")) end,
  goal = 0.4, source = "our own",
}

local period, page, keep = nil, nil, false
for _, word in ipairs(arg) do
  if word == "snapshot" then keep = true elseif word:match("%.html$") then page = word else period = word end
end
period = period or ("%s-H%d"):format(tostring(today()):sub(1, 4), tonumber(tostring(today()):sub(6, 7)) <= 6 and 1 or 2)

local shown = { "revenue", "ticket", "gross_margin", "large_order_share" }
local parts = { title = "Key figures by region and month, " .. period,
  { "company", kpi.table(shown, { period = period }) },
  { "regions", kpi.table(shown, { period = period, by = "region" }) } }
for _, name in ipairs(shown) do
  parts[#parts + 1] = { name, kpi.value(name, { period = period, by = { "region", "month" } }) }
end
local r = report(parts)
print(r)
print(kpi.why("large_order_share", { period = period }))
if page then r:save(page) end
if keep then
  local s = kpi.snapshot { names = shown, period = period, by = "region" }
  print(("%d figures kept, %d known"):format(s.kept, s.known))
end

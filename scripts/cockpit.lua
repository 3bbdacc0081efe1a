-- The cockpit: process efficiency, customer value, team efficiency and money, with drawings (AU3).
--
--   tenon run scripts/cockpit.lua --store sales.db --as-of 2026-06-30            the month so far, in the terminal
--   tenon run scripts/cockpit.lua 2026-Q2 --store sales.db --as-of 2026-06-30    a quarter
--   tenon run scripts/cockpit.lua 2026-Q2 cockpit.html --store sales.db --as-of 2026-06-30 --allow-write .
--
-- The page needs no network. A figure for which there are no records says no data; help("kpi.define") tells how to add
-- one of your own, and its name goes into a board below.

local period, file = arg[1], arg[2]
local boards = {
  { "process", "process efficiency · 流程效率",
    { "lead_conversion", "conversion", "quote_conversion", "cycle", "signing_days", "response_hours" } },
  { "customers", "customer value · 客户价值",
    { "new_customers", "buying_customers", "purchase_per_customer", "repurchase", "satisfaction", "lifetime_value", "churn" } },
  { "team", "team efficiency · 团队效能",
    { "revenue_per_head", "profit_per_head", "rep_attainment", "daily_activity", "opportunities_per_head" } },
  { "money", "money · 经营",
    { "revenue", "revenue_growth", "target_attainment", "gross_margin", "collection_rate", "dso", "overdue_rate" } },
}

local value = kpi.get("revenue"):value { period = period }
local page = { title = ("Cockpit · 驾驶舱 %s"):format(period or tostring(today())) }
local function add(name, part) page[#page + 1] = { name, part } end

for _, board in ipairs(boards) do
  local key, title, names = table.unpack(board)
  add(title, kpi.table(names, { period = period }))
end
-- The rest of S2's board, which are no figures of a period's rows.
add("solutions accepted at once · 方案通过率", (selling.pass_rate {}[1] or {}).share)
add("process compliance · 节点合规率", (selling.compliance {}[1] or {}).share)
add("renewal rate · 续约率", success.renewal_rate {}.rate)
add("NPS", surveys.nps {}.nps)

local months = orders:where("status ~= 'cancelled'"):frame { "amount", "ordered_on", region = "customer.region" }
local year = months:where { ordered_on = { from = today() - days(365) } }
add("sales by month · 月度销售", chart.curves { title = "sales · 销售额", unit = "yuan", step = "month",
  rows = year:group_by { month = "ordered_on" }:table { sales = "sum amount" }, values = { "sales" } })
add("sales by region · 区域销售", chart.bars { title = "twelve months by region · 近十二个月", label = "region",
  rows = year:group_by { "region" }:table { sales = "sum amount" }, value = "sales" })
add("open alerts · 预警", alerts:where { state = "open" }:group_by("kind"):count())

local cockpit = report(page)
print(cockpit)
if file then print("page: " .. cockpit:save(file)) end

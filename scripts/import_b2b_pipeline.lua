-- Imports a public CRM export (examples/b2b-pipeline), then tiers its customers with two packs.
--
--   tenon init --store b2b.db --currency USD
--   tenon run scripts/import_b2b_pipeline.lua examples/b2b-pipeline --store b2b.db \
--     --allow-read examples/b2b-pipeline --allow-write .
--
-- Arguments: the directory of the export, and where reject files go (by default here).
--
-- accounts.csv        → customers   code and name = account, kind = sector, region = office
-- products.csv        → products    code and name = product, category = series
-- sales_teams.csv     → reps        code and name = agent, region = regional office
-- sales_pipeline.csv  → orders      won deals only: amount = close value, ordered on = close date;
--                       order_lines one each, with the product and its list price
--
-- Assumptions
--   Money: the export is in US dollars, and the book holds one currency. Make the store with
--   `tenon init --currency USD`: "1.00" is one dollar in it, and the thresholds of the packs count dollars.
--   Revenue is in millions. Sectors are those of the export, not the kinds of the policy `kinds`.
--   A parent firm (subsidiary_of) has no field yet: it is counted, not stored.
--
-- Every row of a file is either stored or rejected. Rejects carry file, line and reason and go to
-- FILE.rejects.csv; deals that are not won are no orders and go there too. Records are found by
-- code, so a second run changes nothing.

local directory = arg[1]
if not directory then error("give the directory of the export: examples/b2b-pipeline", 0) end
local rejects = arg[2] or "."

local million = wan(100)
local as_of = date"2017-12-31"

-- Faults of the export: what it says, and what it means.
local spelling = {
  product = { GTXPro = "GTX Pro" },
  sector = { technolgy = "technology" },
  country = { Philipines = "Philippines" },
}
local corrected = {}

local function correct(what, text)
  local right = text and spelling[what][text]
  if not right then return text end
  corrected[text] = (corrected[text] or 0) + 1
  return right
end

local function find(collection, code)
  if code then return collection:where { code = code }:first() end
end

-- Where each code of the file being read was first seen.
local lines = {}

-- Sets the fields of the record with a code, or makes it; gives the record, or nil for a reject.
local function store(row, collection, fields)
  local code = fields.code
  if not code then return row:reject("the row has no key", "row.no_key") end
  if lines[code] then
    return row:reject(("\"%s\" stands in line %d already"):format(code, lines[code]), "row.duplicate")
  end
  local record = find(collection, code)
  if record then
    collection:where { id = record.id }:update(function() return fields end)
  else
    record = collection:create(fields)
  end
  lines[code] = row:line()
  return record
end

-- A fault of the data rejects its row; one of the file, the store or this script ends the run.
local ends_run = { script = true, store = true, entity = true, host = true, limit = true }

local function attempt(body, row)
  local fine, problem = pcall(body, row)
  if fine then return end
  local code = type(problem) == "table" and problem.code or "script.error"
  if ends_run[code:match("^[^.]+")] or code == "csv.unknown_column" then error(problem, 0) end
  row:reject(problem)
end

local totals = { read = 0, stored = 0, rejected = 0 }

local function import(file, body)
  local reader = csv.rows(directory .. "/" .. file .. ".csv")
  local refused = rejects .. "/" .. file .. ".rejects.csv"
  reader:rejects(refused)
  lines = {}
  for row in reader do attempt(body, row) end

  local report = reader:report()
  print(("%-20s %6d rows in = %6d stored + %6d rejected"):format(
    file .. ".csv", report.read, report.stored, report.rejected))
  assert(report.read == report.stored + report.rejected)
  for _, name in ipairs { "read", "stored", "rejected" } do
    totals[name] = totals[name] + report[name]
  end
  local codes = {}
  for code in pairs(report.codes) do codes[#codes + 1] = code end
  table.sort(codes)
  for _, code in ipairs(codes) do print(("  %6d  %s"):format(report.codes[code], code)) end
  for i = 1, math.min(3, #report.first) do
    local reject = report.first[i]
    print(("  %s.csv:%d: %s: %s"):format(file, reject.line, reject.code, reject.reason))
  end
  if report.rejects then print("  all of them: " .. refused) end
end

local subsidiaries = 0

import("accounts", function(row)
  store(row, customers, {
    code = row.account, name = row.account, source = "b2b-pipeline",
    kind = correct("sector", row.sector), region = correct("country", row.office_location),
    revenue = csv.money(row.revenue, million), headcount = csv.number(row.employees),
  })
  if row.subsidiary_of then subsidiaries = subsidiaries + 1 end
end)

import("sales_teams", function(row)
  store(row, reps, {
    code = row.sales_agent, name = row.sales_agent, manager = row.manager,
    region = row.regional_office,
  })
end)

import("products", function(row)
  store(row, products, {
    code = row.product, name = row.product, category = row.series,
    unit_price = csv.money(row.sales_price),
  })
end)

-- The record that a row names; without one the row is rejected.
local function named(row, collection, column, code)
  local record = find(collection, code)
  if record then return record end
  row:reject(("there is no %s \"%s\""):format(column, tostring(code)), "row.unknown_" .. column)
end

import("sales_pipeline", function(row)
  if not row.account then
    return row:reject(("no account (%s)"):format(row.deal_stage), "row.no_account")
  end
  if row.deal_stage ~= "Won" then
    return row:reject(("not won, so no order (%s)"):format(row.deal_stage), "row.not_won")
  end
  local customer = named(row, customers, "account", row.account)
  local rep = named(row, reps, "sales_agent", row.sales_agent)
  local product = named(row, products, "product", correct("product", row.product))
  if not (customer and rep and product) then return end
  local amount = csv.money(row.close_value)
  local order = store(row, orders, {
    code = row.opportunity_id, customer = customer.id, rep = rep.id, amount = amount,
    ordered_on = csv.date(row.close_date, "m/d/y"),
  })
  if not order then return end
  local fields = {
    order = order.id, line = 1, product = product.id, list_price = product.unit_price,
    amount = amount,
  }
  local line = order_lines:where { order = order.id, line = 1 }:first()
  if line then
    order_lines:where { id = line.id }:update(function() return fields end)
  else
    order_lines:create(fields)
  end
end)

local corrections = {}
print(("%-20s %6d rows in = %6d stored + %6d rejected"):format(
  "together", totals.read, totals.stored, totals.rejected))
for _, words in pairs(spelling) do
  for wrong in pairs(words) do corrections[#corrections + 1] = wrong end
end
table.sort(corrections)
for _, wrong in ipairs(corrections) do
  print(("corrected: %s, %d rows"):format(wrong, corrected[wrong] or 0))
end
print(("not stored: the parent firm of %d accounts"):format(subsidiaries))

-- What each customer bought in the twelve months up to the last day of the export.
purchases.refresh { as_of = as_of }
local bought = customers:sum("annual_purchase")
print(("bought in the twelve months to %s: %s"):format(tostring(as_of), tostring(bought)))

-- Both packs set `level`: the table of the first is shown, the levels of the second stay.
for _, pack in ipairs { "fastener", "growth" } do
  local field = tiering.policy(pack).writes
  tiering.apply { policy = pack }
  print(("customers by %s, after the pack %s"):format(field, pack))
  print(customers:group_by(field):count())
end

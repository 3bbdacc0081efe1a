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
-- sales_pipeline.csv  → opportunities  every deal, by the playbook `pipeline`, with its stage_moves;
--                       orders      won deals only: amount = close value, ordered on = close date;
--                       order_lines one each, with the product and its list price
--
-- Assumptions
--   Money: the export is in US dollars, and the book holds one currency. Make the store with
--   `tenon init --currency USD`: "1.00" is one dollar in it, and the thresholds of the packs count dollars.
--   Revenue is in millions. Sectors are those of the export, not the kinds of the policy `kinds`.
--   A parent firm (subsidiary_of) has no field yet: it is counted, not stored.
--   History: the export says when a deal was engaged and closed, not when it was opened. A deal is taken to be
--   opened on the day it was engaged, so prospecting takes no time; one that is still prospecting has no day at
--   all and is opened on the last day of the export, the first on which it is known to be there. A day stands
--   for its first moment.
--   Amounts: a won deal is worth its close value. The export writes 0 for what was lost and nothing for what is
--   open: what those were worth is not known, and stays empty.
--
-- Every row of a file is either stored or rejected. Rejects carry file, line and reason and go to
-- FILE.rejects.csv. Records are found by code, so a second run changes nothing; a later export of the same deals
-- adds the moves that have come.

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

-- Sets the fields of the record with a code, or makes it; gives its id and whether it is new, or nil for a reject.
-- `ids`: the records there are, by code, where many are asked for.
local function store(row, collection, fields, ids)
  local code = fields.code
  if not code then return row:reject("the row has no key", "row.no_key") end
  if lines[code] then
    return row:reject(("\"%s\" stands in line %d already"):format(code, lines[code]), "row.duplicate")
  end
  local record = not ids and find(collection, code)
  local id = ids and ids[code] or record and record.id
  if id then
    collection:where { id = id }:update(function() return fields end)
  end
  lines[code] = row:line()
  return id or collection:create(fields).id, not id
end

local function ids_by_code(collection)
  local ids = {}
  for record in collection:each() do ids[record.code or 0] = record.id end
  return ids
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

-- The fields of the record that a row names, read once; without one the row is rejected.
local known = {}
local function named(row, collection, column, code)
  known[column] = known[column] or {}
  local fields = known[column][code or 0]
  if fields then return fields end
  local record = find(collection, code)
  if record then
    known[column][code] = record:totable()
    return known[column][code]
  end
  row:reject(("there is no %s \"%s\""):format(column, tostring(code)), "row.unknown_" .. column)
end

-- How far each deal stage of the export is in the playbook.
local playbook = playbooks.show("pipeline")
local deal_stages = {
  Prospecting = { "prospecting" }, Engaging = { "prospecting", "engaging" },
  Won = { "prospecting", "engaging", playbook.won }, Lost = { "prospecting", "engaging", "lost" },
}
local status = { Won = "won", Lost = "lost" }
local by_stage = {}

-- The fields of an opportunity, and when it came to each of its stages; nil for a reject.
local function opportunity(row, customer, rep, product)
  local stages = deal_stages[row.deal_stage]
  if not stages then
    return row:reject(("there is no deal stage \"%s\""):format(tostring(row.deal_stage)), "row.unknown_deal_stage")
  end
  local engaged, closed = csv.date(row.engage_date, "m/d/y"), csv.date(row.close_date, "m/d/y")
  if #stages > 1 and not engaged or status[row.deal_stage] and not closed then
    return row:reject(row.deal_stage .. " without its dates", "field.required")
  elseif engaged and closed and closed < engaged then
    return row:reject(("closed on %s, before it was engaged on %s"):format(closed, engaged), "row.closed_before_engaged")
  end
  local opened = engaged or as_of
  return {
    code = row.opportunity_id, customer = customer and customer.id, rep = rep.id, region = rep.region,
    product = product.id, source = "b2b-pipeline", playbook = playbook.name, playbook_version = playbook.version,
    stage = stages[#stages], status = status[row.deal_stage] or "open", opened_on = opened, closed_on = closed,
    updated_on = closed or opened,
    amount = row.deal_stage == "Won" and csv.money(row.close_value) or nil,
  }, stages, { opened, engaged, closed }
end

-- Writes the moves that are not there yet.
local function follow(id, stages, days, is_new, amount)
  local there = is_new and 0 or stage_moves:where { opportunity = id }:count()
  for i = there + 1, #stages do
    stage_moves:create {
      opportunity = id, moved_at = instant(tostring(days[i])), from_stage = stages[i - 1], stage = stages[i],
      amount = i == #stages and amount or nil, actor = "b2b-pipeline",
    }
  end
end

local ordered = ids_by_code(orders)

local function order(row, customer, rep, product, deal)
  local fields = {
    code = row.opportunity_id, customer = customer.id, rep = rep.id, amount = deal.amount,
    ordered_on = deal.closed_on,
  }
  local id = ordered[fields.code]
  local line = {
    order = id, line = 1, product = product.id, list_price = product.unit_price, amount = deal.amount,
  }
  if id then
    orders:where { id = id }:update(function() return fields end)
    order_lines:where { order = id, line = 1 }:update(function() return line end)
  else
    line.order = orders:create(fields).id
    order_lines:create(line)
  end
end

local deals = ids_by_code(opportunities)

import("sales_pipeline", function(row)
  local customer = row.account and named(row, customers, "account", row.account)
  if row.account and not customer then return end
  local rep = named(row, reps, "sales_agent", row.sales_agent)
  local product = rep and named(row, products, "product", correct("product", row.product))
  if not product then return end
  local fields, stages, days = opportunity(row, customer, rep, product)
  if not fields then return end
  if fields.status == "won" and not (customer and fields.amount) then
    return row:reject("won without an account or a close value", "field.required")
  end
  if deals[fields.code or 0] then fields.opened_on = nil end -- stays as it was first seen
  local id, is_new = store(row, opportunities, fields, deals)
  if not id then return end
  follow(id, stages, days, is_new, fields.amount)
  if fields.status == "won" then order(row, customer, rep, product, fields) end
  by_stage[fields.stage] = (by_stage[fields.stage] or 0) + 1
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
for _, stage in ipairs { "prospecting", "engaging", "won", "lost" } do
  print(("opportunities %-11s %6d"):format(stage, by_stage[stage] or 0))
end

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

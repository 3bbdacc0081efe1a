-- Quotes for a file of enquiries: CSV in, draft quotes out, one an enquiry.
--
--   tenon run scripts/quote_batch.lua enquiries.csv --allow-read . --allow-write .
--   tenon run scripts/quote_batch.lua enquiries.csv quotes.csv pricing_additive --allow-read . --allow-write .
--
-- Arguments: the enquiries; where the quotes' lines go as CSV (by default nowhere); the price policy.
--
-- Columns   customer and product (their codes), quantity; and, each where it is wanted: enquiry (lines
--           with the same one make one quote; without it a customer's lines do), agreement, promotion,
--           prepaid, renewal_years, vmi, cash, referral (true or false).
-- Bad rows  go to FILE.rejects.csv with a reason. An enquiry with a bad row is held back as a whole, since
--           a quote that lacks a line is worse than one that comes later: mend the row and run it again.
--
-- All quotes of a run are made or none; `tenon undo` takes them back.

local path, target, policy = arg[1], arg[2], arg[3]
if not path then error("give the file of enquiries: tenon run scripts/quote_batch.lua enquiries.csv", 0) end

local reader = csv.rows(path)
reader:rejects((path:gsub("%.csv$", "") .. ".rejects.csv"))
local has = {}
for _, name in ipairs(reader:columns()) do has[name] = true end
for _, name in ipairs { "customer", "product", "quantity" } do
  if not has[name] then error("the file has no column \"" .. name .. "\"", 0) end
end

-- The id behind a code, looked up once.
local known = { customer = {}, product = {} }
local function id(what, collection, code)
  if not code then return nil, "the row has no " .. what end
  if known[what][code] == nil then
    local record = collection:where { code = code }:first()
    known[what][code] = record and record.id or false
  end
  return known[what][code] or nil, ("there is no %s \"%s\""):format(what, code)
end

-- How each column of terms is read; an empty cell is no term.
local flags = { ["true"] = true, ["1"] = true, ["false"] = false, ["0"] = false }
local function flag(text)
  local value = flags[text:lower()]
  if value == nil then error(("\"%s\" is neither true nor false"):format(text), 0) end
  return value
end
local function word(text) return text end
local terms = {
  agreement = word, promotion = word, prepaid = csv.number, renewal_years = csv.number,
  vmi = flag, cash = flag, referral = flag,
}
local none = { prepaid = 0, renewal_years = 0 }

-- A good row as the values of its columns; a bad one ends in an error.
local function read(row)
  local line, problem = { pieces = csv.number(row.quantity or "") }, nil
  if line.pieces ~= math.floor(line.pieces) or line.pieces < 1 then
    error(("a quantity of %s is not whole pieces from 1"):format(row.quantity), 0)
  end
  line.quantity = math.tointeger(line.pieces)
  line.customer, problem = id("customer", customers, row.customer)
  if not line.customer then error(problem, 0) end
  line.product, problem = id("product", products, row.product)
  if not line.product then error(problem, 0) end
  if not products:get(line.product).unit_price then
    error(("product \"%s\" has no list price"):format(row.product), 0)
  end
  for name, parse in pairs(terms) do
    if has[name] then
      local text = row:get(name)
      if text then line[name] = parse(text) else line[name] = none[name] or false end
    end
  end
  return line
end

local lines, held = {}, {}
for row in reader do
  local key = has.enquiry and row:get("enquiry") or row.customer or "?"
  local fine, line = pcall(read, row)
  if fine then
    line.key = key
    lines[#lines + 1] = line
  else
    held[key] = true
    row:reject(line)
  end
end

local columns, kept, back = {}, 0, 0
for _, line in ipairs(lines) do
  if held[line.key] then
    back = back + 1
  else
    kept = kept + 1
    for name, value in pairs(line) do
      columns[name] = columns[name] or {}
      columns[name][kept] = value
    end
  end
end

local made, refused = nil, 0
if kept > 0 then
  local keys = columns.key
  columns.key, columns.pieces = nil, nil
  local priced = pricing.lines(columns):price { policy = policy, keep_refused = true }
  refused = #priced.refused
  if refused > 0 then
    print("lines without a price; their enquiries are quoted without them")
    print(priced.refused)
  end
  if refused < kept then made = quoting.batch { lines = priced, by = keys } end
end

local report = reader:report()
print(("%d rows read = %d quoted + %d refused + %d rejected + %d held back with them"):format(
  report.read, kept - refused, refused, report.rejected, back))
if made then
  print(("%d quotes, %s in all"):format(made:count(), made:sum("amount"):text()))
  print(made:select("code", "customer", "list_total", "amount", "valid_until"):limit(20))
  if target then
    local ids = {}
    for quote in made:each() do ids[#ids + 1] = quote.id end
    csv.export { of = quote_lines:where { quote = ids }, to = target }
    print("their lines are in " .. target)
  end
end

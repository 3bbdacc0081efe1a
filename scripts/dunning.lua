-- Writes to customers who are late: who owes how much for how long, in which tone, and who writes.
--
--   tenon run scripts/dunning.lua                          prints the list, notes an activity a customer
--   tenon run scripts/dunning.lua out --allow-write out    also writes out/dunning.csv
--   tenon run scripts/dunning.lua --plan                   prints the list, notes nothing
--
-- Levels, tones, roles and the interval are those of the policy `receivables`, by the days past due of the
-- customer's oldest open invoice. The activity (kind `dunning`) keeps a customer from being written to again
-- within the interval. Who has as much money on account as is overdue is not written to: allocate it.

local folder = arg[1]
local rules = receivables.policy().dunning

local function level(days)
  local found
  for _, l in ipairs(rules.levels) do
    if days >= l.from then found = l end
  end
  return found
end

-- A role of the policy as a person: the customer's own rep, or the first with that role.
local function writer(customer, role)
  if role == "rep" then return customer:follow("owner") end
  return reps:where { role = role }:first()
end

local function is_recent(id)
  local last = activities:where { customer = id, kind = "dunning" }:max("at")
  return last and now() - last < days(rules.interval_days)
end

-- Invoices past due, the oldest first, by customer.
local late, list = {}, {}
for _, r in ipairs(receivables.overdue {}) do
  local c = late[r.customer]
  if not c then
    c = { customer = r.customer, name = r.name, days = r.days_past_due }
    c.invoices, c.amount, c.credit = 0, yuan(0), yuan(0)
    late[r.customer], list[#list + 1] = c, c
  end
  c.invoices, c.amount = c.invoices + 1, c.amount + r.open
end
for _, p in ipairs(receivables.unallocated {}) do
  local c = late[p.customer]
  if c then c.credit = c.credit + p.left end
end

local columns = { "customer", "name", "level", "tone", "role", "writer", "invoices", "days", "amount", "credit" }
local written, waiting, total = {}, 0, yuan(0)
print(table.concat(columns, "\t"))
for _, c in ipairs(list) do
  local l = level(c.days)
  if not l or c.amount <= c.credit or is_recent(c.customer) then
    waiting = waiting + 1
  else
    local who = writer(customers:get(c.customer), l.by)
    c.level, c.tone, c.role, c.writer = l.level, l.tone, l.by, who and who.name or ""
    activities:create {
      customer = c.customer, rep = who and who.id, kind = "dunning", at = now(),
      summary = ("level %d (%s): %s overdue, %d days"):format(l.level, l.tone, c.amount, c.days),
    }
    written[#written + 1], total = c, total + c.amount
    print(c.customer, c.name, c.level, c.tone, c.role, c.writer, c.invoices, c.days, c.amount, c.credit)
  end
end
print(("%d customers to write to, %s overdue; %d not now"):format(#written, total, waiting))

if folder then csv.write { rows = written, columns = columns, to = folder .. "/dunning.csv" } end

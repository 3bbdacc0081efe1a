-- Renewals of the day: what ends within 90 days and is not renewed, three tasks and one alert for each, and what a
-- renewal by value would cost.
--
--   tenon run scripts/renewals.lua                 all of them
--   tenon run scripts/renewals.lua 30              what ends within 30 days, in the list only
--   tenon run scripts/renewals.lua 90 rep          grouped by rep, region or another word of customers
--   tenon run scripts/renewals.lua --plan          what would change, nothing written
--
-- Run it daily: each task and alert is opened once, and the alert of what is renewed is settled. The days, the three
-- tasks and what counts as renewed are the policy `success`.

local days, by = arg[1] and math.tointeger(tonumber(arg[1])), arg[2] or "level"

local made = success.open_renewals {}
print(("%d due: %d tasks opened, %d alerts raised, %d known, %d settled"):format(
  made.documents, made.tasks, made.raised, made.known, made.settled))

local due = success.renewals { days = days, by = by }
print(("worth %s, and %d renewed already"):format(due.value, due.renewed))
print(due.groups)
for i = 1, #due.list do
  local r = due.list[i]
  local document = (r.entity == "contracts" and contracts or agreements):get(r.document)
  local quote = success.renewal_quote(document)
  print(("%s %s, %s: %s, %d days, worth %s, by value %s"):format(
    r.ends_on, r.code or r.document, r.name, r.state, r.days_left, r.value,
    quote.price and tostring(quote.price) or "not known: no reading of " .. table.concat(quote.missing, ", ")))
end

local rate = success.renewal_rate {}
print(("renewed in the last twelve months: %d of %d"):format(rate.renewed, rate.ended))

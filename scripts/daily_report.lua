-- The day's reports in their four parts (results, obstacles, plan, one lesson), who is missing, and where the day's
-- opportunities leaked (OR7, AU3). With texts it files the report of a rep instead.
--
--   tenon run scripts/daily_report.lua --store sales.db                          today
--   tenon run scripts/daily_report.lua 2026-06-29 --store sales.db               another day
--   tenon run scripts/daily_report.lua R0003 "3 visits" "no sample of M8" "call C-0017" "bring the gauge" --store sales.db
--
-- A part left empty ("") is filled from the records: customers reached, tasks and key accounts of the next working
-- day. The lesson goes into the knowledge base, where everybody finds it: knowledge.search("gauge").

local rep = arg[2] and reps:where { code = arg[1] }:first()
if arg[2] then
  assert(rep, "there is no rep of the code " .. arg[1])
  local function said(text) return text ~= nil and text ~= "" and text or nil end
  daily.report { rep = rep, results = said(arg[2]), obstacles = said(arg[3]), plan = said(arg[4]), lesson = said(arg[5]),
    share = said(arg[5]) ~= nil }
  print(daily.table { rep = rep, day = today() })
  return
end

local day = arg[1] and date(arg[1]) or today()
print("reports of " .. tostring(day))
print(daily.table { day = day })
local missing = daily.missing { day = day }
print(#missing .. " did not report")
if #missing > 0 then print(missing) end
local lost = funnel.results { from = day, upto = day }
print(("decided on the day: %d, won %d"):format(lost.decided, lost.won))
if #lost.leaks > 0 then print(lost.leaks) end

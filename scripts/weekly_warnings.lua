-- The week's warnings: teams whose efficiency fell, opportunities nobody touched, clocks missed, money overdue, plans
-- late, and what is open in the inbox (AU2, AU3, PF11). Run it on Friday.
--
--   tenon run scripts/weekly_warnings.lua --store sales.db
--   tenon run scripts/weekly_warnings.lua --plan --store sales.db      tells without raising anything
--
-- Each warning is raised once, as an alert with an owner, and settled when its cause is gone.

-- Reports print themselves; of a sweep its counts.
local function told(name, found)
  if type(found) ~= "table" then return print(name .. "\n" .. tostring(found)) end
  local counts = {}
  for word, n in pairs(found) do
    if type(n) == "number" then counts[#counts + 1] = word .. " " .. n end
  end
  table.sort(counts)
  print(name .. ": " .. table.concat(counts, ", "))
end

told("efficiency against the week before", kpi.watch {})
told("opportunities", funnel.watch {})
told("service clocks", service.sweep {})
told("customers who may leave", churn.watch {})
told("overdue payments", receivables.watch {})
told("concentration", mix.watch {})
told("plans, risks and budgets", planning.sweep {})

local open = alerts:where { state = "open" }
print(("%d alerts are open"):format(open:count()))
print(open:group_by("kind", "severity"):count())
print(("%d tasks are overdue"):format(#inbox.due { by = today() - days(1) }))

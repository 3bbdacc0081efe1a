-- Groups by month from the first day of the calendar to the last.
-- ends: ok
plan(function()
  orders:update{ordered_on = function(o) return o.id % 2 == 0 and date"0001-01-01" or date"9999-12-31" end}
  assert(#orders:frame{"ordered_on"}:group_by{month = "ordered_on"} == 2)
end)

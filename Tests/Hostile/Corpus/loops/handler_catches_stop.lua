-- A handler that hides the stop and goes on.
-- ends: limit.deadline
while true do
  xpcall(function() while true do end end, function() return "hidden" end)
end

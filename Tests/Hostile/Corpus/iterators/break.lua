-- Loops left early, again and again.
-- ends: ok
for i = 1, 500 do
  for c in customers:each() do break end
end

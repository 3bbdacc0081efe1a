-- An error in the middle of a loop.
-- ends: script.error
for c in customers:each() do
  if c.id == 3 then error("here") end
end

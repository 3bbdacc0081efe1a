-- Calls what each gives with nonsense.
-- ends: ok
local step = customers:each()
for _, x in ipairs{0, "", {}, customers, print, 0/0} do pcall(step, x, x, x) end

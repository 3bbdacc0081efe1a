-- Weak tables full of records.
-- ends: ok or record.dead
local weak = setmetatable({}, {__mode = "k"})
for c in customers:each() do weak[c] = c.name end
for i = 1, 10000 do local x = {} end
for c in pairs(weak) do assert(c.id) end

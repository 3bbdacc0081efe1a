-- Options with a hundred thousand names.
-- ends: entity.field or limit.deadline
local t = {}
for i = 1, 100000 do t["x" .. i] = i end
customers:create(t)

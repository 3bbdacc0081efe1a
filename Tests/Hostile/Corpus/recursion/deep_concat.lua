-- An expression of a hundred thousand parts.
-- ends: ok
local part = load("return " .. ("1 .. "):rep(240) .. "1")
if part then part() end

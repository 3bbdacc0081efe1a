-- Printing does not call what a table says of itself.
-- ends: ok
print(setmetatable({}, {__tostring = function() while true do end end}))

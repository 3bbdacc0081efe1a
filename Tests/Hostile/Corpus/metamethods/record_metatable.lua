-- Takes the metatable of a record.
-- ends: script.error
getmetatable(customers:first()).__index = nil

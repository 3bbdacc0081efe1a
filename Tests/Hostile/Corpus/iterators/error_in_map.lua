-- An error in groups:map.
-- ends: script.error
customers:frame{"level"}:group_by{"level"}:map(function() error("here") end)

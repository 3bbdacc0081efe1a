-- An error in each(f).
-- ends: script.error
customers:each(function(c) error("here") end)

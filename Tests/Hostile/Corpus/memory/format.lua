-- A number with more places than there are.
-- ends: script.error
return ("%99999d"):format(1)

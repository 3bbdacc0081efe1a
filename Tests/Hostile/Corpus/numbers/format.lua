-- Numbers where there are none.
-- ends: script.error
return ("%d"):format(0/0)

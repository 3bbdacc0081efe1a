-- Members that there are not.
-- ends: script.unknown_member
return customers:frobnicate()

-- A loop by goto.
-- ends: limit.deadline
::top::
goto top

-- Lazy repeats within each other on a text that does not fit.
-- ends: ok or limit.deadline
(("a"):rep(400)):find(".-.-.-.-b")

-- Over how many months a customer's purchases are counted.
--
-- A window of N months ends with the day of the run and opens the day after the same day N months
-- earlier. A return lowers the amount of its order; an order of a negative amount counts as one,
-- one that was cancelled as a whole does not.
--
-- Assumption: the source says "annual purchase" without its year; the last twelve months are taken.
return {
  name = "purchases",
  title = { en = "Purchase facts of customers", zh = "客户采购事实" },
  source = "S0 §6.2.1 (CU1, CU7)",
  months = 12,
}

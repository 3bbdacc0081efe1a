-- Orders: their numbers, what their statuses are called, and which may follow which.
-- The sources name the steps of execution (FU9), not the words of an order's status: those are ours.
--   placed     nothing is delivered yet        partly     a part is delivered
--   done       all that is wanted is           cancelled  nothing of it is wanted any more
-- `rounding` is how the share of some pieces of a line is rounded to the fen when they come back or are cancelled.
return {
  name = "orders",
  title = { en = "Orders", zh = "订单管理" },
  source = "S0 §5.1.3 (FU9), S1 (PR11)",
  prefix = "SO-", -- ours
  digits = 8,
  rounding = "half_up", -- ours
  statuses = {
    placed = { word = "open", title = { en = "open", zh = "未交货" } },
    partly = { word = "partly_delivered", title = { en = "partly delivered", zh = "部分交货" } },
    done = { word = "delivered", title = { en = "delivered", zh = "已交货" } },
    cancelled = { word = "cancelled", title = { en = "cancelled", zh = "已取消" } },
  },
  moves = {
    open = { "partly_delivered", "delivered", "cancelled" },
    partly_delivered = { "delivered" },
  },
}

-- Contracts: what they say, how they are carried out, and what a day of delay costs.
-- Clauses have places in braces, filled when the contract is drawn up: {customer}, {code}, {quote}, {rep},
-- {amount}, {prepaid}, {due_on}, {ends_on}, {penalty_rate}, {penalty_cap}, and those that `values` names.
-- A step's days count from signature, its due_days from the contract's day of delivery. `done_by` names what
-- completes a step by itself: signed, ordered, delivered, accepted; the others are marked done by hand. `node` is
-- the payment node of `receivables.lua` that the contract reaches with it: what hangs on it is then due.
return {
  name = "contracts",
  title = { en = "Contracts", zh = "合同管理" },
  source = "S0 §5.1.3, S2 (FU8, FU9)",
  prefix = "HT-", -- ours
  digits = 8,
  -- S0 has every contract approved (FU8). Approval stands with the quote: it comes before the quote is sent.
  needs_approval = true,
  language = "zh", -- ours: what contracts are written in unless said otherwise

  -- No bound is given in the source. A house that has one writes cap = 0.05.
  penalty = { rate = 0.001, rounding = "half_up", source = "S2 (FU9)" },

  statuses = {
    draft = { en = "draft", zh = "草拟" },
    signed = { en = "signed", zh = "已签订" },
    completed = { en = "completed", zh = "已履行完毕" },
    cancelled = { en = "cancelled", zh = "已取消" },
  },
  moves = {
    draft = { "signed", "cancelled" },
    signed = { "completed", "cancelled" },
  },

  -- The order is the source's. Days and roles are ours: the source gives none.
  steps = {
    { key = "sealed", title = { en = "signed and sealed", zh = "签字盖章" }, role = "sales", days = 0,
      done_by = "signed", node = "signed", source = "S0 §5.1.3 (FU9)" },
    { key = "order_entered", title = { en = "order entered", zh = "订单录入" }, role = "sales_support", days = 1,
      done_by = "ordered", source = "S0 §5.1.3 (FU9)" },
    { key = "production_planned", title = { en = "production planned", zh = "生产排期" }, role = "production",
      days = 3, source = "S0 §5.1.3 (FU9)" },
    { key = "shipped", title = { en = "inspected and shipped", zh = "检验发货" }, role = "quality", due_days = 0,
      done_by = "delivered", node = "shipped", source = "S0 §5.1.3 (FU9)" },
    { key = "accepted", title = { en = "accepted", zh = "客户验收" }, role = "sales", due_days = 7,
      done_by = "accepted", node = "accepted", source = "S0 §5.1.3 (FU9)" },
    { key = "collected", title = { en = "invoiced and collected", zh = "开票回款" }, role = "finance", due_days = 30,
      source = "S0 §5.1.3 (FU9)" },
  },

  -- The topics are the source's, the wording is ours.
  clauses = {
    general = {
      {
        key = "delivery", title = { en = "Delivery", zh = "交货" }, source = "S2 (FU9)",
        body = {
          en = "The seller delivers the goods of quote {quote} to {customer} by {due_on}. Delivery in parts is allowed.",
          zh = "卖方应于{due_on}（含当日）前向{customer}交付报价单{quote}所列货物，允许分批交货。",
        },
      },
      {
        key = "acceptance", title = { en = "Acceptance", zh = "验收" }, source = "S2 (FU9)",
        body = {
          en = "The buyer inspects every delivery and accepts it in writing. Goods that fail inspection go back to the seller.",
          zh = "买方应对每批货物进行检验并书面确认验收，检验不合格的货物退回卖方。",
        },
      },
      {
        key = "payment", title = { en = "Payment", zh = "付款节点" }, source = "S2 (FU9)",
        body = {
          en = "The contract is worth CNY {amount}. {prepaid} is paid on signature, the rest after acceptance.",
          zh = "合同总金额为人民币{amount}元，签订时预付{prepaid}，其余款项于验收后支付。",
        },
      },
      {
        key = "penalty", title = { en = "Default", zh = "违约责任" }, source = "S2 (FU9)",
        body = {
          en = "For each day that delivery is late, the seller pays {penalty_rate} of the contract's value.",
          zh = "卖方逾期交货的，每逾期一日，按合同总金额的{penalty_rate}支付违约金。",
        },
      },
    },
    industries = {
      {
        key = "manufacturing", title = { en = "Manufacturing", zh = "制造业" }, classes = { "C" },
        source = "S2 (FU9)",
        clauses = {
          {
            key = "on_site_maintenance", title = { en = "On-site maintenance", zh = "现场维护" },
            source = "S2 (FU9)",
            body = {
              en = "The seller supports assembly and maintenance at the buyer's site while this contract holds.",
              zh = "合同有效期内，卖方应在买方现场提供装配与维护支持。",
            },
          },
        },
      },
      {
        key = "finance", title = { en = "Finance", zh = "金融业" }, classes = { "J" }, source = "S2 (FU9)",
        clauses = {
          {
            key = "data_security", title = { en = "Data security", zh = "数据安全合规" }, source = "S2 (FU9)",
            body = {
              en = "Both parties keep each other's data as the law on data security asks, and use it for this contract only.",
              zh = "双方应依照数据安全相关法律法规保护对方数据，且仅用于履行本合同。",
            },
          },
        },
      },
    },
  },
}

-- Quotes: how long they hold, how they are numbered, and which way they may go.
-- The sources ask for versions, validity and status (PR11) and give no figures: those are ours.
return {
  name = "quotes",
  title = { en = "Quotes", zh = "报价管理" },
  source = "S1, S2 (PR11)",
  valid_days = 30, -- ours
  prefix = "Q-",
  digits = 8,
  moves = {
    -- A house where every quote is approved first takes "sent" out here.
    draft = { "pending", "sent", "declined" },
    pending = { "approved", "rejected" },
    approved = { "sent", "declined" },
    rejected = { "draft" },
    sent = { "accepted", "declined", "expired" },
  },
  -- What a new version may take the place of.
  revisable = { "draft", "pending", "approved", "rejected", "sent", "declined", "expired" },
}

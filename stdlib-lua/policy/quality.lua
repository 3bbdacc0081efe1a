-- What a good customer record is.
--
-- Assumptions, where the sources are silent: which fields count, the ages of 180 and 90 days, and
-- the suffixes that say only a firm's legal form.
return {
  name = "quality",
  title = { en = "Data quality of customers", zh = "客户数据质量" },
  source = "S0, S1, S3 (CU14)",
  entity = "customers",
  counted = {
    "name", "uscc", "industry", "kind", "size", "region", "owner", "source", "stage", "credit",
    "influence", "potential",
  },
  goal = 0.9,
  baseline = 0.613,
  freshness = {
    { field = "updated_on", stale_after = days(180), source = "S0 (CU14), age is an assumption" },
    { field = "last_contact", stale_after = days(90), source = "S0 (CU14), age is an assumption" },
  },
  summary_within = hours(24),
  duplicates = { code = "uscc", name = "name" },
  name_suffixes = {
    "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "分公司", "公司",
    "Co., Ltd.", "Company Limited", "Limited", "Ltd.", "Inc.", "Corp.", "LLC", "GmbH",
  },
}

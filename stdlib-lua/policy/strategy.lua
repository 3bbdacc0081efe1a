-- A strategy card a level. The source has no card for D: who has not bought is won through the
-- card of C.
return {
  name = "strategy",
  title = { en = "Strategy cards by level", zh = "分级策略卡" },
  source = "S0 §1.1, §2.1 (CU16)",
  cards = {
    {
      level = "A", source = "S0 §1.1, §2.1 (CU16)",
      title = { en = "strategic", zh = "战略客户" },
      who = {
        en = "satellite makers, launch-vehicle firms, integrators",
        zh = "商业卫星制造商、运载火箭企业、集成商",
      },
      buying = {
        en = "large batches, high specification, long-term", zh = "大批量、高规格、长期合作",
      },
      proposition = {
        en = "aerospace-quality partner that lowers cost; custom solutions; joint development",
        zh = "航天级品质并降低成本的伙伴；定制方案；联合开发",
      },
      tactics = {
        en = "dedicated manager; framework talks; vendor-managed stock; joint work; price lock",
        zh = "专属客户经理；年度框架谈判；VMI；技术协作；长期锁价",
      },
      target = {
        en = "three-year framework, over 500,000 a year, preferred supplier",
        zh = "三年框架协议，年采购超50万，首选供应商",
      },
    },
    {
      level = "B", source = "S0 §1.1, §2.1 (CU16)",
      title = { en = "key", zh = "重点客户" },
      who = {
        en = "component suppliers, institutes and university labs, civil-military firms",
        zh = "零部件供应商、科研院所与高校实验室、军民融合企业",
      },
      buying = {
        en = "medium batches, standard specification, per project", zh = "中批量、标准规格、按项目",
      },
      proposition = {
        en = "reliable supply, technical service; quick response, flexible supply",
        zh = "可靠供应与专业技术服务；响应快、供货灵活",
      },
      tactics = {
        en = "regular visits; project tracking; volume price; technical training; supply priority",
        zh = "定期拜访；项目跟踪；批量价格；技术培训；优先供货",
      },
      target = {
        en = "annual agreement, 100,000 to 500,000, qualified supplier",
        zh = "年度协议，10–50万，合格供应商",
      },
    },
    {
      level = "C", source = "S0 §1.1, §2.1 (CU16)",
      title = { en = "general", zh = "一般客户" },
      who = {
        en = "ground-equipment makers, training bodies, start-ups",
        zh = "地面设备制造商、培训机构、初创企业",
      },
      buying = {
        en = "small batches, economic grade, sporadic", zh = "小批量、经济型、零星采购",
      },
      proposition = {
        en = "good value, easy purchase; standard products, quick supply, simple process",
        zh = "性价比高、采购便捷；标准产品、快速供货、流程简单",
      },
      tactics = {
        en = "online channel; standard price; small lots; basic support; self-service",
        zh = "线上渠道；标准价格；小批量供应；基础支持；自助服务",
      },
      target = {
        en = "first purchase, under 100,000, a wider base", zh = "首次采购，10万以下，扩大客户基数",
      },
    },
  },
}

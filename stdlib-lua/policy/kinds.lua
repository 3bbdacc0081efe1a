-- Kinds of customers, what they need and where it hurts.
--
-- Needs under `assumed` are cells that the source's text lost: correct them to your market. Kinds
-- without needs are those of which the source says nothing.
-- Assumption: the source's "supplier" row is taken for makers of structural parts.
return {
  name = "kinds",
  title = { en = "Kinds of customers, needs and pains", zh = "客户类型、需求与痛点" },
  source = "S0 §1.1, §1.2 (CU2, CU4)",
  groups = {
    { code = "strategic", label = { en = "strategic", zh = "战略客户" } },
    { code = "key", label = { en = "key", zh = "重点客户" } },
    { code = "general", label = { en = "general", zh = "一般客户" } },
  },
  dimensions = {
    { code = "cost", label = { en = "cost", zh = "成本" } },
    { code = "quality", label = { en = "quality", zh = "质量" } },
    { code = "delivery", label = { en = "delivery", zh = "交付" } },
    { code = "service", label = { en = "service", zh = "服务" } },
  },
  need_levels = {
    { code = "low", label = { en = "low", zh = "低" } },
    { code = "medium", label = { en = "medium", zh = "中等" } },
    { code = "medium_high", label = { en = "medium to high", zh = "中高" } },
    { code = "high", label = { en = "high", zh = "高" } },
    { code = "very_high", label = { en = "very high", zh = "极高" } },
  },
  kinds = {
    {
      kind = "satellite_maker", group = "strategic", source = "S0 §1.1, §1.2 (CU2, CU4)",
      label = { en = "satellite maker", zh = "卫星制造商" },
      needs = {
        cost = "medium", quality = "high", delivery = "high", service = "high",
        assumed = { "quality", "delivery", "service" },
      },
    },
    {
      kind = "launch_vehicle_maker", group = "strategic", source = "S0 §1.1, §1.2 (CU2, CU4)",
      label = { en = "launch-vehicle maker", zh = "运载火箭制造商" },
      needs = {
        cost = "medium", quality = "very_high", delivery = "very_high", service = "high",
        assumed = { "service" },
      },
    },
    {
      kind = "spacecraft_integrator", group = "strategic", source = "S0 §1.1 (CU2)",
      label = { en = "spacecraft integrator", zh = "航天器集成商" },
    },
    {
      kind = "structural_part_maker", group = "key", source = "S0 §1.1, §1.2 (CU2, CU4)",
      label = { en = "structural-part maker", zh = "结构件制造商" },
      needs = {
        cost = "medium_high", quality = "high", delivery = "medium", service = "medium",
        assumed = { "quality" },
      },
    },
    {
      kind = "equipment_integrator", group = "key", source = "S0 §1.1 (CU2)",
      label = { en = "equipment integrator", zh = "设备集成商" },
    },
    {
      kind = "research_institute", group = "key", source = "S0 §1.1, §1.2 (CU2, CU4)",
      label = { en = "research institute or university lab", zh = "科研院所与高校实验室" },
      needs = {
        cost = "medium", quality = "high", delivery = "medium", service = "high",
        assumed = { "quality" },
      },
    },
    {
      kind = "civil_military_firm", group = "key", source = "S0 §1.1 (CU2)",
      label = { en = "civil-military firm", zh = "军民融合企业" },
    },
    {
      kind = "ground_equipment_maker", group = "general", source = "S0 §1.1, §1.2 (CU2, CU4)",
      label = { en = "ground-equipment maker", zh = "地面设备制造商" },
      needs = {
        cost = "very_high", quality = "medium", delivery = "medium", service = "low",
        assumed = { "service" },
      },
    },
    {
      kind = "training_body", group = "general", source = "S0 §1.1 (CU2)",
      label = { en = "training body", zh = "培训机构" },
    },
    {
      kind = "start_up", group = "general", source = "S0 §1.1 (CU2)",
      label = { en = "start-up", zh = "初创企业" },
    },
  },
  pains = {
    {
      dimension = "cost", source = "S0 §1.2 (CU4)",
      items = {
        { en = "military-standard prices beyond the budget", zh = "军标价格超出预算" },
        { en = "weak bargaining on small lots", zh = "小批量议价能力弱" },
        { en = "imports are dear and slow", zh = "进口件价高期长" },
        { en = "hidden cost of inspection, stock and management", zh = "检验、库存、管理的隐性成本" },
      },
    },
    {
      dimension = "quality", source = "S0 §1.2 (CU4)",
      items = {
        { en = "industrial grade not reliable enough", zh = "工业级可靠性不足" },
        { en = "suppliers uneven", zh = "供应商质量参差" },
        { en = "no batch traceability", zh = "批次不可追溯" },
        { en = "slow response to problems", zh = "质量问题响应慢" },
      },
    },
    {
      dimension = "delivery", source = "S0 §1.2 (CU4)",
      items = {
        { en = "military grade takes 8–12 weeks", zh = "军品交期8–12周" },
        { en = "urgent needs unmet", zh = "紧急需求难满足" },
        { en = "too little stock", zh = "库存不足" },
        { en = "unstable logistics", zh = "物流不稳定" },
      },
    },
    {
      dimension = "service", source = "S0 §1.2 (CU4)",
      items = {
        { en = "slow technical support", zh = "技术支持慢" },
        { en = "no selection guidance", zh = "缺少选型指导" },
        { en = "weak after-sales", zh = "售后薄弱" },
        { en = "little customisation", zh = "定制能力弱" },
      },
    },
  },
}

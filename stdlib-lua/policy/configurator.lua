-- Configurations of a base and modules: what margin they must leave (PR10: uniform logic, controlled margin).
-- Which modules fit which base is data, see the records of `module_rules`; every part is priced by the
-- standing price policy, so that a configuration costs what its parts cost.
return {
  name = "configurator",
  title = { en = "Configurator", zh = "产品配置器" },
  source = "S2 (PR10)",
  -- `below`: "refuse" offers no configuration under the least margin, "flag" offers it and says so.
  margin = {
    least = 0.20, below = "refuse",
    source = "ours (PR10): the source asks for a controlled margin and gives no figure",
  },
}

/// The engines beside tiering, each bound in a file of its own.
extension ScriptHost {
  func defineEngines() throws {
    let policies = EnginePolicies(self)
    try defineReports()
    try definePolicies()
    try defineBook(policies)
    try definePurchases(policies)
    try defineChurn(policies)
    try defineLifecycle(policies)
    try defineQuality(policies)
    try defineMix(policies)
    try defineService(policies)
    try defineStrategy(policies)
    try defineDecisions(policies)
    try defineNeeds(policies)
    try defineBuying(policies)
    try definePricing(policies)
    try defineQuoting(policies)
    try defineApproval(policies)
    try defineContracting(policies)
    try defineOrdering(policies)
    try defineReceivables()
    try defineRebates()
    try defineInbox(policies)
    try defineChecks()
  }
}

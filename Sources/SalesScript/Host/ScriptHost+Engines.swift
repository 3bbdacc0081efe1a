/// The engines beside tiering, each bound in a file of its own.
extension ScriptHost {
  func defineEngines() throws {}
}

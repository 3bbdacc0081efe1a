/// Files: reading, importing and exporting within the granted directories.
extension ScriptHost {
  func defineFiles() throws {}
}

/// Quoted texts, as Lua and JSON both write them but for other control characters.
enum EscapedText {
  /// - Parameter control: how the language writes a control character without a short form.
  static func quoted(_ text: String, control: (UInt32) -> String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\0"..<" ", "\u{7f}": quoted += control(scalar.value)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

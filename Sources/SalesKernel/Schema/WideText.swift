/// Full-width characters, as Chinese input methods write digits and signs.
extension String {
  /// The text with full-width letters, digits and signs as their ASCII forms, and the ideographic space as a blank.
  public var narrowed: String {
    guard utf8.contains(where: { $0 >= 0xE3 }) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: text.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3000: text.append(" ")
      case 0xFFE5: text.append("¥")
      default: text.append(scalar)
      }
    }
    return String(text)
  }

  /// Without the blanks around it, those of other scripts and the byte order mark among them.
  public var trimmingWideBlanks: String {
    let blanks: Set<Unicode.Scalar> = [" ", "\t", "\u{A0}", "\u{3000}", "\u{FEFF}", "\u{200B}"]
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !blanks.contains($0) }),
      let last = scalars.lastIndex(where: { !blanks.contains($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}

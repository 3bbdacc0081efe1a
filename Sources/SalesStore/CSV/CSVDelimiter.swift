/// The mark between two fields of a record.
public enum CSVDelimiter: String, Hashable, Sendable, CaseIterable {
  case comma
  case semicolon
  case tab
  case pipe

  public var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .pipe: UInt8(ascii: "|")
    }
  }
}

/// A language that people read the product in. Machine formats are the same in all of them.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case en, zh

  /// The language of a locale's name, as `zh_CN.UTF-8`; nil where it is not one of these.
  public init?(locale: String) {
    let word = locale.prefix { $0 != "_" && $0 != "." && $0 != "-" && $0 != "@" }.lowercased()
    self.init(rawValue: word)
  }
}

extension Label {
  public func text(in language: Language) -> String {
    switch language {
    case .en: en
    case .zh: zh
    }
  }
}

/// Which language a command speaks.
import SalesKernel

extension Language {
  /// The one that the words of the command line name, else `$TENON_LANG`, else that of the locale; else English.
  ///
  /// The words are read before they are parsed, so that what the parser says is in the language too.
  static func chosen(words: [String], environment: [String: String]) -> Language {
    if let language = named(in: words) { return language }
    if let language = environment["TENON_LANG"].flatMap({ Language(locale: $0) }) {
      return language
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale.flatMap { Language(locale: $0) } ?? .en
  }

  private static func named(in words: [String]) -> Language? {
    for (index, word) in words.enumerated() {
      if word == "--" { return nil }
      if word.hasPrefix("--lang=") { return Language(rawValue: String(word.dropFirst(7))) }
      if word == "--lang", index + 1 < words.count { return Language(rawValue: words[index + 1]) }
    }
    return nil
  }
}

extension Surroundings {
  /// The language of this process.
  static var language: Language {
    Language.chosen(words: Array(CommandLine.arguments.dropFirst()), environment: environment)
  }
}

/// The command's own words in a language.
import Console
import SalesScript
import Terminal

extension Lexicon {
  /// What tables say beside their cells.
  static func tableWords(_ lexicon: Lexicon?) -> TableWords {
    guard let lexicon else { return .english }
    let english = TableWords.english
    return TableWords(
      more: lexicon.commandText(english.more) ?? english.more,
      hidden: lexicon.commandText(english.hidden) ?? english.hidden)
  }

  /// What error reports say beside the error.
  static func errorWords(_ lexicon: Lexicon?) -> ErrorWords {
    guard let lexicon else { return .english }
    let english = ErrorWords.english
    return ErrorWords(
      help: lexicon.commandText(english.help) ?? english.help,
      at: lexicon.commandText(english.at) ?? english.at,
      inFunction: lexicon.commandText(english.inFunction) ?? english.inFunction)
  }

  /// A report with its message and remedy in the language.
  func translated(_ report: ErrorReport) -> ErrorReport {
    report.saying(
      message: message(report.message, code: report.code),
      remedy: report.remedy.map { message($0, code: report.code) })
  }
}

import Lua
import SalesKernel

/// What people read in place of a table's machine names.
extension ResultTable.Column {
  /// The header in a language: a field's label, else the word for the name, else the name. In English the name, as
  /// scripts write it.
  public func header(in lexicon: Lexicon?) -> String {
    guard let lexicon else { return name }
    return label?.text(in: lexicon.language) ?? lexicon.column(name) ?? name
  }

  /// The header that files have on request: a label in the language, also in English.
  public func fileHeader(in language: Language, _ lexicon: Lexicon?) -> String {
    label?.text(in: language) ?? lexicon?.column(name) ?? name
  }

  /// The word for a value of a choice; nil where the cell reads as it is.
  public func word(for value: Value, in lexicon: Lexicon?) -> String? {
    guard let lexicon, case .string(let text) = value else { return nil }
    if name == "entity" { return lexicon.entity(text) }
    return lexicon.value(text, of: place, named: name, isChoice: isChoice)
  }
}

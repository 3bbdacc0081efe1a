/// Headers of columns in files: a field's name, or its label in either language.
extension Entity {
  /// The header of the key, which is no field.
  public static let idHeader = "id"

  /// The slots that a header may mean: the field of that name, else every field of that label.
  ///
  /// Full-width characters count as their ASCII forms, capitals as small letters, blanks around not at all, and a
  /// closing `(元)` or `(yuan)` says what an amount is in anyway.
  public func slots(ofHeader header: String) -> [Int] {
    if let slot = slot(of: header) { return [slot] }
    let word = Entity.plainHeader(header)
    if let slot = slot(of: word) { return [slot] }
    return fields.indices.filter {
      Entity.plainHeader(fields[$0].label.zh) == word
        || Entity.plainHeader(fields[$0].label.en) == word
    }
  }

  /// Whether a header names the record's key.
  public func isIDHeader(_ header: String) -> Bool {
    Entity.plainHeader(header) == Entity.idHeader && slot(of: header) == nil
  }

  /// The header that people read, and that an import reads back as this field: its label, or its name where the label
  /// could mean another field too.
  public func header(ofSlot slot: Int, in language: Language) -> String {
    let label = fields[slot].label.text(in: language)
    return slots(ofHeader: label) == [slot] && !isIDHeader(label) ? label : fields[slot].name
  }

  private static func plainHeader(_ header: String) -> String {
    let word = header.narrowed.trimmingWideBlanks.lowercased()
    for unit in ["(元)", "(yuan)"] where word.hasSuffix(unit) && word.count > unit.count {
      return String(word.dropLast(unit.count)).trimmingWideBlanks
    }
    return word
  }
}

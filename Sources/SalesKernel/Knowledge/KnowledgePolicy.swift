import Values

/// What the knowledge base holds, what each piece must say, and how it is searched.
/// - Source: OR7; `stdlib-lua/policy/knowledge.lua`.
public struct KnowledgePolicy: Sendable {
  public struct Kind: Hashable, Sendable {
    public let key: String
    public let title: Label
    /// Slots of the fields that an article of the kind has filled.
    public let needs: [Int]
    public let source: String
  }

  public struct Scene: Hashable, Sendable {
    public let key: String
    public let title: Label
    public let source: String
  }

  public struct Search: Hashable, Sendable {
    /// Slots of the fields that are searched, with what a find there weighs.
    public let fields: [(slot: Int, weight: Double)]
    /// The longest text that is looked for, in characters.
    public let longest: Int
    /// Finds that are given where a call says nothing.
    public let limit: Int
    /// Characters of a find that are shown.
    public let shown: Int

    public static func == (one: Search, other: Search) -> Bool {
      one.longest == other.longest && one.limit == other.limit && one.shown == other.shown
        && one.fields.map(\.slot) == other.fields.map(\.slot)
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(longest)
      hasher.combine(limit)
    }
  }

  public let header: PolicyHeader
  public let number: DocumentNumber
  public let kinds: [Kind]
  public let scenes: [Scene]
  public let search: Search
  /// The kind that lessons of daily reports become.
  public let lesson: String

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + DocumentNumber.keys + ["kinds", "scenes", "search", "lesson"])
    header = try PolicyHeader(root)
    number = try DocumentNumber(root)
    let entity = Article.schema.entity
    kinds = try root["kinds"].filledList { at throws(PolicyError) in
      let table = try at.table(keys: ["key", "title", "needs", "source", "note"])
      let needs =
        try table["needs"].ifPresent?.list(of: { at throws(PolicyError) in
          try at.slot(of: entity)
        }) ?? []
      return Kind(
        key: try table["key"].key(), title: try table["title"].label(), needs: needs,
        source: try table.source())
    }
    try root["kinds"].refuseDuplicates(kinds.map(\.key))
    scenes = try root["scenes"].list { at throws(PolicyError) in
      let table = try at.table(keys: ["key", "title", "source", "note"])
      return Scene(
        key: try table["key"].key(), title: try table["title"].label(), source: try table.source())
    }
    try root["scenes"].refuseDuplicates(scenes.map(\.key))
    search = try Search(root["search"])
    lesson = try root["lesson"].choice(kinds.map(\.key))
  }

  /// - Throws: `knowledge.kind` with the nearest word.
  public func kind(_ key: String) throws(ValidationError) -> Kind {
    if let kind = kinds.first(where: { $0.key == key }) { return kind }
    throw ValidationError(
      "knowledge.kind", "there is no kind of article \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: kinds.map(\.key)), field: "kind")
  }

  /// - Throws: `knowledge.kind`, `knowledge.scene`, `knowledge.needs`.
  public func require(_ article: Article) throws(ValidationError) {
    let kind = try kind(article.kind)
    if let scene = article.scene, !scenes.contains(where: { $0.key == scene }) {
      throw ValidationError(
        "knowledge.scene", "there is no scene \"\(scene.excerpt)\"",
        remedy: Suggestion.sentence(for: scene, among: scenes.map(\.key)), field: "scene")
    }
    let schema = Article.schema
    let missing = kind.needs.filter {
      switch schema.value(of: article, slot: $0) {
      case .null: true
      case .text(let text): text.isEmpty
      default: false
      }
    }.map { schema.entity.fields[$0].name }
    guard missing.isEmpty else {
      throw ValidationError(
        "knowledge.needs", "a \(kind.key) must say \(missing.joined(separator: ", "))",
        remedy: "give them, or take another kind", field: missing[0])
    }
  }
}

extension KnowledgePolicy.Search {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["weights", "longest", "limit", "shown", "source", "note"])
    _ = try table.source()
    let weights = try table["weights"].dictionary()
    var fields: [(slot: Int, weight: Double)] = []
    for key in weights.keys {
      let slot = try PolicyDecoder(.text(key), at: weights.path).slot(
        of: Article.schema.entity, [.text])
      fields.append((slot, try weights[key].number(in: 0.001...1000)))
    }
    guard !fields.isEmpty else {
      throw PolicyError("policy.missing", at: weights.path, "is empty")
    }
    self.fields = fields.sorted { $0.slot < $1.slot }
    longest = Int(try table["longest"].integer(in: 1...100_000))
    limit = Int(try table["limit"].integer(in: 1...10_000))
    shown = Int(try table["shown"].integer(in: 10...10_000))
  }
}

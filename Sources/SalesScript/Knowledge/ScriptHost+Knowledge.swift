import Lua
import SalesKernel
import SalesStore
import Values

/// `knowledge`: talk tracks, cases, competitors and methods, found by any of their words.
extension ScriptHost {
  func defineKnowledge(_ policies: EnginePolicies) throws {
    try defineKnowledgeAdd(policies)
    try defineKnowledgeSearch(policies)
  }

  private static let articleOptions = [
    "kind", "title", "scene", "industry", "pain", "solution", "result", "body", "competitor",
    "author", "code", "policy",
  ]

  private func defineKnowledgeAdd(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "knowledge.add",
        "knowledge.add{kind = word, title = text, scene = word, industry =, pain =, solution =, result =, body =, "
          + "competitor = c, author = rep, code = text, policy =}",
        "Writes an article: a talk track by scene, a case by industry, pain, solution and result, a competitor, a method. "
          + "Gives the article.", returns: "article",
        changes: "one new article",
        errors: [
          "knowledge.kind", "knowledge.scene", "knowledge.needs", "record.missing",
          "script.argument",
        ],
        example: """
          local found
          plan(function()
            knowledge.add{kind = "talk_track", title = "客户说价格太高", scene = "bargaining", body = "先谈总成本，再谈单价。"}
            found = knowledge.search("总成本")[1].title
          end)
          return found
          """, result: "\"客户说价格太高\"",
        seeAlso: ["knowledge.search", "knowledge.revise", "knowledge.get"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "knowledge.add", allowing: Self.articleOptions)
      let policy = try policies.knowledge(options["policy"])
      let id = try requireSession().savepoint { try addArticle(options, policy) }
      try results.add(try binding(Article.schema.entity).record(id))
    }
    try define(
      HelpEntry(
        "knowledge.revise", "knowledge.revise(article, {title = text, body = text, …})",
        "Changes what an article says, and notes the day. Gives the article.", returns: "article",
        changes: "the article", errors: ["knowledge.scene", "knowledge.needs", "record.missing"],
        example: """
          local day
          plan(function()
            local a = knowledge.add{kind = "method", title = "早会", body = "每天十分钟"}
            day = knowledge.revise(a, {body = "每天十五分钟"}).updated_on
          end)
          return day
          """, result: "date\"2026-06-30\"", seeAlso: ["knowledge.add"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "knowledge.revise", at: 1, allowing: Self.articleOptions)
      let before = try Article(
        reading: row(try arguments[0], of: Article.schema.entity, as: "article"))
      var article = before
      try fill(&article, options)
      article.updatedOn = self.options.clock.day()
      try policies.knowledge(options["policy"]).require(article)
      try store(article, from: before)
      try results.add(try binding(Article.schema.entity).record(article.id))
    }
    try define(
      HelpEntry(
        "knowledge.get", "knowledge.get(article)", "An article, by its id or its number.",
        returns: "article",
        errors: ["record.missing"],
        example: """
          local title
          plan(function()
            knowledge.add{kind = "method", title = "早会", body = "每天十分钟", code = "M1"}
            title = knowledge.get("M1").title
          end)
          return title
          """, result: "\"早会\"", seeAlso: ["knowledge.search"])
    ) { [unowned self] arguments, results in
      let entity = Article.schema.entity
      let id = try row(try arguments[0], of: entity, as: "article").id
      try results.add(try binding(entity).record(id))
    }
  }

  private func addArticle(_ options: NamedArguments, _ policy: KnowledgePolicy) throws -> Int64 {
    var article = Article(
      kind: try options.required("kind", options.string("kind")),
      title: try options.required("title", options.string("title")),
      writtenOn: self.options.clock.day())
    try fill(&article, options)
    guard article.title.contains(where: { !$0.isWhitespace }) else {
      throw ArgumentError("title: is empty", remedy: "say what the article is about")
    }
    try policy.require(article)
    if article.code == nil { return try createNumbered(article, policy.number) }
    return try requireSession().create(Article.schema.entity, article.values)
  }

  private func fill(_ article: inout Article, _ options: NamedArguments) throws {
    article.kind = try options.string("kind") ?? article.kind
    article.title = try options.string("title") ?? article.title
    article.code = try options.string("code") ?? article.code
    article.scene = try options.string("scene") ?? article.scene
    article.industry = try options.string("industry") ?? article.industry
    article.pain = try options.string("pain") ?? article.pain
    article.solution = try options.string("solution") ?? article.solution
    article.result = try options.string("result") ?? article.result
    article.body = try options.string("body") ?? article.body
    if let value = options["competitor"] {
      article.competitor = try row(value, of: Competitor.schema.entity, as: "competitor").id
    }
    if let value = options["author"] {
      article.author = try row(value, of: Rep.schema.entity, as: "author").id
    }
  }

  private func defineKnowledgeSearch(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "knowledge.search",
        "knowledge.search(text, {kind = word, scene = word, limit = n, policy =})",
        "Articles that hold everything that is looked for, the best first: Chinese of any length, words of letters and "
          + "digits by their beginning. Signs and operators mean nothing.", returns: "results",
        units:
          "score: the higher the better, of the words' rarity and of the field that they are in; find: the text around, "
          + "the find in brackets",
        errors: ["knowledge.query", "knowledge.kind", "script.argument"],
        example: """
          local n, find
          plan(function()
            knowledge.add{kind = "method", title = "M6 螺栓选型", body = "钛合金 bolts 用于舱外"}
            n = #knowledge.search("螺栓 bolt")
            find = knowledge.search("舱外")[1].find
          end)
          return n, find
          """, result: "1  \"钛合金 bolts 用于[舱外]\"",
        seeAlso: ["knowledge.add", "knowledge.get"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "knowledge.search", at: 1, allowing: ["kind", "scene", "limit", "policy"])
      let found = try searchArticles(
        try arguments.decode(0, as: String.self), options,
        policies.knowledge(options["policy"]))
      try results.add(Value.object(found))
    }
  }

  private func searchArticles(
    _ text: String, _ options: NamedArguments, _ policy: KnowledgePolicy
  ) throws -> ResultTable {
    guard text.count <= policy.search.longest else {
      throw ArgumentError(
        "\(text.count) characters are too many to look for", code: "knowledge.query",
        remedy: "give up to \(policy.search.longest)")
    }
    guard let match = SearchText.query(text) else {
      throw ArgumentError(
        "there is nothing to look for in \"\(text.excerpt)\"", code: "knowledge.query",
        remedy: "give letters, digits or Chinese characters")
    }
    let kind = try options.string("kind").map { try policy.kind($0).key }
    let scene = try options.string("scene")
    let limit = Int(clamping: try options.integer("limit") ?? Int64(policy.search.limit))
    guard limit > 0 else {
      throw ArgumentError("limit: \(limit) is not above 0", remedy: "give how many to show")
    }
    let finds = try requireSession().search(
      Article.schema.entity, fields: policy.search.fields, for: match, cut: SearchText.cut)
    let terms = SearchText.terms(of: text)
    var rows: [[Value]] = []
    var left = 0
    for find in finds {
      let article = try record(Article.self, id: find.id)
      guard kind == nil || article.kind == kind, scene == nil || article.scene == scene else {
        continue
      }
      guard rows.count < limit else {
        left += 1
        continue
      }
      rows.append([
        .integer(article.id), Value(article.code), .string(article.kind),
        .string(article.title), .number((find.score * 1000).rounded() / 1000),
        .string(excerpt(of: article, terms, policy)),
      ])
    }
    return ResultTable(
      columns: [
        .init("id", .number), .init("code"), .init("kind"), .init("title"),
        .init("score", .number), .init("find"),
      ], rows: rows, omitted: left)
  }

  /// Text around a find: in the long texts first, which say more than the title.
  private func excerpt(
    of article: Article, _ terms: [String], _ policy: KnowledgePolicy
  ) -> String {
    let slots = policy.search.fields.sorted { ($0.weight, $0.slot) < ($1.weight, $1.slot) }
    for field in slots {
      guard case .text(let text) = Article.schema.value(of: article, slot: field.slot) else {
        continue
      }
      if let found = SearchText.excerpt(of: text, finding: terms, most: policy.search.shown) {
        return found
      }
    }
    return article.title
  }
}

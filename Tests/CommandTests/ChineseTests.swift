// The command in Chinese: which language it takes, what changes with it and what does not, and files in Chinese.
import Foundation
import SalesTesting
import Testing

@testable import TenonCommand

@Suite struct ChineseTests {
  private func fixture(_ environment: [String: String]) throws -> (CommandFixture, CommandProcess) {
    let fixture = try CommandFixture()
    return (
      fixture,
      CommandProcess(program: fixture.program, folder: fixture.folder, environment: environment)
    )
  }

  // MARK: Which language

  /// Option, $TENON_LANG, LC_ALL, LC_MESSAGES, LANG: the first that says anything.
  @Test(
    arguments: [
      ([:], false), (["LANG": "zh_CN.UTF-8"], true), (["LC_MESSAGES": "zh_TW"], true),
      (["LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"], true),
      (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], false),
      (["LC_MESSAGES": "en_US", "LANG": "zh_CN.UTF-8"], false),
      (["LC_ALL": "", "LANG": "zh_CN.UTF-8"], true),
      (["TENON_LANG": "en", "LANG": "zh_CN.UTF-8"], false), (["TENON_LANG": "zh"], true),
      (["TENON_LANG": "fr", "LANG": "zh_CN.UTF-8"], true), (["LANG": "fr_FR.UTF-8"], false),
    ] as [([String: String], Bool)])
  func theLocaleChooses(_ environment: [String: String], _ isChinese: Bool) throws {
    let (fixture, tenon) = try fixture(environment)
    defer { withExtendedLifetime(fixture) {} }
    let errors = try tenon.run(["rnu"]).errors
    #expect(errors.contains("没有“rnu”这个命令") == isChinese, "\(environment): \(errors)")
    let help = try tenon.run(["--help"]).output
    #expect(help.contains("子命令：") == isChinese)
  }

  @Test func theOptionIsStrongest() throws {
    let (fixture, tenon) = try fixture(["LANG": "zh_CN.UTF-8"])
    defer { withExtendedLifetime(fixture) {} }
    #expect(try tenon.run(["help", "wan", "--lang", "en"]).output.contains("units: 万"))
    #expect(try tenon.run(["--lang=en", "help", "wan"]).output.contains("units: 万"))
    #expect(try tenon.run(["help", "wan"]).output.contains("单位：万"))
    let wrong = try tenon.run(["help", "wan", "--lang", "fr"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("'fr'") || wrong.errors.contains("“fr”"))
  }

  // MARK: What does not change

  @Test(arguments: ["csv", "json", "jsonl"])
  func machineFormatsAreTheSame(_ format: String) throws {
    let fixture = try CommandFixture()
    let commands = [
      ["eval", "customers:limit(5)"], ["eval", "customers:group_by(\"stage\"):count()"],
      ["eval", "customers:get(1)"], ["eval", "mix.report{}.levels"], ["eval", "wan(5)"],
      ["eval", "orders:select(\"status\", \"amount\"):limit(40)"], ["runs"], ["show", "1"],
      ["export", "customers"], ["doctor"],
      ["eval", "customers:limit(30):select(\"level\", \"annual_purchase\")", "--amounts", "yi"],
    ]
    for command in commands {
      let english = try fixture.run(command + ["--format", format, "--lang", "en"])
      let chinese = try fixture.run(command + ["--format", format, "--lang", "zh"])
      #expect(english.status == 0, "\(command): \(english.errors)")
      #expect(chinese.output == english.output, "\(command)")
      #expect(chinese.status == english.status)
    }
  }

  // MARK: Help

  /// Every sentence of the help of every subcommand has a translation.
  @Test func theHelpOfEverySubcommandIsInChinese() throws {
    let fixture = try CommandFixture()
    let names = Tenon.configuration.subcommands.compactMap { $0.configuration.commandName }
    for name in [nil] + names.map(Optional.some) {
      let words = (name.map { [$0] } ?? []) + ["--help", "--lang", "zh"]
      let help = try fixture.command.run(words).output
      // Three English words in a row, but not in the usage line, are a sentence without a translation.
      for line in help.split(separator: "\n") where !line.hasPrefix("用法：") {
        let text = line.replacing(/[（(][^）)]*[）)]?/, with: "").dropFirst(
          line.hasPrefix("  ") ? 26 : 0)
        let isEnglish = text.contains(/[A-Za-z]+ [a-z]+ [a-z]+/)
        #expect(!isEnglish, "\(name ?? "tenon"): lang/zh/command.lua has no: \(line)")
      }
      #expect(help.contains("选项："), "\(name ?? "tenon")")
    }
  }

  @Test func noLineOfHelpIsWiderThanTheScreen() throws {
    let fixture = try CommandFixture()
    for name in ["import", "export", "init"] {
      let help = try fixture.command.run([name, "--help", "--lang", "zh"]).output
      for line in help.split(separator: "\n") where !line.hasPrefix("用法：") {
        let width = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
        #expect(width <= 81, "\(width): \(line)")
      }
    }
  }

  // MARK: Files

  /// Every field of an export with labels comes back as it was, in either language.
  @Test(arguments: ["en", "zh"])
  func labelsComeBack(_ language: String) throws {
    let fixture = try CommandFixture()
    for entity in ["reps", "products", "customers", "contacts", "orders", "order_lines"] {
      let plain = try fixture.run(["export", entity]).output
      let labelled = try fixture.run(["export", entity, "--labels", "--lang", language]).output
      #expect(
        labelled.split(separator: "\n").dropFirst() == plain.split(separator: "\n").dropFirst())
      #expect(labelled.split(separator: "\n").first != plain.split(separator: "\n").first)
      try fixture.write("\u{FEFF}" + labelled, to: "labels.csv")
      let back = try fixture.run(["import", entity, "labels.csv", "--lang", language])
      #expect(back.status == 0, "\(entity): \(back.errors)")
      #expect(try fixture.run(["export", entity]).output == plain, "\(entity)")
    }
  }

  @Test func aChineseFileIsRead() throws {
    let fixture = try CommandFixture()
    try fixture.write(
      "\u{FEFF}客户编码,　Registered Name ,规模,年营业收入（元）,ｒｅｇｉｏｎ,创建日期,客户类型\r\n"
        + "N001,上海新客户有限公司,large,1.25亿,north,2026年6月30日,satellite_maker\r\n"
        + "N002,北京新客户有限公司,small,\"￥1,234.50元\",east,２０２６/６/１,satellite_maker\r\n",
      to: "新客户.csv")
    let result = try fixture.run(["import", "customers", "新客户.csv", "--lang", "zh"])
    #expect(result.status == 0, "\(result.errors)")
    let query = "customers:where{region = \"north\"}:where(\"code == 'N001'\"):first()"
    #expect(
      try fixture.run(["eval", "\(query).revenue, \(query).created_on, \(query).name"]).output
        == "125000000.00\n2026-06-30\n上海新客户有限公司\n")
    #expect(
      try fixture.run(["eval", "customers:where(\"code == 'N002'\"):first().revenue"]).output
        == "1234.50\n")
  }

  @Test func aHeaderThatMayBeTwoFieldsOrNoneIsRefused() throws {
    let fixture = try CommandFixture()
    try fixture.write("客户编码,名称,年营业收入（万元）\nN001,新客户,12\n", to: "wan.csv")
    let result = try fixture.run(["import", "customers", "wan.csv"])
    #expect(result.status == 3)
    #expect(result.errors.contains("import.column"))
    try fixture.write("客户编码,code,名称\nN001,N001,新客户\n", to: "twice.csv")
    #expect(try fixture.run(["import", "customers", "twice.csv"]).errors.contains("import.column"))
  }

  // MARK: Amounts

  @Test func amountsInTheirUnit() throws {
    let fixture = try CommandFixture()
    let chunk = "customers:get(1)"
    let exact = try fixture.sql(
      "select annual_purchase from customer_purchase where id = 1")
    // Exact by hand: 1/10,000 yuan over 10^8 a 万, half to even at two decimals.
    let hundredths = (Double(exact) / 1_000_000).rounded(.toNearestOrEven) / 100
    let card = try fixture.run(["eval", chunk, "--amounts", "wan", "--lang", "zh"]).output
    #expect(card.contains("年采购额（万元）"))
    #expect(card.contains("\(hundredths)"), "\(card)")
    let mixed = try fixture.run(["eval", "book.currency()", "--amounts", "wan"]).output
    #expect(mixed == "CNY\n")
  }

  @Test func answersInEitherLanguage() {
    for answer in ["y", "Y", "yes", " 是 ", "好", "确认"] { #expect(Confirmation.isYes(answer)) }
    for answer in ["", "n", "no", "否", "不是", "是否", "yesterday"] {
      #expect(!Confirmation.isYes(answer))
    }
  }
}

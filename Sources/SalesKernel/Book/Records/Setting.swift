/// One word that holds for the whole book.
public struct Setting: SalesRecord, Hashable {
  /// The name of the setting that holds the code of the book's currency.
  public static let currency = "currency"

  public var id: Int64
  public var name: String
  public var value: String

  public init(id: Int64 = 0, name: String, value: String) {
    self.id = id
    self.name = name
    self.value = value
  }

  public static func blank(id: Int64) -> Setting {
    Setting(id: id, name: "", value: "")
  }

  public static let schema = Schema<Setting>(
    "settings", singular: "setting", label: Label("settings", "设置"),
    help: "Words that hold for the whole book, as its currency.",
    columns: [
      Column(
        "name", \.name, .text, Label("name", "名称"), help: "What is set, as currency.",
        required: true, unique: true),
      Column(
        "value", \.value, .text, Label("value", "值"), help: "What it is set to, as CNY.",
        required: true),
    ])
}

/// A stable name for a script's text: FNV-1a over its UTF-8 bytes, 64 bits twice with different seeds.
///
/// It tells versions of a script apart in the record of runs; it is no defence against forgery.
public enum SourceHash {
  public static func of(_ text: String) -> String {
    [0xcbf2_9ce4_8422_2325, 0x9e37_79b9_7f4a_7c15].map { (seed: UInt64) in
      var hash = seed
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

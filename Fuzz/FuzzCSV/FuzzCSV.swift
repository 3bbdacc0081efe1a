// Any bytes as a CSV file: every row sound or with its error, every field readable, an end.
import FuzzSupport
import SalesStore

@main enum FuzzCSV {
  static func main() { Fuzzer.run(fuzzCSV) }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCSV(_ start: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  var input = Input(start, size)
  let delimiters: [CSVDelimiter] = [.comma, .semicolon, .tab]
  let delimiter = delimiters[input.byte() % delimiters.count]
  guard ScratchFile.write(input.bytes),
    let reader = try? CSVReader(path: ScratchFile.path, delimiter: delimiter)
  else { return 0 }
  var sum = 0
  while let row = try? reader.next() {
    precondition(row.line >= 1)
    for index in 0..<row.count { for byte in row[index] { sum &+= Int(byte) } }
  }
  return sum == .min ? -1 : 0
}

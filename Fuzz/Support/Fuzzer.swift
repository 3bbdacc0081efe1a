/// libFuzzer, as a function of its library.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ attempt: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

public enum Fuzzer {
  /// Makes up inputs by the process's arguments until one fails or the time is over. `attempt` gives 0, or -1 for an
  /// input that is not to be kept.
  public static func run(_ attempt: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt) {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    _ = runDriver(&count, &arguments, attempt)
  }
}

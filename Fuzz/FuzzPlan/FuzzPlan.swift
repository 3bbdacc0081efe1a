// Any bytes as a plan file: a plan that can be written again as it was read, or `plan.format`.
import FuzzSupport

@testable import TenonCommand

@main enum FuzzPlan {
  static func main() { Fuzzer.run(fuzzPlan) }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPlan(_ start: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  guard ScratchFile.write(Input(start, size).bytes) else { return 0 }
  do {
    let plan = try PlanFile(path: ScratchFile.path)
    _ = try plan.instant()
    guard ScratchFile.write(Array(try plan.text().utf8)) else { return 0 }
    let again = try PlanFile(path: ScratchFile.path)
    precondition(again == plan)
  } catch let error as CommandError {
    precondition(error.code == "plan.format")
  } catch {
    preconditionFailure("\(error)")
  }
  return 0
}

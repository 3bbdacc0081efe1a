/// The option of every command that may change many records at once.
import ArgumentParser

struct ConfirmOptions: ParsableArguments {
  @Flag(
    name: [.long, .customShort("y")],
    help: "Answer yes to every question; off a terminal wide changes need it.")
  var yes = false
}

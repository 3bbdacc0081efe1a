import ArgumentParser
import Foundation
import SalesStore
import Terminal

/// `tenon backup`: a copy of the store as it stands, in one file.
struct BackupCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the store into a new file; other runs go on meanwhile.")

  @Argument(
    help: ArgumentHelp("The copy; no file may stand there yet.", valueName: "file"),
    completion: .file())
  var file: String

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let opened = try store.openAsItStands()
    defer { opened.close() }
    if try opened.backup(to: file) {
      streams.note("\(file).part, left by a copy that was cut off, was replaced")
    }
    streams.note("\(opened.path) copied to \(file), \(DigitGroups.of(FileBytes.size(file))) bytes")
  }
}

// embed-lua OUTPUT ROOT FILE…: writes a Swift file that holds the text of each Lua file under its path below ROOT.
import Foundation

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data("usage: embed-lua OUTPUT ROOT FILE…\n".utf8))
  exit(2)
}
let root = arguments[2] + "/"
var swift = "// Made by embed-lua from stdlib-lua/.\nlet embeddedLua: [String: String] = [\n"
for path in arguments.dropFirst(3) {
  guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
    FileHandle.standardError.write(Data("embed-lua: cannot read \(path) as UTF-8\n".utf8))
    exit(1)
  }
  let name = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
  let hashes = "######"
  swift += "\(hashes)\"\(name)\"\(hashes): \(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes),\n"
}
if arguments.count == 3 { swift += ":" }
swift += "]\n"
try swift.write(toFile: arguments[1], atomically: true, encoding: .utf8)

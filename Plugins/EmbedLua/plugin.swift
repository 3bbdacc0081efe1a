// Embeds stdlib-lua/ in the binary: one Swift file with the text of every Lua file.
import Foundation
import PackagePlugin

@main
struct EmbedLua: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL.appending(path: "stdlib-lua")
      .resolvingSymlinksInPath()
    let files =
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "lua" }
      .sorted { $0.path < $1.path } ?? []
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedLua.swift")
    return [
      .buildCommand(
        displayName: "Embedding stdlib-lua", executable: try context.tool(named: "embed-lua").url,
        arguments: [output.path, root.path] + files.map(\.path), inputFiles: files,
        outputFiles: [output])
    ]
  }
}

// swift-tools-version:6.1
// Tenon: a sales kernel you can script. The layout and its directions are in docs/architecture.md.
import PackageDescription

let package = Package(
  name: "tenon",
  products: [
    .library(
      name: "Tenon",
      targets: ["Tenon", "Values", "SalesKernel", "SalesStore", "Lua", "Pictures", "SalesScript"]),
    // libtenon-c.so: what include/tenon.h of CTenon declares; `make lib` installs it as libtenon.so.
    .library(name: "tenon-c", type: .dynamic, targets: ["TenonLibrary"]),
    .library(name: "SalesTesting", targets: ["SalesTesting"]),
    .executable(name: "tenon", targets: ["tenon-main"]),
  ],
  traits: [
    .trait(
      name: "Readline",
      description:
        "Link GNU readline (GPL-3) into the command's console; without it a plain line reader."),
    .default(enabledTraits: ["Readline"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // C rooms: the only code that sees Lua's raising API, or readline.
    .systemLibrary(name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),
    .target(
      name: "CLuaShim", dependencies: ["CLua", "CRows"], cSettings: [.define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("m")]),
    .target(name: "CRows"),
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),

    // The kernel: pure values and functions.
    .target(name: "Values"),
    .target(name: "SalesKernel", dependencies: ["Values"]),

    // The store, the language, and the host that joins them.
    .target(
      name: "SalesStore",
      dependencies: [
        "Values", "SalesKernel", "CRows", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "Lua", dependencies: ["CLuaShim"]),
    .target(name: "Pictures"),
    .target(
      name: "SalesScript",
      dependencies: ["Values", "SalesKernel", "SalesStore", "Lua", "CRows", "Pictures"],
      plugins: ["EmbedLua"]),

    // What other programs import, and an example of one.
    .target(name: "Tenon", dependencies: ["Values", "SalesKernel", "SalesStore", "Lua", "SalesScript"]),
    .executableTarget(
      name: "embed-example", dependencies: ["Tenon"], path: "examples/embed/Sources/embed"),

    // The same for C: the header, and its functions.
    .target(name: "CTenon"),
    .target(
      name: "TenonLibrary", dependencies: ["CTenon", "Tenon", "ScriptJSON"]),

    // The command.
    .target(name: "Terminal"),
    .target(
      name: "ScriptJSON",
      dependencies: ["Lua", "SalesKernel", "SalesScript", "SalesStore", "Terminal", "Values"]),
    .target(name: "Console", dependencies: ["Terminal"]),
    .target(
      name: "LineEditor",
      dependencies: [
        "Console", .target(name: "CReadline", condition: .when(traits: ["Readline"])),
      ]),
    .executableTarget(name: "tenon-main", dependencies: ["TenonCommand"]),
    .target(
      name: "TenonCommand",
      dependencies: [
        "Console", "LineEditor", "Lua", "SalesScript", "SalesStore", "SalesKernel", "ScriptJSON",
        "Terminal", "Values",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/tenon"),

    // Embeds stdlib-lua/ in the binary.
    .executableTarget(name: "embed-lua"),
    .plugin(name: "EmbedLua", capability: .buildTool(), dependencies: ["embed-lua"]),

    .executableTarget(
      name: "host-bench", dependencies: ["Lua", "Values", "CRows", "PlainC"],
      path: "Benchmarks/HostBench"),
    .target(name: "PlainC", dependencies: ["CLua"], path: "Benchmarks/PlainC"),
    .executableTarget(
      name: "price-bench", dependencies: ["Values", "SalesKernel", "SalesStore", "SalesScript"],
      path: "Benchmarks/PriceBench", exclude: ["peer.lua", "peer.py"]),
    .target(
      name: "BenchSupport", dependencies: ["Values", "SalesKernel", "SalesStore", "SalesScript"],
      path: "Benchmarks/Support"),
    .executableTarget(
      name: "funnel-bench", dependencies: ["BenchSupport"], path: "Benchmarks/FunnelBench"),
    .executableTarget(
      name: "service-bench", dependencies: ["BenchSupport"], path: "Benchmarks/ServiceBench"),
    .executableTarget(
      name: "frame-bench", dependencies: ["BenchSupport"], path: "Benchmarks/FrameBench",
      exclude: ["peer.py"]),
    .target(
      name: "SalesTesting", dependencies: ["Values", "SalesKernel", "SalesStore", "SalesScript"]),

    .testTarget(name: "ValuesTests", dependencies: ["Values"]),
    .testTarget(name: "SalesKernelTests", dependencies: ["Values", "SalesKernel"]),
    .testTarget(name: "SampleTests", dependencies: ["Values", "SalesKernel"]),
    .testTarget(name: "SalesStoreTests", dependencies: ["Values", "SalesKernel", "SalesStore"]),
    .testTarget(name: "LuaTests", dependencies: ["Lua"], exclude: ["libraries.lua"]),
    .testTarget(
      name: "SalesScriptTests",
      dependencies: [
        "Values", "SalesKernel", "SalesStore", "SalesScript", "Lua",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "HostileTests",
      dependencies: [
        "Values", "SalesKernel", "SalesStore", "SalesScript", "SalesTesting", "Lua", "TenonCommand",
      ], path: "Tests/Hostile", exclude: ["Corpus"]),
    .testTarget(
      name: "TenonTests", dependencies: ["Tenon", "SalesTesting", "TenonLibrary", "embed-example"],
      exclude: ["Python"]),
    .testTarget(name: "PicturesTests", dependencies: ["Pictures"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "Console", "Terminal", "SalesTesting", "SalesStore", "SalesKernel", "Values",
        "TenonCommand", "tenon-main",
      ]),
    .executableTarget(
      name: "console-probe", dependencies: ["Console", "LineEditor"], path: "Tests/console-probe"),
    .testTarget(
      name: "LineEditorTests", dependencies: ["LineEditor", "SalesTesting", "console-probe"]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["Values", "SalesKernel", "SalesStore", "SalesTesting", "TenonCommand", "tenon-main"],
      exclude: ["Golden"]),
  ],
  swiftLanguageModes: [.v6]
)

// TENON_ROOMS=fuzz builds the fuzzers of Fuzz/ instead of the tests, and what they look into with libFuzzer's marks and
// the address sanitizer: `dev/fuzz`.
if Context.environment["TENON_ROOMS"] == "fuzz" {
  let watched = ["-sanitize=fuzzer,address", "-parse-as-library"]
  package.products = []
  package.targets.removeAll {
    $0.type == .test || ($0.type == .executable && $0.name != "embed-lua")
  }
  for target in package.targets
  where ["SalesStore", "SalesKernel", "SalesScript", "Lua", "TenonCommand"].contains(target.name) {
    target.swiftSettings = [.unsafeFlags(watched)]
  }
  package.targets.append(
    .target(name: "FuzzSupport", dependencies: ["SalesScript", "SalesKernel"], path: "Fuzz/Support"))
  for name in ["FuzzCSV", "FuzzPolicy", "FuzzPlan", "FuzzStore", "FuzzChunk"] {
    package.targets.append(
      .executableTarget(
        name: name,
        dependencies: [
          "FuzzSupport", "TenonCommand", "SalesScript", "SalesStore", "SalesKernel", "Values",
        ],
        path: "Fuzz/\(name)", swiftSettings: [.unsafeFlags(watched)],
        linkerSettings: [.unsafeFlags(["-use-ld=lld", "-sanitize=fuzzer,address"])]))
  }
}

// TENON_ROOMS=host builds the interpreter's bridge with its tests alone: seconds, where all is minutes. For the
// sanitizer, and for work on the bridge.
if Context.environment["TENON_ROOMS"] == "host" {
  let rooms = ["CLua", "CLuaShim", "CRows", "Lua", "Values", "LuaTests", "host-bench", "PlainC"]
  package.products = []
  package.targets.removeAll { !rooms.contains($0.name) }
}

// swift-tools-version:6.1
import PackageDescription

let package = Package(
  name: "embed",
  dependencies: [.package(name: "tenon", path: "../..")],
  targets: [
    .executableTarget(name: "embed", dependencies: [.product(name: "Tenon", package: "tenon")])
  ]
)

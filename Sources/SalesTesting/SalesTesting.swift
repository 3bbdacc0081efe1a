// SalesTesting: what tests of Tenon use, and what tests of programs that embed it may use too.
//
//   GoldenFile ──steps──▶ GoldenRunner ──▶ CommandProcess (the built `tenon`)
//        │                     │
//        └── placeholders ◀────┴──▶ StoreDigest (all rows of a store as one text)

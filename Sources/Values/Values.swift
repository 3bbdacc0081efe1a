// Values: the exact quantities every other target computes with. Pure: only the standard library.
//
//                         ValueError (code, message, remedy)
//                                  ▲ thrown by every operation that can fail
//      amounts                     │                     time
//   ┌───────────────┐              │              ┌────────────────┐
//   │ Money         │ × Rate ──────┴───── Span ── │ Day            │ days since 1970-01-01
//   │ 1/10,000 yuan │   exact decimal     ms      │ Instant (Zone) │ ms since 1970-01-01T00:00Z
//   └───────┬───────┘                             └────────────────┘
//           │ rounds only where spelled
//   Rounding (how) → Stage (to how many decimals: unit price, line, document)
//   Allocation: splits a Money by weights and keeps the sum
//
// Every arithmetic member checks for overflow; nothing here traps on a value it is given.

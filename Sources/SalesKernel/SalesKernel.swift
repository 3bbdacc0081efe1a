// The sales kernel: what customers, levels and their policies are, as pure values and functions.
//
//   Schema                        Rules                        Customers
//   ──────                        ─────                        ─────────
//   Field, FieldType, FieldValue  PolicyValue (from Lua)       Customer, Contact, Rep,
//   Entity ◀─ Schema<Root>         │ PolicyDecoder             Product, Order, Activity
//     ▲        Column<Root>        ▼ PolicyError               USCC, IndustryClass
//   Catalog.sales                 TieringPolicy ─▶ Assignment  Tiering/    levels, segments
//   ValidationError, Suggestion    ▲ Rule, RuleCompiler        Portfolio/  mix, concentration
//                                  │ RecordReader
//                                 Explanation (why-tree)       Quality/    completeness …
//                                                              Lifecycle/  churn, stages
//                                                              Profile/    decisions, kinds …
//
//   Leads/ ─▶ Funnel/ (Playbooks, Selling, Analysis) ─▶ Forecasting/     Inbox/     Calendar/
//   scores,   stages and moves; cohort, snapshot,       series, methods, alerts,    working time,
//   clocks    results, calibration as of a day          tournament       tasks      periods
//
//   Service/ (Desk, Quality, Standards)        Success/ (Surveys, Health, Loyalty, Plans)
//   flows and clocks of tickets, causes,       what customers say, how they do, whether they stay,
//   improvements, visits due                   what they are worth, plans and renewals
//
// Nothing here stores, prints, reads files or knows Lua. A number, role or threshold of the domain
// is never written here: it is policy, decoded from `stdlib-lua/policy/`.

// Terminal: what Tenon puts on a screen or into a pipe. Knows nothing of Lua or of sales.
//
//   TableData ──▶ OutputFormat ──▶ table     TextTable, CardView ──▶ DisplayWidth ──▶ WidthTable
//   (columns,       (render,       csv json                            ▲
//    cells)          RowWriter)    jsonl markdown         Tree ────────┘
//
//   TerminalSize, Style (ColorMode), Progress, Pager: the device itself, asked a stream at a time.
//
// Everything but TerminalSize and Pager is a pure function of its arguments: who calls says how wide the
// terminal is, whether it is one, and what the environment holds.

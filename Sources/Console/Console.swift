// Console: the conversation with a person (or a pipe), whatever the language behind it.
//
//                      ┌───────────────┐ read  ┌────────────┐
//   ChunkEvaluator ◀───│  ConsoleLoop  │──────▶│ LineReader │◀── PlainLineReader, (LineEditor) ReadlineReader
//   (the language)     └──┬─────────┬──┘       └────────────┘
//                         │ add     │ begin, end
//                         ▼         ▼
//                      History   InterruptSource ◀── SignalInterrupts
//
//   Transcript takes prompts off what was pasted; ErrorReport shows what went wrong and where.

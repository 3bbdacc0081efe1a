/* tenon.h: sales scripts for programs in C, and in whatever calls C.
 *
 *   tenon_handle shop = tenon_open("sales.db", "{\"seconds\": 2, \"megabytes\": 64}");
 *   char *json = tenon_eval(shop, "customers:where{level = 'A'}:count()");
 *   if (json) puts(json);
 *   else fprintf(stderr, "%s\n", tenon_last_error()->message);
 *   tenon_free(json);
 *   tenon_close(shop);
 *
 * Every call may be given NULL, a handle that was closed or never was, and bytes that are no UTF-8: it fails then, with
 * an error, and does nothing else.
 *
 * Errors. A call that fails returns 0 or NULL, or a number other than TENON_OK; tenon_last_error then says why. It is
 * of the calling thread: other threads have errors of their own.
 *
 * Threads. A handle may be used from any thread, by one at a time; a call while another is inside fails with
 * store.nested. Handles are independent of each other. Scripts run on the calling thread: give it a stack of 1 MB or
 * more (what main threads and pthreads have by default is enough).
 *
 * Signals. The library installs one handler: for SIGURG, when the first script with a time limit runs. It sends that
 * signal to the thread whose script is over time, and unblocks it there. A program must not use SIGURG itself while
 * scripts run. System calls are restarted. No other signal is touched: a program that may write past its limit on file
 * sizes should ignore SIGXFSZ, so that this is an error like a full disk.
 *
 * Processes. A handle does not survive fork: open one in the child. Do not unload the library with dlclose. */
#ifndef TENON_H
#define TENON_H
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this interface. It goes up when something that was here changes; additions leave it. */
#define TENON_API 1
#define TENON_OK 0
#define TENON_FAILED 1

/* An open store. 0 is none. A number is never used again after it was closed. */
typedef int64_t tenon_handle;

/* Why the calling thread's latest call failed. Texts are UTF-8 and never NULL; what does not apply is empty. */
typedef struct {
  const char *code;      /* stable and dotted: script.error, limit.deadline, store.busy … (docs/errors.md) */
  const char *message;   /* what happened, with the values */
  const char *remedy;    /* what to do about it */
  const char *chunk;     /* the script in which it happened: eval, or a file that it loaded */
  const char *traceback; /* Lua's, innermost first */
  int32_t line;          /* from 1; 0 where it happened in no script */
} tenon_error;

/* The version of the program, as "0.1.0". Static: not to be freed. */
const char *tenon_version(void);

/* TENON_API of the library that was loaded. */
int32_t tenon_api(void);

/* Opens a store; ":memory:" is one that lives in memory. `options` is a JSON object, or NULL for none:
 *
 *   "create"     true: make the file if there is none               false
 *   "readonly"   true: scripts can change nothing                   false
 *   "seconds"    time limit of a call; more than 0                  none
 *   "megabytes"  memory of the interpreter, 1 or more               512
 *   "actor"      who does the runs, for their record                ""
 *   "clock"      what scripts see as now: "2026-06-30T09:00:00"     the machine's, at each call
 *   "seed"       of random numbers, 0 or more                       0
 *   "read"       list of folders that scripts may read              none
 *   "write"      list of folders that scripts may write             none
 *   "arguments"  list of texts that scripts see as arg              none
 *   "wait"       seconds to wait while another process writes       30
 *
 * 0 on failure: store.missing, store.exists, store.foreign, store.newer, store.readonly, store.io, store.corrupt,
 * usage.option, script.argument. */
tenon_handle tenon_open(const char *path, const char *options);

/* Evaluates an expression, or runs a chunk, as one run: what it changes is committed and recorded as a whole when it
 * returns, and not at all when it fails. The same as `tenon eval --yes`; each call starts with fresh globals.
 *
 * A chunk that writes after another process has written meanwhile is taken back, and runs once more from its start.
 *
 * Gives the value as JSON, to be freed with tenon_free: null for none, a list for several, amounts and dates as texts
 * or exact numbers as in every table. NULL on failure. */
char *tenon_eval(tenon_handle handle, const char *source);

/* The same, and everything is taken back: what it would change. There is no run. */
char *tenon_plan(tenon_handle handle, const char *source);

/* Takes a run back in a run of its own, which can be undone in turn. TENON_OK, or not: run.missing, run.undone,
 * run.blocked where a value has changed since. */
int32_t tenon_undo(tenon_handle handle, int64_t run);

/* The run that the handle's latest eval, plan or undo recorded; 0 where it changed nothing, failed or planned. */
int64_t tenon_run(tenon_handle handle);

/* How many records it created, updated or deleted, or would have; -1 on failure. */
int64_t tenon_changed(tenon_handle handle);

/* Its changes as a JSON list, to be freed:
 *   {"entity": "customers", "id": 3, "kind": "updated", "field": "level", "before": "B", "after": "A"}
 * A record created has neither field, before nor after; one deleted has an object a field that held something, and no
 * after. NULL on failure. */
char *tenon_changes(tenon_handle handle);

/* What it printed, to be freed; of more than a megabyte the beginning. NULL on failure. */
char *tenon_output(tenon_handle handle);

/* Why the latest call of this thread failed; NULL when it did not. Valid until the thread's next call of any function
 * here but this, tenon_version, tenon_api and tenon_free. */
const tenon_error *tenon_last_error(void);

/* Frees a text that a call gave; NULL is fine. */
void tenon_free(char *text);

/* Closes the store. Its handle is no handle from then on; texts that it gave stay. */
int32_t tenon_close(tenon_handle handle);

#ifdef __cplusplus
}
#endif
#endif

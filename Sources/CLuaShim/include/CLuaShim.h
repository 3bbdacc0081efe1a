/* The typed bridge between Swift and Lua 5.4. This header shows no Lua type and no function that can raise:
 * Swift sees only plain values, and every call below returns.
 *
 *   Lua calls the host:   trampoline (C) decodes the arguments -> `call` (Swift) runs and returns
 *                         -> the trampoline pushes the results, or raises, after the Swift frame is gone.
 *   Swift calls Lua:      tn_call / tn_map run inside a protected call and return a status.
 *
 * One host is used by one thread at a time. Only tn_stop may be called from a signal handler or another thread; it and
 * tn_set_deadline take SIGURG for their own (and pass on what is not theirs to the handler that was there). */
#ifndef TENON_CLUASHIM_H
#define TENON_CLUASHIM_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "CRows.h"

/* A plain value: a row_cell whose kind may also be one of these. */
typedef row_cell tn_value;
enum {
  TN_TABLE = 16,    /* decoded: bits = address of its pairs (key, value, key, value …), length = pairs
                       pushed:  the next 2 * length values are its pairs */
  TN_FUNCTION = 17, /* bits: registry reference; a decoded one is borrowed until its call ends, see tn_own */
  TN_OBJECT = 18,   /* bits: host pointer; length: class */
  TN_RECORD = 19,   /* decoded: bits = address of a tn_record
                       pushed:  bits = block pointer, length = class; then three values with the place:
                       bits = address of the cells, length = row, kind = width; bits = address of the ids;
                       bits = address of the block's version */
  TN_OTHER = 20,    /* a thread, or something of no use to the host */
};

typedef struct tn_host tn_host;

/* A record as Lua holds it; decoded arguments of kind TN_RECORD point to one. block is NULL once dead. */
typedef struct {
  uint32_t magic, klass;
  void *block;
  row_cell *cells;
  const int64_t *ids;
  int64_t *version; /* of the block, against the host's (tn_touch); NULL for a record inside its rule */
  int32_t row, width;
  bool owned;
} tn_record;

/* What Swift hands back: values in push order, with the bytes of their texts. */
typedef struct {
  tn_host *host; /* whose memory it is counted with */
  tn_value *items;
  int32_t count, capacity;
  char *bytes;
  size_t used, size;
} tn_values;

typedef struct {
  void *context;
  /* Runs host function `index`. Returns the number of results put in `out`, or -1 after tn_leave_error, as all
   * that can fail. */
  int32_t (*call)(void *context, int32_t index, const tn_value *args, int32_t count, tn_values *out);
  /* The texts of a host error: code, message, remedy. */
  void (*facts)(void *context, int32_t error, tn_values *out);
  /* Some host pointers were released: time to take them. */
  void (*drain)(void *context);
  /* Loads a slot of a block of rows; TN_REFRESH makes it forget what it read before the last tn_touch.
   * 0 or -1. */
  int32_t (*load)(void *context, void *block, int32_t slot);
  /* A name that no record of `class` has; always leaves an error. */
  void (*missing)(void *context, int32_t record_class, const char *name, size_t length);
  /* Stores a field of a record: 0 or -1. */
  int32_t (*store)(void *context, int32_t record_class, void *block, int32_t row, int32_t slot,
                   const tn_value *value);
  /* Exact arithmetic that the shim leaves to the host: one result, or -1. */
  int32_t (*arithmetic)(void *context, int32_t operation, tn_value a, tn_value b, tn_values *out);
  /* Text of a scalar. */
  int32_t (*describe)(void *context, tn_value scalar, tn_values *out);
  /* A field was read while tracing. */
  void (*traced)(void *context, int32_t record_class, int32_t slot, const row_cell *cell);
  /* An undefined global was read or written; always leaves an error. */
  void (*undefined)(void *context, const char *name, size_t length, bool writing);
} tn_callbacks;

enum { TN_REFRESH = -1 };
enum { TN_MUL = 1, TN_DIV = 2, TN_MOD = 3, TN_IDIV = 4 };
enum { TN_RUNNING = 0, TN_DEADLINE = 1, TN_INTERRUPT = 2, TN_MEMORY = 3 };

/* Life. memory_limit in bytes, 0 for none; `failing` as in tn_fail_allocation. NULL when there is no memory. */
tn_host *tn_open(const tn_callbacks *callbacks, size_t memory_limit, uint64_t seed, uint64_t failing);
/* Closes the state; then take what it released, then free. */
void tn_close(tn_host *host);
void tn_free(tn_host *host);
size_t tn_memory_used(const tn_host *host);
/* Collects all garbage. */
int32_t tn_collect(tn_host *host);
/* For tests: the allocation of this number from now on fails (0: none), of those that the interpreter and the host's
 * buffers ask for; and how many were asked for. */
void tn_fail_allocation(tn_host *host, uint64_t number);
uint64_t tn_allocations(const tn_host *host);

/* Stops. Sticky: survives pcall, coroutines and re-entry until tn_resume at the top level. */
void tn_stop(tn_host *host, int32_t reason); /* async-signal-safe, from any thread */
int32_t tn_stopped(tn_host *host); /* for the owner's thread */
void tn_resume(tn_host *host);
/* Seconds of CPU time that this thread used since its script heard of the stop; below 0 if there was none. */
double tn_since_stop(const tn_host *host);
/* Puts the stop that was asked for into tn_last_error. */
int32_t tn_describe_stop(tn_host *host);
/* Stops the host after so many seconds from now; 0 disarms. False when no watchdog could start. Inside of a script
 * it does nothing, nor does tn_resume: the outermost call's limit holds. */
bool tn_set_deadline(tn_host *host, double seconds);

/* Building values to push. Texts are copied; false when there is no memory. */
void tn_values_clear(tn_host *host, tn_values *values);
bool tn_values_add(tn_values *values, tn_value value);
bool tn_values_add_text(tn_values *values, const char *bytes, size_t length);
tn_values *tn_arguments(tn_host *host);

/* The world that scripts see. `path` is a global or `module.name`. 0, or a status with tn_error set. */
int32_t tn_define_function(tn_host *host, const char *path, int32_t index);
int32_t tn_define_value(tn_host *host, const char *path, tn_values *value);
/* Grants a function of the standard libraries that scripts do not get by themselves (`os.getenv`), or all of a library
 * (`io`), to environments made from then on. `found`: how many functions; 0 for a name that cannot be granted. */
int32_t tn_grant(tn_host *host, const char *name, int32_t *found);
/* The functions that can be granted, by number from 0; `whole`: the library's own name stands for all of them. */
typedef struct {
  const char *library, *name;
  bool whole;
} tn_grantable_name;
bool tn_grantable(int32_t index, tn_grantable_name *name);
/* Classes of objects and records: a number above 0, or -1. The methods of scalars are those of the class -1. */
int32_t tn_define_class(tn_host *host, const char *name, bool is_record);
int32_t tn_define_method(tn_host *host, int32_t klass, const char *name, int32_t index);
/* Slot -1 is the record's id. */
int32_t tn_define_field(tn_host *host, int32_t klass, const char *name, int32_t slot);
/* A method (an index) that is asked for names the class does not have, for objects. */
int32_t tn_define_fallback(tn_host *host, int32_t klass, int32_t index);

/* Chunks and functions: references, released by tn_unref. */
int32_t tn_new_environment(tn_host *host, bool open, int32_t *ref);
int32_t tn_load(tn_host *host, const char *source, size_t length, const char *name, int32_t environment,
                int32_t *ref);
void tn_unref(tn_host *host, int32_t ref);
/* A reference of the host's own to what a borrowed one refers to. */
int32_t tn_own(tn_host *host, int32_t borrowed, int32_t *ref);

/* Calls a function with tn_arguments; on success the results are decoded until tn_pop. */
int32_t tn_call(tn_host *host, int32_t function, const tn_value **results, int32_t *count);
void tn_pop(tn_host *host);

/* Applies a function to every row of a block; results[i] gets a scalar or text (valid to the next call).
 * A row whose result is no plain value stops with an error; `*row` is where an error stopped it. */
int32_t tn_map(tn_host *host, int32_t function, int32_t record_class, void *block, row_cell *cells,
               const int64_t *ids, int32_t width, int32_t count, row_cell *results, int32_t *row);
void tn_trace(tn_host *host, bool on);
/* Says that records changed: blocks of an older version are read anew. */
void tn_touch(tn_host *host);
int64_t tn_version(const tn_host *host);

/* Where a function was defined: chunk name and lines; false for host functions. */
bool tn_function_place(tn_host *host, int32_t function, char *chunk, size_t size, int32_t *first,
                       int32_t *last);
/* Names in an environment (for did-you-mean and completion): calls back for each. `own`: only those that chunks
 * gave an open environment. */
void tn_each_name(tn_host *host, int32_t environment, bool own, void *context,
                  void (*visit)(void *context, const char *name, size_t length));

/* What stands at a path of raw keys from an environment (`a.b`), found without calling anything.
 * Gives its Lua type (0 nil, 5 table, 6 function …), or -1 for none. `value` is set where it is plain. Of a table,
 * calls back with each key that is a string, and with each string in the list `__complete` of its metatable. */
int32_t tn_peek(tn_host *host, int32_t environment, const char *path, tn_value *value, void *context,
                void (*visit)(void *context, const char *name, size_t length));

/* The host's error that is to be raised when the function that leaves it returns, by the host's own number for it. It
 * comes back by tn_take_released. */
void tn_leave_error(tn_host *host, int32_t number);

/* The last error. Texts are valid until the next failing call; `held` is the number of the host's own error,
 * -1 for none. */
typedef struct {
  const char *code, *message, *remedy, *chunk, *traceback;
  int32_t line;
  int32_t held;
} tn_error;
const tn_error *tn_last_error(const tn_host *host);

/* What no script holds any more: an object, or where that is NULL the host's error of that number. */
typedef struct {
  void *object;
  int32_t error;
} tn_released;
/* Takes one of them; false when there are no more. */
bool tn_take_released(tn_host *host, tn_released *released);
/* Position of the innermost user frame of the running script. */
bool tn_where(tn_host *host, char *chunk, size_t size, int32_t *line);

#endif

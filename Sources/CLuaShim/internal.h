/* The shim's own view: the host struct and what its files share. Everything declared here may raise unless
 * said otherwise, so it is only called with no Swift frame between it and the nearest protected call. */
#ifndef TENON_SHIM_INTERNAL_H
#define TENON_SHIM_INTERNAL_H
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <locale.h>
#include <pthread.h>
#include <stdatomic.h>
#include "CLuaShim.h"

#define TN_MAGIC_OBJECT 0x7e404f42u
#define TN_MAGIC_RECORD 0x7e405245u
#define TN_MAX_CALLS 256 /* above Lua's own limit of nested C calls */
#define TN_MAX_DEPTH 64  /* nesting of tables that cross */
#define TN_MAX_COROUTINES 50000 /* each is looked through, all at once, by every collection */
#define TN_MAX_PAIRS ((size_t)1 << 24) /* pairs of all tables of one value that crosses */
#define TN_STACK_RESERVE ((size_t)224 << 10) /* of the thread's stack: for Lua's 200 C levels, or a host function */
#define TN_SCALARS (-1)

typedef struct {
  uint32_t magic, klass;
  void *pointer;
} tn_object;

/* A block of the interpreter's that waits for its next use; those of one size. */
typedef struct tn_block {
  struct tn_block *next;
} tn_block;

typedef struct {
  tn_block *first;
  uint32_t count;
} tn_spare;

typedef struct {
  char *first;
  size_t bytes;
} tn_slab;

struct tn_host {
  tn_callbacks on;
  lua_State *main;
  _Atomic(lua_State *) running; /* the coroutine that runs now: where a stop arms its hook */
  atomic_int stop;
  const char *floor; /* of the thread's stack: below it nothing new is called */
  bool tracing;
  int maps; /* rules being applied to rows, one inside another */
  int64_t version; /* counts what changed the records that scripts hold */
  size_t used, limit, after_collection;
  struct {
    void *block;
    size_t size; /* 0: what was asked for last was given, in the end */
  } refused;
  tn_spare spare[9];
  size_t table_size, thread_size, userdata_head; /* of Lua's blocks; bytes before the content of a userdata */
  size_t coroutines;
  size_t object_size, record_size;  /* of userdata, see memory.c */
  uint64_t allocations, fails; /* of the interpreter and of the buffers; the one that fails, for tests (0: none) */
  tn_values out;       /* what Swift returns */
  tn_values arguments; /* what Swift passes */
  struct {
    lua_State *state;
    int top;
    size_t borrowed;
  } calls[TN_MAX_CALLS]; /* where tn_pop returns to */
  int depth;
  int *borrowed; /* references to functions among decoded values: given back when their call ends */
  size_t borrowed_count, borrowed_size;
  int errors; /* the reference of their metatable */
  tn_slab slabs[24]; /* of the tables that stand for host errors, see held.c */
  tn_block *free_slots;
  uint32_t slab_count, held_count;
  int32_t left; /* the host error to be raised, -1 for none */
  bool holding; /* the next table stands for it */
  tn_released *released;
  size_t released_count, released_size;
  tn_error error;
  char *texts[5];
  char stop_chunk[1024]; /* where a stop struck; empty for nowhere */
  int stop_line;
  struct timespec stop_time; /* CPU time of the owner when it heard of the stop */
  pthread_t owner, watchdog; /* the owner: the thread that runs scripts, while `entries` is above 0 */
  atomic_int entries;
  locale_t locale; /* the owner's own, while a script runs */
  pthread_mutex_t lock;
  pthread_cond_t wake;
  bool watching, cancel;
  struct timespec due;
};

/* Registry keys (their addresses). */
extern char tn_key_globals, tn_key_scalars, tn_key_stop, tn_key_anchor;

extern _Thread_local tn_host *tn_current;

static inline tn_host *tn_of(lua_State *L) { return *(tn_host **)lua_getextraspace(L); }

/* errors.c */
_Noreturn void tn_raise(lua_State *L, const char *code, const char *remedy, const char *format, ...);
_Noreturn void tn_raise_left(lua_State *L); /* the error that the host left */
int tn_on_error(lua_State *L);              /* message handler */
#define TN_DEPTH_REMEDY "let the function end before it calls itself again, or use a loop"
bool tn_is_depth(const char *message); /* of Lua's own that says that calls are nested too deep */
void tn_keep_error(tn_host *h, lua_State *L, int status); /* pops the error; does not raise */
void tn_open_errors(lua_State *L);
/* Gives the error at an absolute index the texts of the host error that it holds, where it has none of its own. */
void tn_fill_texts(lua_State *L, int index);

/* held.c; none of it raises. */
bool tn_hold_left(tn_host *h); /* the next new table stands for the error that is left; false: none, or no memory */
void *tn_take_held(tn_host *h);                          /* the block of that table */
int32_t tn_held_by(const tn_host *h, const void *table); /* the host's number for its error, -1 for none */
bool tn_give_held(tn_host *h, void *table); /* releases what a table held that is gone; false for another table */
void tn_trim_held(tn_host *h);

/* stops.c */
void tn_arm(lua_State *L);
void tn_enter(tn_host *h); /* around whatever may run a script; does not raise */
void tn_leave(tn_host *h);
_Noreturn void tn_raise_stop(lua_State *L); /* never allocates */
/* Whether the run is to end: it was stopped, or memory was refused for good. */
static inline bool tn_must_stop(tn_host *h) {
  return atomic_load_explicit(&h->stop, memory_order_relaxed) != TN_RUNNING || h->refused.size > 0;
}
static inline void tn_check_stop(lua_State *L) {
  if (tn_must_stop(tn_of(L))) tn_raise_stop(L);
}
_Noreturn void tn_raise_memory(lua_State *L); /* stops the run as at its memory limit */
_Noreturn void tn_raise_depth(lua_State *L);
/* Before whatever may call itself again through a script. */
static inline void tn_check_depth(lua_State *L) {
  if ((const char *)__builtin_frame_address(0) < tn_of(L)->floor) tn_raise_depth(L);
}

/* values.c */
void tn_push(lua_State *L, tn_values *values, int32_t *at);
void tn_push_cell(lua_State *L, const row_cell *cell);
tn_value tn_decode(lua_State *L, int index); /* tables are decoded into a buffer left on the stack */
bool tn_plain(lua_State *L, int index, tn_value *value); /* not tables and functions; never raises */
void tn_give_back(tn_host *h, size_t borrowed);          /* never raises */

/* memory.c */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PLAIN_BLOCKS 1 /* each from malloc, in its own size, so that the sanitizer sees what goes wrong */
#endif
#endif
void *tn_allocate(void *context, void *block, size_t old, size_t size);
void tn_open_memory(lua_State *L);
void tn_give_spare(tn_host *h); /* to the system; does not raise */
/* Memory of the host's own, counted with the interpreter's. Above the limit it is still given, and the run stops when
 * the host function returns: a host function never sees a failure that is not the machine's. */
#define TN_MUCH ((size_t)1 << 20) /* bytes of a buffer that are given back when a run is over */
void tn_values_trim(tn_host *h, tn_values *values);
/* Before a buffer of Lua's own that may take so many bytes: such buffers do not collect garbage when they are refused. */
void tn_make_room(lua_State *L, size_t size);
/* When a host function has returned: buffers of the host may have grown above the limit. */
static inline void tn_check_room(lua_State *L) {
  tn_host *h = tn_of(L);
  if (!h->limit || h->used <= h->limit) return;
  lua_gc(L, LUA_GCCOLLECT);
  if (h->used > h->limit) tn_stop(h, TN_MEMORY);
}
void *tn_grow(tn_host *h, void *block, size_t old, size_t size);
void tn_release(tn_host *h, void *pointer);              /* enqueues; does not raise */
void tn_release_error(tn_host *h, int32_t number);

/* scalars.c: tagged light userdata */
bool tn_scalar(lua_State *L, int index, row_cell *value); /* never raises */
void tn_push_scalar(lua_State *L, uint32_t kind, int64_t payload);
void tn_open_scalars(lua_State *L);

/* classes.c */
/* The place is copied; the block is set last, when nothing can raise any more. */
tn_record *tn_push_record(lua_State *L, const tn_record *place);
void tn_push_object(lua_State *L, int klass, void *pointer);
void tn_push_host_function(lua_State *L, int32_t index);

/* protect.c, sandbox.c */
void tn_add_protection(lua_State *L); /* pcall, xpcall into the table on top; coroutine library */
void tn_open_sandbox(lua_State *L, uint64_t seed);

/* host.c: compiles text into a function on top, or leaves what is wrong with it and gives LUA_ERRSYNTAX. Stops. */
int tn_compile(lua_State *L, const char *source, size_t length, const char *name);

/* patterns.c, strings.c, tables.c: bounded functions in the place of the library's, into the table on top. */
void tn_add_patterns(lua_State *L);
void tn_add_strings(lua_State *L);
void tn_add_utf8(lua_State *L);
void tn_add_tables(lua_State *L);

/* modules.c: require, reload and run in the table at `base`, for code that runs in `scope`. */
void tn_open_modules(lua_State *L, int base, int scope);

/* Runs body(L) protected with its argument as light userdata, on the running coroutine. 0 or a status. */
int32_t tn_protected(tn_host *h, lua_CFunction body, void *argument);

#endif

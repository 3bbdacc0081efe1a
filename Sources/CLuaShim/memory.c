/* The interpreter's memory: counted, refused above the limit, small blocks kept for the next of their size, and the
 * place where host pointers go when what held them is collected.
 *
 * An object or a record of the host's needs no finalizer, which would cost more than all else about it: its userdata
 * has a size that the allocator knows, and a mark behind it; when such a block is freed, its pointer is let go.
 * Coroutines have a mark too, by which they are counted.
 *
 *   userdata's head │ tn_object or tn_record, padded │ mark
 *   ◀────────────── size, 9 modulo 16 ──────────────▶ ◀ 8 ▶ = the room that every block of this size has */
#include <stdlib.h>
#include <string.h>
#include "internal.h"

#define SMALL 136u /* bytes: larger blocks come from malloc each time */
#define MANY 4096u /* blocks of one size that wait for their next use */

static bool is_thread(const tn_host *h, size_t size) { return size == h->thread_size; }

static bool is_marked(const tn_host *h, size_t size) { return (size % 16 == 9 && size <= SMALL) || is_thread(h, size); }

static uint64_t *mark_of(void *block, size_t size) { return (uint64_t *)((char *)block + (size + 7) / 8 * 8); }

/* Classes of sizes are those of malloc's own chunks: up to 8, 24, 40 … bytes. */
static size_t class_of(size_t size) { return (size + 7) / 16; }
_Static_assert((SMALL + 7) / 16 < sizeof((tn_host *)0)->spare / sizeof(tn_spare), "a list for each class");

static size_t room_of(const tn_host *h, size_t size) {
#if !PLAIN_BLOCKS
  if (size <= SMALL) return class_of(size) * 16 + 8;
#endif
  return is_marked(h, size) ? (size + 7) / 8 * 8 + 8 : size;
}

static void *take(tn_host *h, size_t size) {
#if !PLAIN_BLOCKS
  if (size <= SMALL) {
    tn_spare *spare = &h->spare[class_of(size)];
    tn_block *block = spare->first;
    if (block) {
      spare->first = block->next;
      spare->count--;
      return block;
    }
  }
#endif
  return malloc(room_of(h, size));
}

static void give(tn_host *h, void *block, size_t size) {
#if !PLAIN_BLOCKS
  if (size <= SMALL) {
    tn_spare *spare = &h->spare[class_of(size)];
    if (spare->count < MANY) {
      *(tn_block *)block = (tn_block){spare->first};
      spare->first = block;
      spare->count++;
      return;
    }
  }
#endif
  free(block);
}

static void *new_block(tn_host *h, size_t size, int type) {
  return h->holding && type == LUA_TTABLE ? tn_take_held(h) : take(h, size);
}

static void *resize(tn_host *h, void *block, size_t old, size_t size) {
  size_t had = room_of(h, old), wanted = room_of(h, size);
  if (had == wanted) return block;
  if (old > SMALL || size > SMALL) return realloc(block, wanted);
  void *moved = take(h, size);
  if (!moved) return size < old ? block : NULL; /* to shrink never fails */
  memcpy(moved, block, old < size ? old : size);
  give(h, block, old);
  return moved;
}

void tn_give_spare(tn_host *h) {
  for (size_t i = 0; i <= class_of(SMALL); i++) {
    while (h->spare[i].first) {
      tn_block *block = h->spare[i].first;
      h->spare[i].first = block->next;
      free(block);
    }
    h->spare[i].count = 0;
  }
}

/* Lets the pointer go that a block held. */
static void let_go(tn_host *h, void *block) {
  void *content = (char *)block + h->userdata_head;
  uint32_t magic = *(uint32_t *)content;
  void *pointer = NULL;
  if (magic == TN_MAGIC_OBJECT) pointer = ((tn_object *)content)->pointer;
  if (magic == TN_MAGIC_RECORD && ((tn_record *)content)->owned) pointer = ((tn_record *)content)->block;
  if (pointer) tn_release(h, pointer);
}

/* Whether this allocation is the one that a test wants to fail. */
static bool fails(tn_host *h) { return h->fails && ++h->allocations == h->fails; }

/* Lua collects all garbage when it is refused, and asks once more for the same, before anything else happens; its
 * buffers do not ask again. What is still refused at the script's next step ends the run: what the script would do
 * with the error (a __close that loops, a pcall) must not matter. See tn_check_stop. */
static void *refuse(tn_host *h, void *block, size_t size) {
  lua_State *running = atomic_load(&h->running);
  if (running && h->refused.size == 0) tn_arm(running);
  h->refused.block = block;
  h->refused.size = size;
  return NULL;
}

static bool is_refused(tn_host *h, void *block, size_t size, size_t more) {
  bool above = h->limit && (h->used > h->limit || more > h->limit - h->used);
  bool retry = h->refused.size == size && h->refused.block == block;
  bool injected = retry ? h->fails && h->allocations == h->fails : fails(h);
  return above || injected;
}

static void forget(tn_host *h, void *block, size_t size) {
  if (is_marked(h, size) && *mark_of(block, size)) {
    if (is_thread(h, size)) h->coroutines--;
    else let_go(h, block);
  }
  bool held = h->held_count > 0 && size == h->table_size && tn_give_held(h, block);
  if (!held) give(h, block, size);
  h->used -= size;
}

/* Of a new block Lua says what it is for. */
static void mark(tn_host *h, void *block, size_t size, int type) {
  bool thread = is_thread(h, size), holds = type == (thread ? LUA_TTHREAD : LUA_TUSERDATA);
  *mark_of(block, size) = holds;
  if (holds && thread) h->coroutines++;
  else if (holds) memset(block, 0, size);
}

void *tn_allocate(void *context, void *block, size_t old, size_t size) {
  tn_host *h = context;
  int type = block ? 0 : (int)old;
  if (!block) old = 0;
  if (size == 0) {
    if (block) forget(h, block, old);
    return NULL;
  }
  if (size > old && is_refused(h, block, size, size - old)) return refuse(h, block, size);
  if (type == LUA_TTHREAD && h->main && !h->thread_size) h->thread_size = size; /* see tn_open_memory */
  void *got = block ? resize(h, block, old, size) : new_block(h, size, type);
  if (!got) return size > old ? refuse(h, block, size) : NULL;
  if (is_marked(h, size)) mark(h, got, size, type);
  h->used += size - old;
  if (size > old) h->refused.size = 0;
  return got;
}

/* The size of a userdata of at least `size` bytes that the allocator marks. */
static size_t marked_size(size_t head, size_t size) { return (head + size + 6) / 16 * 16 + 9 - head; }

/* What is measured here is tried at once, in a state that holds nothing else: of a Lua whose blocks are others, no host
 * is made. */
void tn_open_memory(lua_State *L) {
  tn_host *h = tn_of(L);
  lua_gc(L, LUA_GCSTOP);
  lua_newthread(L);
  size_t before = h->used;
  lua_createtable(L, 0, 0);
  h->table_size = h->used - before;
  h->left = 0;
  if (!tn_hold_left(h)) tn_raise_memory(L);
  lua_createtable(L, 0, 0);
  bool held = tn_held_by(h, lua_topointer(L, -1)) == 0 && tn_held_by(h, lua_topointer(L, -2)) < 0;
  before = h->used;
  lua_newuserdatauv(L, 16, 0);
  h->userdata_head = h->used - before - 16;
  h->object_size = marked_size(h->userdata_head, sizeof(tn_object));
  h->record_size = marked_size(h->userdata_head, sizeof(tn_record));
  tn_object *object = lua_newuserdatauv(L, h->object_size, 0);
  *object = (tn_object){TN_MAGIC_OBJECT, 0, h};
  lua_pop(L, 5);
  lua_gc(L, LUA_GCRESTART);
  lua_gc(L, LUA_GCCOLLECT);
  if (!held || h->released_count != 2 || h->coroutines != 0) luaL_error(L, "not the Lua that this was made for");
  h->released_count = 0;
}

void tn_make_room(lua_State *L, size_t size) {
  tn_host *h = tn_of(L);
  if (!h->limit || size > h->limit || h->used <= h->limit - size) return;
  if (h->used < h->after_collection + h->limit / 16) return; /* it would give little */
  lua_gc(L, LUA_GCCOLLECT);
  h->after_collection = h->used;
}

void *tn_grow(tn_host *h, void *block, size_t old, size_t size) {
  if (fails(h)) return NULL;
  void *grown = realloc(block, size);
  if (!grown) return NULL;
  h->used += size - old; /* above the limit: see tn_check_room */
  return grown;
}

void tn_fail_allocation(tn_host *host, uint64_t number) {
  host->allocations = 0;
  host->fails = number;
}

/* Lua gives back what a deep recursion took by and by: half of it with each collection. */
static int collect(lua_State *L) {
  tn_host *h = tn_of(L);
  size_t before;
  int rounds = 0;
  do {
    before = h->used;
    lua_gc(L, LUA_GCCOLLECT);
  } while (h->used + (before >> 6) < before && ++rounds < 32);
  tn_trim_held(h);
  tn_give_spare(h);
  h->after_collection = h->used;
  return 0;
}

int32_t tn_collect(tn_host *host) { return tn_protected(host, collect, NULL); }

uint64_t tn_allocations(const tn_host *host) { return host->allocations; }

size_t tn_memory_used(const tn_host *host) { return host->used; }

/* A host's life, and its chunks. */
#include <stdlib.h>
#include <string.h>
#include "internal.h"

static int open_state(lua_State *L) {
  uint64_t *seed = lua_touserdata(L, 1);
  tn_open_memory(L);
  tn_open_errors(L);
  tn_open_scalars(L);
  tn_open_sandbox(L, *seed);
  lua_createtable(L, 4, 0);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &tn_key_anchor);
  return 0;
}

tn_host *tn_open(const tn_callbacks *callbacks, size_t memory_limit, uint64_t seed, uint64_t number) {
  tn_host *h = calloc(1, sizeof *h);
  if (!h) return NULL;
  h->on = *callbacks;
  h->fails = number;
  h->out.host = h->arguments.host = h;
  h->version = 1;
  h->left = -1;
  h->error = (tn_error){.code = "", .message = "", .remedy = "", .chunk = "", .traceback = "", .held = -1};
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_mutex_init(&h->lock, NULL);
  pthread_cond_init(&h->wake, &attributes);
  pthread_condattr_destroy(&attributes);
  h->main = lua_newstate(tn_allocate, h);
  if (h->main) {
    *(tn_host **)lua_getextraspace(h->main) = h;
    atomic_store(&h->running, h->main);
    if (tn_protected(h, open_state, &seed) == LUA_OK) {
      h->limit = memory_limit;
      return h;
    }
  }
  tn_close(h);
  tn_free(h);
  return NULL;
}

void tn_close(tn_host *host) {
  tn_set_deadline(host, 0);
  tn_values_clear(host, &host->out);
  tn_values_clear(host, &host->arguments);
  if (host->main) lua_close(host->main);
  tn_trim_held(host);
  atomic_store(&host->running, NULL);
  host->main = NULL;
  pthread_mutex_destroy(&host->lock);
  pthread_cond_destroy(&host->wake);
  /* What the state still held is now in `released`: the caller takes it, then calls tn_free. */
}

void tn_free(tn_host *host) {
  free(host->out.items);
  free(host->out.bytes);
  free(host->arguments.items);
  free(host->arguments.bytes);
  for (int i = 0; i < 5; i++) free(host->texts[i]);
  free(host->released);
  tn_give_spare(host);
  free(host->borrowed);
  free(host);
}

struct text {
  const char *next;
  size_t left;
};

#define PIECE ((size_t)1 << 14) /* bytes of source between two looks at the stop flag */

static const char *read_piece(lua_State *L, void *context, size_t *size) {
  struct text *text = context;
  tn_check_stop(L);
  const char *piece = text->next;
  *size = text->left < PIECE ? text->left : PIECE;
  text->next += *size;
  text->left -= *size;
  return *size ? piece : NULL;
}

int tn_compile(lua_State *L, const char *source, size_t length, const char *name) {
  struct text text = {source, length};
  tn_check_depth(L);
  int status = lua_load(L, read_piece, &text, name, "t");
  if (status == LUA_ERRMEM) tn_stop(tn_of(L), TN_MEMORY);
  tn_check_stop(L);
  if (status == LUA_OK) return LUA_OK;
  if (lua_type(L, -1) != LUA_TSTRING) { /* nested too deep: raised, not told, and a handler has made it a table */
    luaL_tolstring(L, -1, NULL);
    lua_remove(L, -2);
  }
  return LUA_ERRSYNTAX;
}

struct chunk {
  const char *source, *name;
  size_t length;
  int32_t environment, ref;
};

/* A syntax error: "chunk:line: message" becomes its parts. */
_Noreturn static void raise_syntax(lua_State *L, const char *name) {
  const char *message = lua_tostring(L, -1);
  int line = 0;
  for (const char *p = strchr(message, ':'); p; p = strchr(p + 1, ':')) {
    char *end;
    long number = strtol(p + 1, &end, 10);
    if (end != p + 1 && end[0] == ':' && end[1] == ' ') {
      line = (int)number;
      message = end + 2;
      break;
    }
  }
  lua_createtable(L, 0, 6);
  lua_rawgeti(L, LUA_REGISTRYINDEX, tn_of(L)->errors);
  lua_setmetatable(L, -2);
  lua_pushliteral(L, "script.syntax");
  lua_setfield(L, -2, "code");
  lua_pushstring(L, message);
  lua_setfield(L, -2, "message");
  lua_pushstring(L, name);
  lua_setfield(L, -2, "chunk");
  lua_pushinteger(L, line);
  lua_setfield(L, -2, "line");
  lua_pushliteral(L, "");
  lua_setfield(L, -2, "traceback");
  lua_error(L);
  abort();
}

static int load_chunk(lua_State *L) {
  struct chunk *c = lua_touserdata(L, 1);
  if (tn_compile(L, c->source, c->length, c->name) != LUA_OK) raise_syntax(L, c->name);
  lua_rawgeti(L, LUA_REGISTRYINDEX, c->environment);
  if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
  c->ref = luaL_ref(L, LUA_REGISTRYINDEX);
  return 0;
}

int32_t tn_load(tn_host *host, const char *source, size_t length, const char *name, int32_t environment,
                int32_t *ref) {
  struct chunk c = {.source = source, .name = name, .length = length, .environment = environment};
  int32_t status = tn_protected(host, load_chunk, &c);
  *ref = c.ref;
  return status;
}

struct own {
  int32_t borrowed, ref;
};

static int own(lua_State *L) {
  struct own *o = lua_touserdata(L, 1);
  lua_rawgeti(L, LUA_REGISTRYINDEX, o->borrowed);
  o->ref = luaL_ref(L, LUA_REGISTRYINDEX);
  return 0;
}

int32_t tn_own(tn_host *host, int32_t borrowed, int32_t *ref) {
  struct own o = {.borrowed = borrowed};
  int32_t status = tn_protected(host, own, &o);
  *ref = o.ref;
  return status;
}

/* Only writes into an existing slot of the registry: cannot raise. */
void tn_unref(tn_host *host, int32_t ref) {
  if (host->main) luaL_unref(host->main, LUA_REGISTRYINDEX, ref);
}

bool tn_function_place(tn_host *host, int32_t function, char *chunk, size_t size, int32_t *first,
                       int32_t *last) {
  lua_State *L = atomic_load(&host->running);
  lua_Debug ar;
  if (!lua_checkstack(L, 4)) return false;
  lua_rawgeti(L, LUA_REGISTRYINDEX, function);
  if (!lua_isfunction(L, -1)) {
    lua_pop(L, 1);
    return false;
  }
  lua_getinfo(L, ">S", &ar);
  if (ar.what[0] == 'C') return false;
  strncpy(chunk, ar.source, size - 1);
  chunk[size - 1] = 0;
  *first = ar.linedefined;
  *last = ar.lastlinedefined;
  return true;
}

bool tn_where(tn_host *host, char *chunk, size_t size, int32_t *line) {
  lua_State *L = atomic_load(&host->running);
  lua_Debug ar;
  for (int level = 0; level < 200 && lua_getstack(L, level, &ar); level++) {
    lua_getinfo(L, "Sl", &ar);
    if (ar.currentline <= 0 || strncmp(ar.source, "@tenon:", 7) == 0) continue;
    strncpy(chunk, ar.source, size - 1);
    chunk[size - 1] = 0;
    *line = ar.currentline;
    return true;
  }
  return false;
}

static void visit_names(lua_State *L, void *context, void (*visit)(void *context, const char *name, size_t length)) {
  lua_pushnil(L);
  while (lua_next(L, -2)) {
    lua_pop(L, 1);
    size_t length;
    if (lua_type(L, -1) == LUA_TSTRING) {
      const char *name = lua_tolstring(L, -1, &length);
      visit(context, name, length);
    }
  }
}

void tn_each_name(tn_host *host, int32_t environment, bool own, void *context,
                  void (*visit)(void *context, const char *name, size_t length)) {
  lua_State *L = atomic_load(&host->running);
  if (!lua_checkstack(L, 8)) return;
  int top = lua_gettop(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, environment);
  if (lua_type(L, -1) == LUA_TTABLE) {
    visit_names(L, context, visit);
    /* A session's names stand over a world of others, two string keys away; neither can raise. */
    if (!own && lua_getmetatable(L, -1)) {
      for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        if (lua_type(L, -1) == LUA_TTABLE) visit_names(L, context, visit);
      }
    }
  }
  lua_settop(L, top);
}

struct peek {
  int32_t environment, type;
  const char *path;
  tn_value *value;
  void *context;
  void (*visit)(void *context, const char *name, size_t length);
};

/* The table on top: the strings among its keys, or among its values. */
static void visit_strings(lua_State *L, struct peek *p, bool keys) {
  lua_pushnil(L);
  while (lua_next(L, -2)) {
    int index = keys ? -2 : -1;
    if (lua_type(L, index) == LUA_TSTRING) {
      size_t length;
      const char *name = lua_tolstring(L, index, &length);
      p->visit(p->context, name, length);
    }
    lua_pop(L, 1);
  }
}

/* The name on top is looked up in an environment, then in the world that it stands over. */
static void find_name(lua_State *L, int environment) {
  int name = lua_gettop(L);
  lua_pushvalue(L, name);
  if (lua_rawget(L, environment) != LUA_TNIL || !lua_getmetatable(L, environment)) return;
  int world = lua_gettop(L);
  for (lua_pushnil(L); lua_next(L, world); lua_pop(L, 1)) {
    if (lua_type(L, -1) != LUA_TTABLE) continue;
    lua_pushvalue(L, name);
    if (lua_rawget(L, -2) != LUA_TNIL) return;
    lua_pop(L, 1);
  }
  lua_pushnil(L);
}

static int peek(lua_State *L) {
  struct peek *p = lua_touserdata(L, 1);
  luaL_checkstack(L, 8, NULL);
  lua_rawgeti(L, LUA_REGISTRYINDEX, p->environment);
  for (const char *name = p->path; name;) {
    if (lua_type(L, -1) != LUA_TTABLE) return 0;
    int table = lua_gettop(L);
    const char *dot = strchr(name, '.');
    luaL_checkstack(L, 8, NULL);
    lua_pushlstring(L, name, dot ? (size_t)(dot - name) : strlen(name));
    if (name == p->path) find_name(L, table);
    else lua_rawget(L, table);
    name = dot ? dot + 1 : NULL;
  }
  p->type = lua_type(L, -1);
  if (p->type != LUA_TTABLE) {
    tn_plain(L, -1, p->value);
    return 0;
  }
  visit_strings(L, p, true);
  if (lua_getmetatable(L, -1)) {
    lua_pushliteral(L, "__complete");
    if (lua_rawget(L, -2) == LUA_TTABLE) visit_strings(L, p, false);
  }
  return 0;
}

int32_t tn_peek(tn_host *host, int32_t environment, const char *path, tn_value *value, void *context,
                void (*visit)(void *context, const char *name, size_t length)) {
  struct peek p = {environment, -1, path, value, context, visit};
  *value = (tn_value){0, 0, CELL_NULL};
  if (tn_protected(host, peek, &p) != LUA_OK) return -1;
  return p.type;
}

/* Calls both ways: the trampoline by which Lua calls the host, and the protected calls by which the host calls
 * Lua. */
#include <string.h>
#include "internal.h"

char tn_key_anchor;

#define FEW 12 /* arguments decoded without allocation */

static int trampoline(lua_State *L) {
  tn_host *h = tn_of(L);
  tn_check_depth(L);
  int32_t index = (int32_t)(intptr_t)lua_touserdata(L, lua_upvalueindex(1));
  int count = lua_gettop(L);
  size_t borrowed = h->borrowed_count;
  tn_value few[FEW], *arguments = few;
  if (count > FEW) {
    luaL_checkstack(L, count + 8, "too many arguments");
    arguments = lua_newuserdatauv(L, (size_t)count * sizeof(tn_value), 0);
  }
  for (int i = 0; i < count; i++)
    if (!tn_plain(L, i + 1, &arguments[i])) arguments[i] = tn_decode(L, i + 1);
  if (h->released_count) h->on.drain(h->on.context);
  if (h->out.count > 0) tn_values_clear(h, &h->out);
  int32_t results = h->on.call(h->on.context, index, arguments, count, &h->out);
  if (h->borrowed_count > borrowed) tn_give_back(h, borrowed);
  tn_check_room(L);
  tn_check_stop(L);
  if (results < 0) tn_raise_left(L);
  if (results > LUA_MINSTACK / 2) luaL_checkstack(L, results + 4, "too many results");
  int32_t at = 0;
  for (int32_t i = 0; i < results; i++) tn_push(L, &h->out, &at);
  return results;
}

void tn_push_host_function(lua_State *L, int32_t index) {
  lua_pushlightuserdata(L, (void *)(intptr_t)index);
  lua_pushcclosure(L, trampoline, 1);
}

int32_t tn_protected(tn_host *h, lua_CFunction body, void *argument) {
  lua_State *L = atomic_load(&h->running);
  tn_host *outer = tn_current;
  if (!lua_checkstack(L, 8)) {
    tn_stop(h, TN_MEMORY);
    return tn_describe_stop(h);
  }
  tn_current = h;
  tn_enter(h);
  lua_pushcfunction(L, tn_on_error);
  int handler = lua_gettop(L);
  lua_pushcfunction(L, body);
  lua_pushlightuserdata(L, argument);
  int status = lua_pcall(L, 1, 0, handler);
  if (status != LUA_OK) tn_keep_error(h, L, status);
  lua_settop(L, handler - 1);
  tn_leave(h);
  tn_current = outer;
  return status;
}

struct call {
  int32_t function;
  const tn_value *results;
  int32_t count;
};

/* Calls, then decodes the results into a buffer; everything stays on the stack for the caller. */
static int call_body(lua_State *L) {
  struct call *c = lua_touserdata(L, 1);
  tn_host *h = tn_of(L);
  int32_t at = 0;
  int arguments = 0;
  lua_rawgeti(L, LUA_REGISTRYINDEX, c->function);
  for (; at < h->arguments.count; arguments++) {
    luaL_checkstack(L, 4, "too many arguments");
    tn_push(L, &h->arguments, &at);
  }
  lua_call(L, arguments, LUA_MULTRET);
  int count = lua_gettop(L) - 1;
  luaL_checkstack(L, count + 8, "too many results");
  tn_value *results = lua_newuserdatauv(L, (size_t)(count + 1) * sizeof(tn_value), 0);
  for (int i = 0; i < count; i++) results[i] = tn_decode(L, i + 2);
  c->results = results;
  c->count = count;
  return lua_gettop(L);
}

int32_t tn_call(tn_host *host, int32_t function, const tn_value **results, int32_t *count) {
  lua_State *L = atomic_load(&host->running);
  if (tn_stopped(host)) return tn_describe_stop(host);
  int top = lua_gettop(L);
  if (host->depth >= TN_MAX_CALLS || !lua_checkstack(L, 8)) {
    host->error = (tn_error){.code = "script.depth", .message = "calls between script and host are nested too deep",
                             .remedy = TN_DEPTH_REMEDY, .chunk = "", .traceback = "", .held = -1};
    return LUA_ERRRUN;
  }
  tn_host *outer = tn_current;
  tn_current = host;
  tn_enter(host);
  size_t borrowed = host->borrowed_count;
  struct call c = {.function = function};
  lua_pushcfunction(L, tn_on_error);
  lua_pushcfunction(L, call_body);
  lua_pushlightuserdata(L, &c);
  int status = lua_pcall(L, 1, LUA_MULTRET, top + 1);
  atomic_store(&host->running, L);
  tn_leave(host);
  tn_current = outer;
  if (status != LUA_OK || tn_stopped(host)) tn_give_back(host, borrowed);
  if (status == LUA_OK && tn_stopped(host)) {
    tn_describe_stop(host);
    lua_settop(L, top);
    return LUA_ERRRUN;
  }
  if (status != LUA_OK) {
    tn_keep_error(host, L, status);
    lua_settop(L, top);
    return status;
  }
  host->calls[host->depth].borrowed = borrowed;
  host->calls[host->depth].state = L;
  host->calls[host->depth++].top = top;
  *results = c.results;
  *count = c.count;
  return LUA_OK;
}

void tn_pop(tn_host *host) {
  if (host->depth == 0) return;
  host->depth--;
  tn_give_back(host, host->calls[host->depth].borrowed);
  lua_settop(host->calls[host->depth].state, host->calls[host->depth].top);
}

struct map {
  int32_t function, count, row;
  tn_record place;
  tn_record *cursor;
  row_cell *results;
};

/* Texts of results, and the cursor, stay alive in the anchor table until the next map at the same depth. */
static void keep_result(lua_State *L, int anchor, row_cell *result, const char **last) {
  if (!tn_plain(L, -1, result) || result->kind > CELL_SPAN)
    tn_raise(L, "rule.result", "return a string, number, boolean, money, date or nil",
             "a rule returned a %s", luaL_typename(L, -1));
  if (result->kind != CELL_TEXT) return;
  const char *text = (const char *)(intptr_t)result->bits;
  if (text == *last) return;
  *last = text;
  lua_pushvalue(L, -1);
  lua_pushboolean(L, 1);
  lua_rawset(L, anchor);
}

static int map_body(lua_State *L) {
  struct map *m = lua_touserdata(L, 1);
  lua_createtable(L, 1, 8);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tn_key_anchor);
  lua_pushvalue(L, 2);
  lua_rawseti(L, -2, tn_of(L)->maps);
  lua_pop(L, 1);
  tn_record *cursor = tn_push_record(L, &m->place);
  lua_pushvalue(L, -1);
  lua_rawseti(L, 2, 1);
  m->cursor = cursor;
  lua_rawgeti(L, LUA_REGISTRYINDEX, m->function);
  const char *last = NULL;
  for (int32_t row = 0; row < m->count; row++) {
    m->cursor->row = m->row = row;
    lua_pushvalue(L, 4);
    lua_pushvalue(L, 3);
    lua_call(L, 1, 1);
    keep_result(L, 2, &m->results[row], &last);
    lua_settop(L, 4);
  }
  return 0;
}

int32_t tn_map(tn_host *host, int32_t function, int32_t record_class, void *block, row_cell *cells,
               const int64_t *ids, int32_t width, int32_t count, row_cell *results, int32_t *row) {
  if (tn_stopped(host)) return tn_describe_stop(host);
  struct map m = {.function = function, .count = count, .results = results,
                  .place = {.klass = (uint32_t)record_class, .block = block, .cells = cells, .ids = ids,
                            .width = width, .owned = false}};
  host->maps++;
  int32_t status = tn_protected(host, map_body, &m);
  host->maps--;
  *row = m.row;
  if (m.cursor) m.cursor->block = NULL; /* dead from here on */
  if (status == LUA_OK && tn_stopped(host)) return tn_describe_stop(host);
  return status;
}

void tn_touch(tn_host *host) { host->version++; }

int64_t tn_version(const tn_host *host) { return host->version; }

void tn_trace(tn_host *host, bool on) { host->tracing = on; }

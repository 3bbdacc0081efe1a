/* More of the standard libraries for scripts, by name: what an embedder asks for, and answers for. What would break the
 * host's own promises (hooks, metatables of others, the process's exit and locale, native code) has no name here. */
#include <string.h>
#include "internal.h"

static const struct {
  const char *library, *name;
} granted[] = {
    {"io", "close"}, {"io", "input"}, {"io", "lines"}, {"io", "open"}, {"io", "output"}, {"io", "popen"},
    {"io", "read"}, {"io", "tmpfile"}, {"io", "type"}, {"io", "write"}, {"os", "execute"}, {"os", "getenv"},
    {"os", "remove"}, {"os", "rename"}, {"os", "tmpname"}, {"string", "dump"}};

struct grant {
  const char *name;
  int found;
};

static bool is_whole(const char *library) { return strcmp(library, "string") != 0; }

bool tn_grantable(int32_t index, tn_grantable_name *name) {
  if (index < 0 || (size_t)index >= sizeof granted / sizeof *granted) return false;
  const char *library = granted[index].library;
  *name = (tn_grantable_name){library, granted[index].name, is_whole(library)};
  return true;
}

/* Whether a grant's name is this function's or its whole library's. */
static bool names(const char *grant, size_t i) {
  size_t length = strlen(granted[i].library);
  if (strncmp(grant, granted[i].library, length) != 0) return false;
  if (grant[length] == 0) return is_whole(granted[i].library);
  return grant[length] == '.' && strcmp(grant + length + 1, granted[i].name) == 0;
}

static void push_library(lua_State *L, const char *name) {
  if (strcmp(name, "io") == 0) {
    luaL_requiref(L, "tenon.io", luaopen_io, 0);
    luaL_getmetatable(L, LUA_FILEHANDLE);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
  } else if (strcmp(name, "os") == 0) {
    luaL_requiref(L, "tenon.os", luaopen_os, 0);
  } else {
    /* A copy with all its functions. Opening it gives strings a new metatable: they get theirs back. */
    lua_pushliteral(L, "");
    lua_getmetatable(L, -1);
    luaopen_string(L);
    lua_insert(L, -3);
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
  }
}

/* The globals' table of that name, on top. */
static void push_home(lua_State *L, const char *name) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tn_key_globals);
  if (lua_getfield(L, -1, name) != LUA_TTABLE) {
    lua_pop(L, 1);
    lua_createtable(L, 0, 4);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, name);
  }
  lua_remove(L, -2);
}

static int grant(lua_State *L) {
  struct grant *g = lua_touserdata(L, 1);
  for (size_t i = 0; i < sizeof granted / sizeof *granted; i++) {
    if (!names(g->name, i)) continue;
    push_home(L, granted[i].library);
    push_library(L, granted[i].library);
    lua_getfield(L, -1, granted[i].name);
    lua_setfield(L, -3, granted[i].name);
    lua_pop(L, 2);
    g->found++;
  }
  return 0;
}

int32_t tn_grant(tn_host *host, const char *name, int32_t *found) {
  struct grant g = {.name = name};
  int32_t status = tn_protected(host, grant, &g);
  *found = g.found;
  return status;
}

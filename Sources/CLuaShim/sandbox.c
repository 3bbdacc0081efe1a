/* The world that scripts see: safe parts of the standard libraries, opened one by one, and what the host defines.
 * Each script gets a private environment with private copies of the library tables. */
#include <string.h>
#include "internal.h"

char tn_key_globals;

static const char *const base_names[] = {"assert", "error", "ipairs", "next", "pairs", "rawequal", "rawget", "rawlen",
                                         "rawset", "select", "tonumber", "tostring", "type", "getmetatable", NULL};

/* setmetatable, without finalizers. */
static int set_metatable(lua_State *L) {
  int type = lua_type(L, 2);
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_argexpected(L, type == LUA_TNIL || type == LUA_TTABLE, 2, "nil or table");
  if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL) return luaL_error(L, "cannot change a protected metatable");
  if (type == LUA_TTABLE) {
    lua_pushliteral(L, "__gc");
    if (lua_rawget(L, 2) != LUA_TNIL)
      tn_raise(L, "sandbox.gc", "use a `local x <close>` variable", "a script's metatable cannot have __gc");
  }
  lua_settop(L, 2);
  lua_setmetatable(L, 1);
  return 1;
}

static int memory_in_use(lua_State *L) {
  const char *what = luaL_optstring(L, 1, "count");
  if (strcmp(what, "count") != 0)
    tn_raise(L, "sandbox.collectgarbage", "", "collectgarbage only answers \"count\"");
  lua_pushnumber(L, (double)tn_of(L)->used / 1024);
  return 1;
}

/* Puts what the function at place 1 gives, piece by piece until it gives none, in its place. */
static void read_pieces(lua_State *L) {
  luaL_Buffer b;
  luaL_buffinit(L, &b);
  for (;;) {
    size_t length;
    lua_pushvalue(L, 1);
    lua_call(L, 0, 1);
    if (lua_isnil(L, -1)) break;
    if (lua_type(L, -1) != LUA_TSTRING) luaL_error(L, "reader function must return a string");
    lua_tolstring(L, -1, &length);
    if (length == 0) break;
    luaL_addvalue(&b);
  }
  lua_pop(L, 1);
  luaL_pushresult(&b);
  lua_replace(L, 1);
}

/* load: text only, into the caller's environment unless another is given. upvalue 1: the environment */
static int load_text(lua_State *L) {
  bool own = !lua_isnoneornil(L, 4);
  const char *name = luaL_optstring(L, 2, "=(load)");
  const char *mode = luaL_optstring(L, 3, "t");
  lua_settop(L, 4);
  if (!strchr(mode, 't')) {
    lua_pushnil(L);
    lua_pushliteral(L, "only text can be loaded (its mode is \"t\")");
    return 2;
  }
  if (lua_type(L, 1) == LUA_TFUNCTION) read_pieces(L);
  size_t length;
  const char *source = luaL_checklstring(L, 1, &length);
  if (tn_compile(L, source, length, name) != LUA_OK) {
    lua_pushnil(L);
    lua_insert(L, -2);
    return 2;
  }
  lua_pushvalue(L, own ? 4 : lua_upvalueindex(1));
  if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
  return 1;
}

static int traceback(lua_State *L) {
  if (lua_gettop(L) > 0 && !lua_isstring(L, 1) && !lua_isnoneornil(L, 1)) {
    lua_settop(L, 1);
    return 1;
  }
  luaL_traceback(L, L, luaL_optstring(L, 1, NULL), 1);
  return 1;
}

static void warn(void *context, const char *message, int more) {
  (void)context;
  (void)message;
  (void)more;
}

/* Opens a library and puts it into the globals (on top of the stack): without the unsafe names, and with functions of
 * our own in the place of those that could run for long. */
static void open_library(lua_State *L, const char *name, lua_CFunction open, const char *const *without,
                         void (*add_bounded)(lua_State *L)) {
  luaL_requiref(L, name, open, 0);
  if (add_bounded) add_bounded(L);
  for (; without && *without; without++) {
    lua_pushnil(L);
    lua_setfield(L, -2, *without);
  }
  lua_setfield(L, -2, name);
}

static void add_string_functions(lua_State *L) {
  tn_add_strings(L);
  tn_add_patterns(L);
}

void tn_open_sandbox(lua_State *L, uint64_t seed) {
  static const char *const unsafe_string[] = {"dump", NULL};
  /* randomseed is the run's; the rest are leftovers of older versions that not every build has. */
  static const char *const unsafe_math[] = {"randomseed", "pow", "log10", "ldexp", "frexp", "cosh", "sinh",
                                            "tanh", "atan2", NULL};
  lua_setwarnf(L, warn, NULL);
  lua_createtable(L, 0, 96);
  luaL_requiref(L, "_G", luaopen_base, 0);
  for (const char *const *name = base_names; *name; name++) {
    lua_getfield(L, -1, *name);
    lua_setfield(L, -3, *name);
  }
  lua_pop(L, 1);
  lua_pushliteral(L, LUA_VERSION);
  lua_setfield(L, -2, "_VERSION");
  luaL_requiref(L, "math", luaopen_math, 0);
  lua_getfield(L, -1, "randomseed");
  lua_pushinteger(L, (lua_Integer)seed);
  lua_pushinteger(L, 0);
  lua_call(L, 2, 0);
  lua_pop(L, 1);
  open_library(L, "math", luaopen_math, unsafe_math, NULL);
  open_library(L, "string", luaopen_string, unsafe_string, add_string_functions);
  open_library(L, "table", luaopen_table, NULL, tn_add_tables);
  open_library(L, "utf8", luaopen_utf8, NULL, tn_add_utf8);
  tn_add_protection(L);
  lua_pushcfunction(L, set_metatable);
  lua_setfield(L, -2, "setmetatable");
  lua_pushcfunction(L, memory_in_use);
  lua_setfield(L, -2, "collectgarbage");
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, traceback);
  lua_setfield(L, -2, "traceback");
  lua_setfield(L, -2, "debug");
  lua_rawsetp(L, LUA_REGISTRYINDEX, &tn_key_globals);
  lua_pushliteral(L, "");
  if (lua_getmetatable(L, -1)) {
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

struct define {
  const char *path;
  int32_t index;
  tn_values *value;
};

/* Leaves the table that the last name of the path goes into; returns that name. */
static const char *push_home(lua_State *L, const char *path) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tn_key_globals);
  const char *dot;
  while ((dot = strchr(path, '.'))) {
    lua_pushlstring(L, path, (size_t)(dot - path));
    lua_pushvalue(L, -1);
    if (lua_rawget(L, -3) != LUA_TTABLE) {
      lua_pop(L, 1);
      lua_pushvalue(L, -1);
      lua_createtable(L, 0, 8);
      lua_pushvalue(L, -1);
      lua_insert(L, -4);
      lua_rawset(L, -5);
      lua_pop(L, 1);
    } else {
      lua_remove(L, -2);
    }
    lua_remove(L, -2);
    path = dot + 1;
  }
  return path;
}

static int define(lua_State *L) {
  struct define *d = lua_touserdata(L, 1);
  const char *name = push_home(L, d->path);
  int32_t at = 0;
  if (d->value) tn_push(L, d->value, &at);
  else tn_push_host_function(L, d->index);
  lua_setfield(L, -2, name);
  return 0;
}

int32_t tn_define_function(tn_host *host, const char *path, int32_t index) {
  struct define d = {.path = path, .index = index};
  return tn_protected(host, define, &d);
}

int32_t tn_define_value(tn_host *host, const char *path, tn_values *value) {
  struct define d = {.path = path, .value = value};
  return tn_protected(host, define, &d);
}

static int undefined(lua_State *L) {
  tn_host *h = tn_of(L);
  bool writing = lua_gettop(L) > 2;
  size_t length = 0;
  const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tolstring(L, 2, &length) : "";
  h->on.undefined(h->on.context, name, length, writing);
  tn_raise_left(L);
}

/* Copies the table below the top into the one on top; its tables one level deep. */
static void copy_into(lua_State *L, int from, int depth) {
  int into = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, from)) {
    if (depth > 0 && lua_type(L, -1) == LUA_TTABLE) {
      int source = lua_gettop(L);
      lua_createtable(L, 0, 16);
      copy_into(L, source, depth - 1);
      lua_replace(L, source);
    }
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, into);
  }
}

struct environment {
  bool open;
  int32_t ref;
};

/* A table that raises for names it does not have; with `seal` also for new ones. */
static void make_strict(lua_State *L, bool seal) {
  lua_createtable(L, 0, 3);
  lua_pushcfunction(L, undefined);
  lua_setfield(L, -2, "__index");
  if (seal) {
    lua_pushcfunction(L, undefined);
    lua_setfield(L, -2, "__newindex");
  }
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, -2);
}

/* A closed environment is one table. An open one is a session's own names over such a table: assigning nil to a
 * session's name brings back what it hid.
 *   session {x = 5} --__index--> world {customers, wan, …} --__index--> undefined */
static int new_environment(lua_State *L) {
  struct environment *e = lua_touserdata(L, 1);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tn_key_globals);
  lua_createtable(L, 0, 128);
  copy_into(L, 2, 1);
  int world = lua_gettop(L);
  if (e->open) lua_createtable(L, 0, 16);
  else lua_pushvalue(L, world);
  int scope = lua_gettop(L);
  lua_pushvalue(L, scope);
  lua_setfield(L, world, "_G");
  lua_pushvalue(L, scope);
  lua_pushcclosure(L, load_text, 1);
  lua_setfield(L, world, "load");
  tn_open_modules(L, world, scope);
  lua_pushvalue(L, world);
  make_strict(L, true);
  lua_pop(L, 1);
  if (e->open) {
    lua_createtable(L, 0, 2);
    lua_pushvalue(L, world);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, scope);
  }
  lua_settop(L, scope);
  e->ref = luaL_ref(L, LUA_REGISTRYINDEX);
  return 0;
}

int32_t tn_new_environment(tn_host *host, bool open, int32_t *ref) {
  struct environment e = {.open = open};
  int32_t status = tn_protected(host, new_environment, &e);
  *ref = e.ref;
  return status;
}

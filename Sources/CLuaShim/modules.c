/* Scripts that load scripts: require, reload and run. The host finds and reads the file (a host function of the same
 * name gives source and chunk name); compiling and calling stay here, so that values keep their identity. */
#include <string.h>
#include "internal.h"

/* upvalues of all three: 1 the host function, 2 the environment, 3 modules by name, 4 chunks of modules that load */
enum { SOURCE = 1, SCOPE = 2, LOADED = 3, PENDING = 4 };

/* Asks the host for the file that the first argument names; leaves the compiled chunk and its name. */
static void load_file(lua_State *L) {
  luaL_checkstring(L, 1);
  lua_pushvalue(L, lua_upvalueindex(SOURCE));
  lua_pushvalue(L, 1);
  lua_call(L, 1, 2);
  size_t length;
  const char *source = luaL_checklstring(L, -2, &length);
  const char *name = luaL_checkstring(L, -1);
  if (tn_compile(L, source, length, name) != LUA_OK) {
    const char *message = lua_tostring(L, -1);
    if (tn_is_depth(message)) tn_raise(L, "script.depth", TN_DEPTH_REMEDY, "%s", message);
    tn_raise(L, "script.syntax", "", "%s", message);
  }
  lua_pushvalue(L, lua_upvalueindex(SCOPE));
  if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
  lua_insert(L, -3); /* chunk, source, name */
  lua_remove(L, -2); /* chunk, name */
}

/* Runs a file with arguments and gives what it gives. */
static int run_file(lua_State *L) {
  int arguments = lua_gettop(L) - 1;
  load_file(L);
  lua_pop(L, 1);
  lua_replace(L, 1); /* the chunk in the place of the path */
  lua_call(L, arguments < 0 ? 0 : arguments, LUA_MULTRET);
  return lua_gettop(L);
}

/* Whether a function is among those that run. */
static bool runs(lua_State *L, int function) {
  lua_Debug ar;
  for (int level = 1; lua_getstack(L, level, &ar); level++) {
    lua_getinfo(L, "f", &ar);
    bool same = lua_rawequal(L, -1, function);
    lua_pop(L, 1);
    if (same) return true;
  }
  return false;
}

/* Loads the module that place 1 names and leaves its value. While it loads, its chunk stands under its
 * name in PENDING; a chunk that stands there but does not run had failed. */
static void load_module(lua_State *L) {
  lua_pushvalue(L, 1);
  if (lua_rawget(L, lua_upvalueindex(PENDING)) == LUA_TFUNCTION && runs(L, lua_gettop(L)))
    tn_raise(L, "script.require_circle", "take the part that both need into a third module",
             "'%s' requires itself while it is loading", lua_tostring(L, 1));
  lua_pop(L, 1);
  load_file(L); /* chunk, file */
  lua_pushvalue(L, 1);
  lua_pushvalue(L, -3);
  lua_rawset(L, lua_upvalueindex(PENDING));
  lua_pushvalue(L, 1);
  lua_insert(L, -2); /* chunk, name, file */
  lua_call(L, 2, 1);
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    lua_pushboolean(L, 1);
  }
  lua_pushvalue(L, 1);
  lua_pushvalue(L, -2);
  lua_rawset(L, lua_upvalueindex(LOADED));
  lua_pushvalue(L, 1);
  lua_pushnil(L);
  lua_rawset(L, lua_upvalueindex(PENDING));
}

static int require_module(lua_State *L) {
  luaL_checkstring(L, 1);
  lua_settop(L, 1);
  lua_pushvalue(L, 1);
  if (lua_rawget(L, lua_upvalueindex(LOADED)) == LUA_TNIL) load_module(L);
  return 1;
}

/* Loads a module anew. A table stays the same table with the new fields, so that who holds it sees them. */
static int reload_module(lua_State *L) {
  luaL_checkstring(L, 1);
  lua_settop(L, 1);
  lua_pushvalue(L, 1);
  lua_rawget(L, lua_upvalueindex(LOADED)); /* 2: as it was */
  load_module(L);
  if (lua_type(L, 2) != LUA_TTABLE || lua_type(L, -1) != LUA_TTABLE || lua_rawequal(L, 2, -1)) return 1;
  int fresh = lua_gettop(L);
  for (lua_pushnil(L); lua_next(L, 2);) {
    lua_pop(L, 1);
    lua_pushvalue(L, -1);
    lua_pushnil(L);
    lua_rawset(L, 2);
  }
  for (lua_pushnil(L); lua_next(L, fresh);) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, 2);
  }
  if (lua_getmetatable(L, fresh)) lua_setmetatable(L, 2);
  lua_pushvalue(L, 1);
  lua_pushvalue(L, 2);
  lua_rawset(L, lua_upvalueindex(LOADED));
  lua_settop(L, 2);
  return 1;
}

void tn_open_modules(lua_State *L, int base, int scope) {
  static const struct {
    const char *name;
    lua_CFunction body;
  } functions[] = {{"require", require_module}, {"reload", reload_module}, {"run", run_file}};
  base = lua_absindex(L, base);
  scope = lua_absindex(L, scope);
  lua_createtable(L, 0, 4);
  lua_createtable(L, 0, 2);
  int pending = lua_gettop(L), loaded = pending - 1;
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    if (lua_getfield(L, base, functions[i].name) == LUA_TNIL) { /* a host that defines none */
      lua_pop(L, 1);
      continue;
    }
    lua_pushvalue(L, scope);
    lua_pushvalue(L, loaded);
    lua_pushvalue(L, pending);
    lua_pushcclosure(L, functions[i].body, 4);
    lua_setfield(L, base, functions[i].name);
  }
  lua_settop(L, loaded - 1);
}

/* Objects as the Lua manual makes them: a userdata, one metatable, methods in a table. */
#include "PlainC.h"
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <string.h>

typedef struct {
  lua_Integer n;
} thing;

static int index_thing(lua_State *L) {
  thing *self = luaL_checkudata(L, 1, "thing");
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
  if (strcmp(luaL_checkstring(L, 2), "n") != 0) return luaL_error(L, "no such member");
  lua_pushinteger(L, self->n);
  return 1;
}

static int bump(lua_State *L) {
  thing *self = luaL_checkudata(L, 1, "thing");
  lua_pushinteger(L, ++self->n);
  return 1;
}

static int collect(lua_State *L) {
  (void)luaL_checkudata(L, 1, "thing");
  return 0;
}

static int new_thing(lua_State *L) {
  thing *self = lua_newuserdatauv(L, sizeof *self, 0);
  self->n = 0;
  luaL_setmetatable(L, "thing");
  return 1;
}

static int same(lua_State *L) {
  lua_pushboolean(L, luaL_checkinteger(L, 1) == luaL_checkinteger(L, 2));
  return 1;
}

static int fail(lua_State *L) { return luaL_error(L, "no"); }

plain_c *plain_c_open(void) {
  lua_State *L = luaL_newstate();
  if (!L) return NULL;
  luaL_openlibs(L);
  luaL_newmetatable(L, "thing");
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, bump);
  lua_setfield(L, -2, "bump");
  lua_pushcclosure(L, index_thing, 1);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, collect);
  lua_setfield(L, -2, "__gc");
  lua_pop(L, 1);
  lua_register(L, "new", new_thing);
  lua_register(L, "same", same);
  lua_register(L, "fail", fail);
  new_thing(L);
  lua_setglobal(L, "object");
  return (plain_c *)L;
}

int plain_c_function(plain_c *peer, const char *source) {
  lua_State *L = (lua_State *)peer;
  if (luaL_dostring(L, source) != LUA_OK || !lua_isfunction(L, -1)) return -1;
  return luaL_ref(L, LUA_REGISTRYINDEX);
}

int plain_c_call(plain_c *peer, int function) {
  lua_State *L = (lua_State *)peer;
  lua_rawgeti(L, LUA_REGISTRYINDEX, function);
  return lua_pcall(L, 0, 0, 0);
}

void plain_c_close(plain_c *peer) { lua_close((lua_State *)peer); }

/* pcall, xpcall and coroutines of our own: as in the manual, but a stop goes through them all, and the host always
 * knows which coroutine runs. */
#include <string.h>
#include "internal.h"

static int finish_pcall(lua_State *L, int status, lua_KContext extra) {
  if (status != LUA_OK && status != LUA_YIELD) {
    tn_check_stop(L);
    if (status == LUA_ERRMEM) tn_raise_memory(L);
    lua_pushboolean(L, 0);
    lua_pushvalue(L, -2);
    return 2;
  }
  tn_check_stop(L);
  return lua_gettop(L) - (int)extra;
}

static int protected_call(lua_State *L) {
  tn_check_depth(L);
  int count = lua_gettop(L);
  if (count == 0) luaL_checkany(L, 1);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  int status = lua_pcallk(L, count - 1, LUA_MULTRET, 0, 0, finish_pcall);
  return finish_pcall(L, status, 0);
}

/* Calls the user's message handler, unless the host is stopping. upvalue 1: the handler */
static int guarded_handler(lua_State *L) {
  if (tn_must_stop(tn_of(L))) return 1;
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, 1);
  return 1;
}

static int protected_call_with_handler(lua_State *L) {
  tn_check_depth(L);
  luaL_checktype(L, 2, LUA_TFUNCTION);
  int arguments = lua_gettop(L) - 2;
  lua_pushvalue(L, 2);
  lua_pushcclosure(L, guarded_handler, 1);
  lua_replace(L, 2);
  lua_pushboolean(L, 1);
  lua_pushvalue(L, 1);
  lua_rotate(L, 3, 2);
  int status = lua_pcallk(L, arguments, LUA_MULTRET, 2, 2, finish_pcall);
  return finish_pcall(L, status, 2);
}

static lua_State *coroutine_at(lua_State *L, int index) {
  lua_State *co = lua_tothread(L, index);
  luaL_argexpected(L, co, index, "coroutine");
  return co;
}

/* Results on top of L: count, or -1 with the error value. */
static int resume(lua_State *L, lua_State *co, int arguments) {
  tn_host *h = tn_of(L);
  int results;
  tn_check_depth(L);
  if (!lua_checkstack(co, arguments)) {
    lua_pushliteral(L, "too many arguments to resume");
    return -1;
  }
  if (lua_status(co) == LUA_OK && lua_gettop(co) == 0) {
    lua_pushliteral(L, "cannot resume dead coroutine");
    return -1;
  }
  lua_xmove(L, co, arguments);
  atomic_store(&h->running, co);
  if (tn_must_stop(h)) tn_arm(co);
  int status = lua_resume(co, L, arguments, &results);
  atomic_store(&h->running, L);
  tn_check_stop(L);
  if (status == LUA_ERRMEM) tn_raise_memory(L);
  if (status == LUA_OK || status == LUA_YIELD) {
    if (!lua_checkstack(L, results + 1)) {
      lua_pop(co, results);
      lua_pushliteral(L, "too many results to resume");
      return -1;
    }
    lua_xmove(co, L, results);
    return results;
  }
  lua_xmove(co, L, 1);
  return -1;
}

static int co_resume(lua_State *L) {
  lua_State *co = coroutine_at(L, 1);
  int results = resume(L, co, lua_gettop(L) - 1);
  if (results < 0) {
    lua_pushboolean(L, 0);
    lua_insert(L, -2);
    return 2;
  }
  lua_pushboolean(L, 1);
  lua_insert(L, -(results + 1));
  return results + 1;
}

static int close_coroutine(lua_State *L, lua_State *co) {
  tn_host *h = tn_of(L);
  tn_check_depth(L); /* 5.4.4 does not count the C calls of a close */
  atomic_store(&h->running, co);
  if (tn_must_stop(h)) tn_arm(co);
  int status = lua_resetthread(co);
  atomic_store(&h->running, L);
  tn_check_stop(L);
  if (status == LUA_ERRMEM) tn_raise_memory(L);
  return status;
}

static int wrapped(lua_State *L) {
  lua_State *co = lua_tothread(L, lua_upvalueindex(1));
  int results = resume(L, co, lua_gettop(L));
  if (results >= 0) return results;
  int status = lua_status(co);
  if (status != LUA_OK && status != LUA_YIELD) {
    close_coroutine(L, co);
    lua_xmove(co, L, 1);
  }
  if (lua_type(L, -1) == LUA_TSTRING) {
    luaL_where(L, 1);
    const char *place = lua_tostring(L, -1);
    if (strncmp(lua_tostring(L, -2), place, strlen(place)) == 0) { /* as after each wrap of a recursion */
      lua_pop(L, 1);
    } else {
      lua_insert(L, -2);
      lua_concat(L, 2);
    }
  }
  return lua_error(L);
}

static int co_create(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  tn_host *h = tn_of(L);
  if (h->coroutines >= TN_MAX_COROUTINES) lua_gc(L, LUA_GCCOLLECT);
  if (h->coroutines >= TN_MAX_COROUTINES)
    tn_raise(L, "script.coroutines", "let them end, or use one in a loop", "%d coroutines are alive", TN_MAX_COROUTINES);
  lua_State *co = lua_newthread(L);
  lua_pushvalue(L, 1);
  lua_xmove(L, co, 1);
  return 1;
}

static int co_wrap(lua_State *L) {
  co_create(L);
  lua_pushcclosure(L, wrapped, 1);
  return 1;
}

static int co_yield(lua_State *L) { return lua_yield(L, lua_gettop(L)); }

static const char *state_of(lua_State *L, lua_State *co) {
  lua_Debug ar;
  if (L == co) return "running";
  switch (lua_status(co)) {
    case LUA_YIELD: return "suspended";
    case LUA_OK:
      if (lua_getstack(co, 0, &ar)) return "normal";
      return lua_gettop(co) == 0 ? "dead" : "suspended";
    default: return "dead";
  }
}

static int co_status(lua_State *L) {
  lua_pushstring(L, state_of(L, coroutine_at(L, 1)));
  return 1;
}

static int co_isyieldable(lua_State *L) {
  lua_State *co = lua_isnone(L, 1) ? L : coroutine_at(L, 1);
  lua_pushboolean(L, lua_isyieldable(co));
  return 1;
}

static int co_running(lua_State *L) {
  lua_pushboolean(L, lua_pushthread(L));
  return 2;
}

static int co_close(lua_State *L) {
  lua_State *co = coroutine_at(L, 1);
  const char *state = state_of(L, co);
  if (state[0] != 'd' && state[0] != 's') return luaL_error(L, "cannot close a %s coroutine", state);
  if (close_coroutine(L, co) == LUA_OK) {
    lua_pushboolean(L, 1);
    return 1;
  }
  lua_pushboolean(L, 0);
  lua_xmove(co, L, 1);
  return 2;
}

void tn_add_protection(lua_State *L) {
  static const luaL_Reg coroutines[] = {
      {"create", co_create}, {"resume", co_resume}, {"wrap", co_wrap}, {"yield", co_yield},
      {"status", co_status}, {"isyieldable", co_isyieldable}, {"running", co_running},
      {"close", co_close}, {NULL, NULL}};
  lua_pushcfunction(L, protected_call);
  lua_setfield(L, -2, "pcall");
  lua_pushcfunction(L, protected_call_with_handler);
  lua_setfield(L, -2, "xpcall");
  luaL_newlib(L, coroutines);
  lua_setfield(L, -2, "coroutine");
}

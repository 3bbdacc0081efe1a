/* Functions on tables that look at the stop flag while they work: concat, insert, move, remove, sort. As in the manual
 * (§6.6); sort is a merge sort, so that a comparison that contradicts itself costs no more than another, and one that
 * fails leaves the table as it was. */
#include "internal.h"

/* A table, or what behaves as one. */
static void check_table(lua_State *L, int index, bool reads, bool writes) {
  if (lua_type(L, index) == LUA_TTABLE) return;
  static const char *const names[] = {"__len", "__index", "__newindex"};
  bool wanted[] = {true, reads, writes}, fits = lua_getmetatable(L, index);
  for (int i = 0; fits && i < 3; i++) {
    if (!wanted[i]) continue;
    lua_pushstring(L, names[i]);
    fits = lua_rawget(L, -2) != LUA_TNIL;
    lua_pop(L, 1);
  }
  if (!fits) luaL_checktype(L, index, LUA_TTABLE);
  lua_pop(L, 1);
}

static void look(lua_State *L, lua_Unsigned *turns) {
  if ((++*turns & 0x3FF) == 0) tn_check_stop(L);
}

static int table_insert(lua_State *L) {
  check_table(L, 1, true, true);
  lua_Integer next = (lua_Integer)((lua_Unsigned)luaL_len(L, 1) + 1), at = next;
  lua_Unsigned turns = 0;
  switch (lua_gettop(L)) {
    case 2: break;
    case 3:
      at = luaL_checkinteger(L, 2);
      luaL_argcheck(L, (lua_Unsigned)at - 1u < (lua_Unsigned)next, 2, "position out of bounds");
      for (lua_Integer i = next; i > at; i--, look(L, &turns)) {
        lua_geti(L, 1, i - 1);
        lua_seti(L, 1, i);
      }
      break;
    default: return luaL_error(L, "wrong number of arguments to 'insert'");
  }
  lua_seti(L, 1, at);
  return 0;
}

static int table_remove(lua_State *L) {
  check_table(L, 1, true, true);
  lua_Integer size = luaL_len(L, 1), at = luaL_optinteger(L, 2, size);
  lua_Unsigned turns = 0;
  if (at != size) luaL_argcheck(L, (lua_Unsigned)at - 1u <= (lua_Unsigned)size, 2, "position out of bounds");
  lua_geti(L, 1, at);
  for (; at < size; at++, look(L, &turns)) {
    lua_geti(L, 1, at + 1);
    lua_seti(L, 1, at);
  }
  lua_pushnil(L);
  lua_seti(L, 1, at);
  return 1;
}

static int table_move(lua_State *L) {
  lua_Integer from = luaL_checkinteger(L, 2), end = luaL_checkinteger(L, 3), to = luaL_checkinteger(L, 4);
  int into = lua_isnoneornil(L, 5) ? 1 : 5;
  lua_Unsigned turns = 0;
  check_table(L, 1, true, false);
  check_table(L, into, false, true);
  if (end >= from) {
    luaL_argcheck(L, from > 0 || end < LUA_MAXINTEGER + from, 3, "too many elements to move");
    lua_Integer count = end - from + 1;
    luaL_argcheck(L, to <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
    bool upwards = to > end || to <= from || (into != 1 && !lua_compare(L, 1, into, LUA_OPEQ));
    for (lua_Integer i = 0; i < count; i++, look(L, &turns)) {
      lua_Integer offset = upwards ? i : count - 1 - i;
      lua_geti(L, 1, from + offset);
      lua_seti(L, into, to + offset);
    }
  }
  lua_pushvalue(L, into);
  return 1;
}

static void add_item(lua_State *L, luaL_Buffer *b, lua_Integer i) {
  lua_geti(L, 1, i);
  if (!lua_isstring(L, -1))
    luaL_error(L, "invalid value (%s) at index %I in table for 'concat'", luaL_typename(L, -1), (LUAI_UACINT)i);
  luaL_addvalue(b);
}

static int table_concat(lua_State *L) {
  check_table(L, 1, true, false);
  lua_Integer size = luaL_len(L, 1);
  size_t gap;
  const char *separator = luaL_optlstring(L, 2, "", &gap);
  lua_Integer at = luaL_optinteger(L, 3, 1), last = luaL_optinteger(L, 4, size);
  lua_Unsigned turns = 0;
  luaL_Buffer b;
  tn_make_room(L, 64 * (size_t)(size > 0 && size < INT_MAX ? size : 0));
  luaL_buffinit(L, &b);
  for (; at < last; at++, look(L, &turns)) {
    add_item(L, &b, at);
    luaL_addlstring(&b, separator, gap);
  }
  if (at == last) add_item(L, &b, at);
  luaL_pushresult(&b);
  return 1;
}

/* MARK: Sorting. Places: 1 the table, 2 the order or nil, 3 and 4 scratch lists of equal size. */

/* Whether the second value on top comes before the one on top. */
static bool second_is_less(lua_State *L) {
  if (lua_isnil(L, 2)) return lua_compare(L, -2, -1, LUA_OPLT);
  lua_pushvalue(L, 2);
  lua_pushvalue(L, -3);
  lua_pushvalue(L, -3);
  lua_call(L, 2, 1);
  bool less = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return less;
}

/* Merges the runs [low, middle) and [middle, high) of `from` into `into`. */
static void merge(lua_State *L, int from, int into, lua_Integer low, lua_Integer middle, lua_Integer high,
                  lua_Unsigned *turns) {
  lua_Integer left = low, right = middle, out = low;
  while (left < middle && right < high) {
    lua_rawgeti(L, from, right);
    lua_rawgeti(L, from, left);
    bool takes_right = second_is_less(L);
    if (takes_right) lua_pop(L, 1);
    else lua_remove(L, -2);
    lua_rawseti(L, into, out++);
    if (takes_right) right++;
    else left++;
    look(L, turns);
  }
  for (; left < middle; left++, look(L, turns)) {
    lua_rawgeti(L, from, left);
    lua_rawseti(L, into, out++);
  }
  for (; right < high; right++, look(L, turns)) {
    lua_rawgeti(L, from, right);
    lua_rawseti(L, into, out++);
  }
}

static int table_sort(lua_State *L) {
  check_table(L, 1, true, true);
  lua_Integer count = luaL_len(L, 1);
  lua_Unsigned turns = 0;
  if (count <= 1) return 0;
  luaL_argcheck(L, count < INT_MAX, 1, "array too big");
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  tn_check_depth(L);
  lua_createtable(L, (int)(count < 4096 ? count : 4096), 0);
  lua_createtable(L, (int)(count < 4096 ? count : 4096), 0);
  for (lua_Integer i = 1; i <= count; i++, look(L, &turns)) {
    lua_geti(L, 1, i);
    lua_rawseti(L, 3, i);
  }
  int from = 3, into = 4;
  for (lua_Integer width = 1; width < count; width *= 2) {
    for (lua_Integer low = 1; low <= count; low += 2 * width) {
      lua_Integer middle = low + width <= count + 1 ? low + width : count + 1;
      lua_Integer high = low + 2 * width <= count + 1 ? low + 2 * width : count + 1;
      merge(L, from, into, low, middle, high, &turns);
    }
    int swap = from;
    from = into;
    into = swap;
  }
  for (lua_Integer i = 1; i <= count; i++, look(L, &turns)) {
    lua_rawgeti(L, from, i);
    lua_seti(L, 1, i);
  }
  return 0;
}

void tn_add_tables(lua_State *L) {
  static const luaL_Reg functions[] = {{"concat", table_concat}, {"insert", table_insert}, {"move", table_move},
                                       {"remove", table_remove}, {"sort", table_sort}, {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}

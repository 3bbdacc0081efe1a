/* Values across the boundary: decoding what Lua passes, pushing what the host returns. */
#include <stdlib.h>
#include <string.h>
#include "internal.h"

/* Buffers are the host's: where there is no memory for them the run ends as at its limit. */
static bool no_memory(tn_values *values) {
  tn_stop(values->host, TN_MEMORY);
  return false;
}

static bool grow_items(tn_values *values) {
  if (values->capacity > INT32_MAX / 2) return no_memory(values);
  int32_t capacity = values->capacity ? values->capacity * 2 : 64;
  tn_value *items = tn_grow(values->host, values->items, (size_t)values->capacity * sizeof(tn_value),
                            (size_t)capacity * sizeof(tn_value));
  if (!items) return no_memory(values);
  values->items = items;
  values->capacity = capacity;
  return true;
}

bool tn_values_add(tn_values *values, tn_value value) {
  if (values->count == values->capacity && !grow_items(values)) return false;
  values->items[values->count++] = value;
  return true;
}

/* While values are gathered, a text's bits are its offset: the bytes may move. */
bool tn_values_add_text(tn_values *values, const char *bytes, size_t length) {
  if (length > UINT32_MAX) return no_memory(values);
  if (values->size - values->used < length || !values->bytes) {
    size_t size = (values->used + length) * 2 + 256;
    char *grown = tn_grow(values->host, values->bytes, values->size, size);
    if (!grown) return no_memory(values);
    values->bytes = grown;
    values->size = size;
  }
  if (length) memcpy(values->bytes + values->used, bytes, length);
  tn_value text = {(int64_t)values->used, (uint32_t)length, CELL_TEXT};
  values->used += length;
  return tn_values_add(values, text);
}

void tn_values_clear(tn_host *host, tn_values *values) {
  for (int32_t i = 0; i < values->count; i++) {
    tn_value *item = &values->items[i];
    if ((item->kind == TN_OBJECT || item->kind == TN_RECORD) && item->bits)
      tn_release(host, (void *)(intptr_t)item->bits);
    if (item->kind == TN_RECORD) i += 3; /* its place */
  }
  values->count = 0;
  values->used = 0;
}

void tn_values_trim(tn_host *host, tn_values *values) {
  if (values->size + (size_t)values->capacity * sizeof(tn_value) < TN_MUCH) return;
  tn_values_clear(host, values);
  free(values->items);
  free(values->bytes);
  host->used -= values->size + (size_t)values->capacity * sizeof(tn_value);
  *values = (tn_values){.host = host};
}

tn_values *tn_arguments(tn_host *host) {
  tn_values_clear(host, &host->arguments);
  return &host->arguments;
}

static void release(tn_host *h, tn_released one) {
  if (h->released_count == h->released_size) {
    size_t size = h->released_size ? h->released_size * 2 : 64;
    tn_released *grown = realloc(h->released, size * sizeof *grown);
    if (!grown) return; /* leaks one host object rather than the process */
    h->released = grown;
    h->released_size = size;
  }
  h->released[h->released_count++] = one;
}

void tn_release(tn_host *h, void *pointer) { release(h, (tn_released){pointer, -1}); }

void tn_release_error(tn_host *h, int32_t number) { release(h, (tn_released){NULL, number}); }

bool tn_take_released(tn_host *host, tn_released *released) {
  if (host->released_count > 0) {
    *released = host->released[--host->released_count];
    return true;
  }
  if (host->released_size * sizeof *host->released > TN_MUCH) {
    free(host->released);
    host->released = NULL;
    host->released_size = 0;
  }
  return false;
}

void tn_push_cell(lua_State *L, const row_cell *cell) {
  switch (cell->kind) {
    case CELL_BOOL: lua_pushboolean(L, cell->bits != 0); break;
    case CELL_INTEGER: lua_pushinteger(L, cell->bits); break;
    case CELL_NUMBER: {
      double number;
      memcpy(&number, &cell->bits, sizeof number);
      lua_pushnumber(L, number);
      break;
    }
    case CELL_TEXT: lua_pushlstring(L, (const char *)(intptr_t)cell->bits, cell->length); break;
    case CELL_MONEY: case CELL_DAY: case CELL_INSTANT: case CELL_SPAN:
      tn_push_scalar(L, cell->kind, cell->bits);
      break;
    default: lua_pushnil(L);
  }
}

static void push_table(lua_State *L, tn_values *values, int32_t *at, uint32_t pairs) {
  luaL_checkstack(L, 4, "a result nested too deep");
  lua_createtable(L, 0, pairs > INT32_MAX ? 0 : (int)pairs);
  for (uint32_t i = 0; i < pairs; i++) {
    tn_push(L, values, at);
    tn_push(L, values, at);
    lua_rawset(L, -3);
  }
}

void tn_push(lua_State *L, tn_values *values, int32_t *at) {
  if (*at >= values->count) {
    lua_pushnil(L);
    return;
  }
  tn_value *item = &values->items[(*at)++];
  switch (item->kind) {
    case CELL_TEXT:
      lua_pushlstring(L, values->bytes + item->bits, item->length);
      break;
    case TN_TABLE: push_table(L, values, at, item->length); break;
    case TN_FUNCTION: lua_rawgeti(L, LUA_REGISTRYINDEX, item->bits); break;
    case TN_OBJECT:
      tn_push_object(L, (int)item->length, (void *)(intptr_t)item->bits);
      item->bits = 0;
      break;
    case TN_RECORD: {
      tn_value *place = &values->items[*at];
      *at += 3;
      tn_record record = {.klass = item->length, .block = (void *)(intptr_t)item->bits,
                          .cells = (row_cell *)(intptr_t)place[0].bits,
                          .ids = (const int64_t *)(intptr_t)place[1].bits,
                          .version = (int64_t *)(intptr_t)place[2].bits,
                          .row = (int32_t)place[0].length, .width = (int32_t)place[0].kind, .owned = true};
      tn_push_record(L, &record);
      item->bits = 0;
      break;
    }
    default: tn_push_cell(L, item);
  }
}

bool tn_plain(lua_State *L, int index, tn_value *value) {
  *value = (tn_value){0, 0, CELL_NULL};
  switch (lua_type(L, index)) {
    case LUA_TNONE: case LUA_TNIL: return true;
    case LUA_TBOOLEAN:
      value->bits = lua_toboolean(L, index);
      value->kind = CELL_BOOL;
      return true;
    case LUA_TNUMBER:
      if (lua_isinteger(L, index)) {
        value->bits = lua_tointeger(L, index);
        value->kind = CELL_INTEGER;
      } else {
        double number = lua_tonumber(L, index);
        memcpy(&value->bits, &number, sizeof number);
        value->kind = CELL_NUMBER;
      }
      return true;
    case LUA_TSTRING: {
      size_t length;
      value->bits = (int64_t)(intptr_t)lua_tolstring(L, index, &length);
      value->length = length > UINT32_MAX ? UINT32_MAX : (uint32_t)length;
      value->kind = CELL_TEXT;
      return true;
    }
    case LUA_TLIGHTUSERDATA:
      if (!tn_scalar(L, index, value)) value->kind = TN_OTHER;
      return true;
    case LUA_TUSERDATA: {
      tn_object *object = lua_touserdata(L, index);
      size_t size = lua_rawlen(L, index);
      tn_host *h = tn_of(L);
      if (size == h->object_size && object->magic == TN_MAGIC_OBJECT) {
        value->kind = TN_OBJECT;
        value->length = object->klass;
        value->bits = (int64_t)(intptr_t)object->pointer;
      } else if (size == h->record_size && object->magic == TN_MAGIC_RECORD) {
        value->kind = TN_RECORD;
        value->length = object->klass;
        value->bits = (int64_t)(intptr_t)object;
      } else {
        value->kind = TN_OTHER;
      }
      return true;
    }
    case LUA_TTHREAD: value->kind = TN_OTHER; return true;
    default: return false;
  }
}

/* Pairs of a table and of the tables in it, added to those counted so far. A table that is met twice counts twice: it
 * becomes two. */
static size_t count_pairs(lua_State *L, int index, int depth, size_t pairs) {
  if (depth > TN_MAX_DEPTH)
    tn_raise(L, "table.too_deep", "pass a table without cycles, nested at most 64 deep",
             "a table is nested more than %d deep", TN_MAX_DEPTH);
  luaL_checkstack(L, 6, "a table nested too deep");
  tn_fill_texts(L, index);
  lua_pushnil(L);
  while (lua_next(L, index)) {
    if (++pairs > TN_MAX_PAIRS)
      tn_raise(L, "table.too_large", "pass it in parts; a table that stands in two places counts twice",
               "a table has more than %d million pairs with the tables in it", (int)(TN_MAX_PAIRS >> 20));
    if ((pairs & 0x3FF) == 0) tn_check_stop(L);
    if (lua_type(L, -1) == LUA_TTABLE) pairs = count_pairs(L, lua_gettop(L), depth + 1, pairs);
    lua_pop(L, 1);
  }
  return pairs;
}

static void fill(lua_State *L, int index, tn_value *into, tn_value **next);

/* A reference that ends with its call. */
static int borrow(lua_State *L, int index) {
  tn_host *h = tn_of(L);
  if (h->borrowed_count == h->borrowed_size) {
    size_t size = h->borrowed_size ? h->borrowed_size * 2 : 32;
    int *grown = tn_grow(h, h->borrowed, h->borrowed_size * sizeof(int), size * sizeof(int));
    if (!grown) tn_raise_memory(L);
    h->borrowed = grown;
    h->borrowed_size = size;
  }
  lua_pushvalue(L, index);
  int ref = luaL_ref(L, LUA_REGISTRYINDEX);
  h->borrowed[h->borrowed_count++] = ref;
  return ref;
}

void tn_give_back(tn_host *h, size_t borrowed) {
  while (h->borrowed_count > borrowed) tn_unref(h, h->borrowed[--h->borrowed_count]);
}

static tn_value decode_item(lua_State *L, int index, tn_value **next) {
  tn_value value;
  if (tn_plain(L, index, &value)) return value;
  if (lua_type(L, index) == LUA_TFUNCTION) {
    value = (tn_value){borrow(L, index), 0, TN_FUNCTION};
  } else {
    fill(L, index, &value, next);
  }
  return value;
}

static void fill(lua_State *L, int index, tn_value *into, tn_value **next) {
  uint32_t pairs = 0;
  lua_pushnil(L);
  while (lua_next(L, index)) {
    pairs++;
    lua_pop(L, 1);
  }
  tn_value *items = *next;
  *next += (size_t)pairs * 2;
  *into = (tn_value){(int64_t)(intptr_t)items, pairs, TN_TABLE};
  lua_pushnil(L);
  for (size_t i = 0; lua_next(L, index);) {
    int top = lua_gettop(L);
    if (!tn_plain(L, top - 1, &items[2 * i])) items[2 * i].kind = TN_OTHER;
    items[2 * i + 1] = decode_item(L, top, next);
    lua_pop(L, 1);
    if ((++i & 0x3FF) == 0) tn_check_stop(L);
  }
}

/* The value at an absolute index. The buffer of a table's items is left on the stack: one slot more. Texts point
 * into Lua's own strings, alive as long as the table is. A key that is a table or a function is TN_OTHER. */
tn_value tn_decode(lua_State *L, int index) {
  tn_value value;
  if (tn_plain(L, index, &value)) return value;
  luaL_checkstack(L, 6, "too many arguments");
  tn_value *next = NULL;
  if (lua_type(L, index) == LUA_TTABLE) {
    size_t pairs = count_pairs(L, index, 0, 0);
    next = lua_newuserdatauv(L, (pairs * 2 + 1) * sizeof(tn_value), 0);
  }
  return decode_item(L, index, &next);
}

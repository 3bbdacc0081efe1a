/* Host objects and records as Lua sees them. A record is a window on a block of rows: reading a field is a table
 * look-up and a load from the block, with no call into the host unless the column is not there yet. */
#include <string.h>
#include "internal.h"

static char key_names; /* of a metatable: the table of its methods and slots */

/* The number of a class is the reference of its metatable. */
static void push_class(lua_State *L, int klass) { lua_rawgeti(L, LUA_REGISTRYINDEX, klass); }

static int same_object(lua_State *L) {
  tn_object *a = lua_touserdata(L, 1), *b = lua_touserdata(L, 2);
  lua_pushboolean(L, a && b && a->magic == TN_MAGIC_OBJECT && b->magic == TN_MAGIC_OBJECT && a->pointer == b->pointer);
  return 1;
}

/* upvalues: 1 names, 2 class name, 3 fallback function or nil */
static int object_index(lua_State *L) {
  lua_settop(L, 2);
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
  lua_rawgeti(L, lua_upvalueindex(1), 0);
  if (lua_isfunction(L, -1)) {
    lua_pushvalue(L, 1);
    lua_pushvalue(L, 2);
    lua_call(L, 2, 1);
    return 1;
  }
  tn_host *h = tn_of(L);
  tn_object *object = lua_touserdata(L, 1);
  size_t length = 0;
  const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tolstring(L, 2, &length) : "";
  if (!object || lua_type(L, 1) != LUA_TUSERDATA || object->magic != TN_MAGIC_OBJECT)
    tn_raise(L, "script.unknown_member", "see help", "a %s has no member '%s'",
             lua_tostring(L, lua_upvalueindex(2)), name);
  h->on.missing(h->on.context, (int32_t)object->klass, name, length);
  tn_raise_left(L);
}

static int object_store(lua_State *L) {
  tn_raise(L, "script.read_only", "", "a %s cannot be assigned to", lua_tostring(L, lua_upvalueindex(1)));
}

void tn_push_object(lua_State *L, int klass, void *pointer) {
  luaL_checkstack(L, 4, NULL);
  tn_object *object = lua_newuserdatauv(L, tn_of(L)->object_size, 0);
  *object = (tn_object){TN_MAGIC_OBJECT, (uint32_t)klass, NULL};
  push_class(L, klass);
  lua_setmetatable(L, -2);
  object->pointer = pointer;
}

tn_record *tn_push_record(lua_State *L, const tn_record *place) {
  luaL_checkstack(L, 4, NULL);
  tn_record *record = lua_newuserdatauv(L, tn_of(L)->record_size, 0);
  *record = *place;
  record->magic = TN_MAGIC_RECORD;
  record->block = NULL;
  push_class(L, (int)place->klass);
  lua_setmetatable(L, -2);
  record->block = place->block;
  return record;
}

static tn_record *live_record(lua_State *L) {
  tn_record *record = lua_touserdata(L, 1);
  if (!record || lua_type(L, 1) != LUA_TUSERDATA || record->magic != TN_MAGIC_RECORD)
    tn_raise(L, "record.not_a_record", "call it on a record", "a record was expected, got %s", luaL_typename(L, 1));
  if (!record->block)
    tn_raise(L, "record.dead", "keep its id and :get(id) it again, or use :each()",
             "this record was only valid inside the rule it was given to");
  return record;
}

/* The name is at index 2. */
_Noreturn static void missing_name(lua_State *L, tn_record *record) {
  tn_host *h = tn_of(L);
  size_t length = 0;
  const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tolstring(L, 2, &length) : "";
  h->on.missing(h->on.context, (int32_t)record->klass, name, length);
  tn_raise_left(L);
}

/* upvalue 1: names: slot for a field, function for a method */
static int record_index(lua_State *L) {
  tn_record *record = live_record(L);
  lua_pushvalue(L, 2);
  int type = lua_rawget(L, lua_upvalueindex(1));
  if (type == LUA_TFUNCTION) return 1;
  if (type != LUA_TNUMBER) missing_name(L, record);
  int32_t slot = (int32_t)lua_tointeger(L, -1);
  if (slot < 0) {
    lua_pushinteger(L, record->ids[record->row]);
    return 1;
  }
  tn_host *h = tn_of(L);
  if (record->version && *record->version != h->version) {
    if (h->on.load(h->on.context, record->block, TN_REFRESH) < 0) tn_raise_left(L);
    *record->version = h->version;
  }
  row_cell *cell = record->cells + (size_t)record->row * (size_t)record->width + slot;
  if (cell->kind == CELL_UNLOADED && h->on.load(h->on.context, record->block, slot) < 0) tn_raise_left(L);
  if (h->tracing) h->on.traced(h->on.context, (int32_t)record->klass, slot, cell);
  tn_push_cell(L, cell);
  return 1;
}

static int record_store(lua_State *L) {
  tn_record *record = live_record(L);
  tn_host *h = tn_of(L);
  lua_settop(L, 3);
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNUMBER) missing_name(L, record);
  if (lua_tointeger(L, -1) < 0) tn_raise(L, "record.id", "", "a record's id cannot change");
  tn_value value;
  if (!tn_plain(L, 3, &value)) value.kind = TN_OTHER;
  if (h->on.store(h->on.context, (int32_t)record->klass, record->block, record->row,
                  (int32_t)lua_tointeger(L, -1), &value) < 0)
    tn_raise_left(L);
  return 0;
}

/* Stack: metatable; leaves it there. */
static void fill_object_class(lua_State *L, const char *name) {
  lua_createtable(L, 0, 8); /* names */
  lua_pushvalue(L, -1);
  lua_rawsetp(L, -3, &key_names);
  lua_pushstring(L, name);
  lua_pushcclosure(L, object_index, 2);
  lua_setfield(L, -2, "__index");
  lua_pushstring(L, name);
  lua_pushcclosure(L, object_store, 1);
  lua_setfield(L, -2, "__newindex");
  lua_pushcfunction(L, same_object);
  lua_setfield(L, -2, "__eq");
}

static void fill_record_class(lua_State *L) {
  lua_createtable(L, 0, 48);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, -3, &key_names);
  lua_pushvalue(L, -1);
  lua_pushcclosure(L, record_index, 1);
  lua_setfield(L, -3, "__index");
  lua_pushcclosure(L, record_store, 1);
  lua_setfield(L, -2, "__newindex");
}

struct define {
  const char *name;
  bool is_record;
  int32_t klass, value;
  lua_Integer slot;
};

static int define_class(lua_State *L) {
  struct define *d = lua_touserdata(L, 1);
  lua_createtable(L, 0, 8);
  if (d->is_record) fill_record_class(L);
  else fill_object_class(L, d->name);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushstring(L, d->name);
  lua_setfield(L, -2, "__name");
  d->klass = luaL_ref(L, LUA_REGISTRYINDEX);
  return 0;
}

int32_t tn_define_class(tn_host *host, const char *name, bool is_record) {
  struct define d = {.name = name, .is_record = is_record};
  return tn_protected(host, define_class, &d) == LUA_OK ? d.klass : -1;
}

/* Leaves the table that a class's name goes into: the metatable for `__name`s. */
static void push_names(lua_State *L, int klass, const char *name) {
  if (klass == TN_SCALARS) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &tn_key_scalars);
    return;
  }
  push_class(L, klass);
  if (strncmp(name, "__", 2) != 0) {
    lua_rawgetp(L, -1, &key_names);
    lua_remove(L, -2);
  }
}

static int define_method(lua_State *L) {
  struct define *d = lua_touserdata(L, 1);
  push_names(L, d->klass, d->name);
  tn_push_host_function(L, d->value);
  lua_setfield(L, -2, d->name);
  return 0;
}

int32_t tn_define_method(tn_host *host, int32_t klass, const char *name, int32_t index) {
  struct define d = {.name = name, .klass = klass, .value = index};
  return tn_protected(host, define_method, &d);
}

static int define_field(lua_State *L) {
  struct define *d = lua_touserdata(L, 1);
  push_names(L, d->klass, d->name);
  lua_pushinteger(L, d->value);
  lua_setfield(L, -2, d->name);
  return 0;
}

int32_t tn_define_field(tn_host *host, int32_t klass, const char *name, int32_t slot) {
  struct define d = {.name = name, .klass = klass, .value = slot};
  return tn_protected(host, define_field, &d);
}

static int define_fallback(lua_State *L) {
  struct define *d = lua_touserdata(L, 1);
  push_names(L, d->klass, "");
  tn_push_host_function(L, d->value);
  lua_rawseti(L, -2, 0);
  return 0;
}

int32_t tn_define_fallback(tn_host *host, int32_t klass, int32_t index) {
  struct define d = {.klass = klass, .value = index};
  return tn_protected(host, define_fallback, &d);
}

/* Money, dates, instants and spans as tagged light userdata: three bits of kind, 61 bits of payload, one shared
 * metatable. They allocate nothing, are equal by value, and can be table keys. Sums, differences, comparisons
 * and products with integers are exact here; products with decimals and quotients are the host's. */
#include <math.h>
#include <string.h>
#include "internal.h"

char tn_key_scalars;

#define LIMIT ((int64_t)1 << 60)
#define UNITS_PER_YUAN 10000
#define MS_PER_DAY INT64_C(86400000)

static const uint32_t kinds[8] = {0, CELL_MONEY, CELL_DAY, CELL_INSTANT, CELL_SPAN, 0, 0, 0};

static uint32_t tag_of(uint32_t kind) { return kind - CELL_MONEY + 1; }

static const char *name_of(uint32_t kind) {
  switch (kind) {
    case CELL_MONEY: return "money";
    case CELL_DAY: return "date";
    case CELL_INSTANT: return "instant";
    case CELL_SPAN: return "span";
    case CELL_INTEGER: case CELL_NUMBER: return "number";
    case CELL_TEXT: return "string";
    case CELL_BOOL: return "boolean";
    case CELL_NULL: return "nil";
    default: return "value";
  }
}

bool tn_scalar(lua_State *L, int index, row_cell *value) {
  uint64_t bits = (uint64_t)(uintptr_t)lua_touserdata(L, index);
  *value = (row_cell){(int64_t)bits >> 3, 0, kinds[bits & 7]};
  return value->kind != 0;
}

/* The calendar: years 1 to 9999, in days and in milliseconds since 1970. */
#define FIRST_DAY INT64_C(-719162)
#define LAST_DAY INT64_C(2932896)

static bool in_calendar(uint32_t kind, int64_t payload) {
  if (kind == CELL_DAY) return payload >= FIRST_DAY && payload <= LAST_DAY;
  if (kind == CELL_INSTANT) return payload >= FIRST_DAY * MS_PER_DAY && payload < (LAST_DAY + 1) * MS_PER_DAY;
  return true;
}

void tn_push_scalar(lua_State *L, uint32_t kind, int64_t payload) {
  if (!in_calendar(kind, payload))
    tn_raise(L, kind == CELL_DAY ? "day.range" : "instant.range", "stay within the years 0001 to 9999",
             "a %s outside the calendar", name_of(kind));
  if (payload < -LIMIT || payload >= LIMIT)
    tn_raise(L, kind == CELL_MONEY ? "money.overflow" : "value.overflow",
             kind == CELL_MONEY ? "amounts beyond 115 trillion yuan are not supported" : "use a smaller span",
             "%s out of range", name_of(kind));
  lua_pushlightuserdata(L, (void *)(uintptr_t)(((uint64_t)payload << 3) | tag_of(kind)));
}

_Noreturn static void mixed(lua_State *L, const char *verb, const row_cell *a, const row_cell *b) {
  const char *remedy = "both sides must be of one kind";
  if (a->kind == CELL_DAY || b->kind == CELL_DAY) remedy = "add a span to a date: date + days(30)";
  if (a->kind == CELL_NULL || b->kind == CELL_NULL) remedy = "the value is missing: test it with `if x then`";
  if (a->kind == CELL_MONEY || b->kind == CELL_MONEY)
    if (a->kind == CELL_INTEGER || a->kind == CELL_NUMBER || b->kind == CELL_INTEGER || b->kind == CELL_NUMBER)
      remedy = "spell the unit: yuan(10), wan(50) or money\"12.50\"";
  tn_raise(L, "value.mixed_kinds", remedy, "cannot %s %s and %s", verb, name_of(a->kind), name_of(b->kind));
}

static void operands(lua_State *L, row_cell *a, row_cell *b) {
  if (!tn_plain(L, 1, a)) a->kind = TN_OTHER;
  if (!tn_plain(L, 2, b)) b->kind = TN_OTHER;
}

static int push_sum(lua_State *L, uint32_t kind, int64_t a, int64_t b, bool subtract) {
  int64_t result;
  bool overflow = subtract ? __builtin_sub_overflow(a, b, &result) : __builtin_add_overflow(a, b, &result);
  tn_push_scalar(L, kind, overflow ? INT64_MAX : result);
  return 1;
}

static int shift_day(lua_State *L, int64_t day, int64_t span, bool subtract) {
  if (span % MS_PER_DAY)
    tn_raise(L, "day.partial", "use whole days, or an instant", "a date moves by whole days only");
  return push_sum(L, CELL_DAY, day, span / MS_PER_DAY, subtract);
}

static int add(lua_State *L) {
  row_cell a, b;
  operands(L, &a, &b);
  if (a.kind == b.kind && (a.kind == CELL_MONEY || a.kind == CELL_SPAN))
    return push_sum(L, a.kind, a.bits, b.bits, false);
  if (a.kind == CELL_SPAN) {
    row_cell swap = a;
    a = b;
    b = swap;
  }
  if (b.kind == CELL_SPAN && a.kind == CELL_DAY) return shift_day(L, a.bits, b.bits, false);
  if (b.kind == CELL_SPAN && a.kind == CELL_INSTANT) return push_sum(L, CELL_INSTANT, a.bits, b.bits, false);
  operands(L, &a, &b);
  mixed(L, "add", &a, &b);
}

static int subtract(lua_State *L) {
  row_cell a, b;
  operands(L, &a, &b);
  if (a.kind == b.kind && (a.kind == CELL_MONEY || a.kind == CELL_SPAN))
    return push_sum(L, a.kind, a.bits, b.bits, true);
  if (a.kind == b.kind && a.kind == CELL_INSTANT) return push_sum(L, CELL_SPAN, a.bits, b.bits, true);
  if (a.kind == b.kind && a.kind == CELL_DAY) return push_sum(L, CELL_SPAN, (a.bits - b.bits) * MS_PER_DAY, 0, false);
  if (b.kind == CELL_SPAN && a.kind == CELL_DAY) return shift_day(L, a.bits, b.bits, true);
  if (b.kind == CELL_SPAN && a.kind == CELL_INSTANT) return push_sum(L, CELL_INSTANT, a.bits, b.bits, true);
  mixed(L, "subtract", &a, &b);
}

static int negate(lua_State *L) {
  row_cell a;
  if (!tn_plain(L, 1, &a) || (a.kind != CELL_MONEY && a.kind != CELL_SPAN)) {
    row_cell none = {0, 0, CELL_NULL};
    mixed(L, "negate", &a, &none);
  }
  tn_push_scalar(L, a.kind, -a.bits);
  return 1;
}

static int by_host(lua_State *L, int operation) {
  row_cell a, b;
  operands(L, &a, &b);
  tn_host *h = tn_of(L);
  tn_values_clear(h, &h->out);
  if (h->on.arithmetic(h->on.context, operation, a, b, &h->out) < 0) tn_raise_left(L);
  int32_t at = 0;
  tn_push(L, &h->out, &at);
  return 1;
}

static int multiply(lua_State *L) {
  row_cell a, b;
  operands(L, &a, &b);
  if (a.kind == CELL_INTEGER) {
    row_cell swap = a;
    a = b;
    b = swap;
  }
  int64_t result;
  if (b.kind == CELL_INTEGER && (a.kind == CELL_MONEY || a.kind == CELL_SPAN)) {
    if (__builtin_mul_overflow(a.bits, b.bits, &result)) result = INT64_MAX;
    tn_push_scalar(L, a.kind, result);
    return 1;
  }
  return by_host(L, TN_MUL);
}

static int divide(lua_State *L) {
  row_cell a, b;
  operands(L, &a, &b);
  if (a.kind == b.kind && (a.kind == CELL_MONEY || a.kind == CELL_SPAN) && b.bits != 0) {
    lua_pushnumber(L, (double)a.bits / (double)b.bits);
    return 1;
  }
  return by_host(L, TN_DIV);
}

static int modulo(lua_State *L) { return by_host(L, TN_MOD); }
static int floor_divide(lua_State *L) { return by_host(L, TN_IDIV); }

/* A number of yuan against money: -1, 0, 1. The number counts as its shortest decimal. */
static int compare_number(int64_t units, const row_cell *number) {
  if (number->kind == CELL_INTEGER) {
    int64_t other;
    if (__builtin_mul_overflow(number->bits, UNITS_PER_YUAN, &other)) return number->bits > 0 ? -1 : 1;
    return (units > other) - (units < other);
  }
  double value;
  memcpy(&value, &number->bits, sizeof value);
  double scaled = nearbyint(value * UNITS_PER_YUAN);
  if (fabs(scaled) < 9007199254740992.0 && scaled / UNITS_PER_YUAN == value) {
    int64_t other = (int64_t)scaled;
    return (units > other) - (units < other);
  }
  long double exact = (long double)value * UNITS_PER_YUAN;
  return ((long double)units > exact) - ((long double)units < exact);
}

static bool is_number(const row_cell *cell) { return cell->kind == CELL_INTEGER || cell->kind == CELL_NUMBER; }

/* -1, 0, 1; 2 where a NaN makes every comparison false. */
static int compare(lua_State *L) {
  row_cell a, b;
  operands(L, &a, &b);
  if (a.kind == b.kind && a.kind >= CELL_MONEY && a.kind <= CELL_SPAN) return (a.bits > b.bits) - (a.bits < b.bits);
  row_cell *number = is_number(&a) ? &a : is_number(&b) ? &b : NULL;
  row_cell *money = a.kind == CELL_MONEY ? &a : b.kind == CELL_MONEY ? &b : NULL;
  if (!number || !money) mixed(L, "compare", &a, &b);
  if (number->kind == CELL_NUMBER) {
    double value;
    memcpy(&value, &number->bits, sizeof value);
    if (isnan(value)) return 2;
  }
  int order = compare_number(money->bits, number);
  return money == &a ? order : -order;
}

/* Both scalars of one kind, the usual case: with one tag, the tagged words stand in the order of their payloads. */
static bool same_kind(lua_State *L, int64_t *a, int64_t *b) {
  if (lua_type(L, 1) != LUA_TLIGHTUSERDATA || lua_type(L, 2) != LUA_TLIGHTUSERDATA) return false;
  *a = (int64_t)(intptr_t)lua_touserdata(L, 1);
  *b = (int64_t)(intptr_t)lua_touserdata(L, 2);
  return ((*a ^ *b) & 7) == 0;
}

static int less(lua_State *L) {
  int64_t a, b;
  lua_pushboolean(L, same_kind(L, &a, &b) ? a < b : compare(L) == -1);
  return 1;
}

static int less_or_equal(lua_State *L) {
  int64_t a, b;
  if (same_kind(L, &a, &b)) {
    lua_pushboolean(L, a <= b);
    return 1;
  }
  int order = compare(L);
  lua_pushboolean(L, order == -1 || order == 0);
  return 1;
}

static void push_text(lua_State *L, int index) {
  row_cell value;
  if (lua_type(L, index) != LUA_TLIGHTUSERDATA) {
    luaL_tolstring(L, index, NULL);
    return;
  }
  if (!tn_scalar(L, index, &value)) {
    lua_pushliteral(L, "userdata");
    return;
  }
  tn_host *h = tn_of(L);
  tn_values_clear(h, &h->out);
  if (h->on.describe(h->on.context, value, &h->out) < 0) tn_raise_left(L);
  int32_t at = 0;
  tn_push(L, &h->out, &at);
}

static int to_text(lua_State *L) {
  push_text(L, 1);
  return 1;
}

static int concatenate(lua_State *L) {
  for (int i = 1; i <= 2; i++)
    if (lua_type(L, i) != LUA_TLIGHTUSERDATA && lua_type(L, i) != LUA_TSTRING && lua_type(L, i) != LUA_TNUMBER)
      luaL_error(L, "attempt to concatenate a %s value", luaL_typename(L, i));
  push_text(L, 1);
  push_text(L, 2);
  lua_concat(L, 2);
  return 1;
}

static int missing_method(lua_State *L) {
  row_cell value;
  const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
  tn_scalar(L, 1, &value);
  tn_raise(L, "value.method", "see help for its kind", "a %s has no method '%s'", name_of(value.kind), name);
}

/* upvalue 1: methods by name */
static int method(lua_State *L) {
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(1)) == LUA_TNIL) return missing_method(L);
  return 1;
}

void tn_open_scalars(lua_State *L) {
  static const luaL_Reg metamethods[] = {
      {"__add", add}, {"__sub", subtract}, {"__mul", multiply}, {"__div", divide}, {"__mod", modulo},
      {"__idiv", floor_divide}, {"__unm", negate}, {"__lt", less}, {"__le", less_or_equal},
      {"__tostring", to_text}, {"__concat", concatenate}, {NULL, NULL}};
  lua_pushlightuserdata(L, NULL);
  lua_createtable(L, 0, 16);
  luaL_setfuncs(L, metamethods, 0);
  lua_createtable(L, 0, 16);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &tn_key_scalars);
  lua_pushcclosure(L, method, 1);
  lua_setfield(L, -2, "__index");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushliteral(L, "value");
  lua_setfield(L, -2, "__name");
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
}

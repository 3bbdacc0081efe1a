/* Functions on whole strings that look at the stop flag while they work: rep, upper, lower, reverse; and of utf8: len,
 * offset and codes. As in the manual (§6.4, §6.5). */
#include <ctype.h>
#include <string.h>
#include "internal.h"

#define PIECE ((size_t)1 << 18) /* bytes between two looks at the stop flag */

static int string_rep(lua_State *L) {
  size_t length, gap;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_Integer times = luaL_checkinteger(L, 2);
  const char *separator = luaL_optlstring(L, 3, "", &gap);
  size_t unit = length + gap;
  if (times <= 0 || unit == 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  if (unit < length || unit > (size_t)INT_MAX / (size_t)times) return luaL_error(L, "resulting string too large");
  size_t total = unit * (size_t)times - gap, done = 0;
  luaL_Buffer b;
  tn_make_room(L, 2 * total);
  char *into = luaL_buffinitsize(L, &b, total);
  memcpy(into, text, length);
  done = length;
  if (times > 1) {
    memcpy(into + length, separator, gap);
    done = unit;
  }
  while (done < total) { /* what is there once more, by whole units or what is left of them */
    size_t size = done < total - done ? done : total - done;
    if (size > PIECE && size >= unit && PIECE >= unit) size = PIECE / unit * unit;
    memcpy(into + done, into, size);
    done += size;
    tn_check_stop(L);
  }
  luaL_pushresultsize(&b, total);
  return 1;
}

/* upvalue 1: which */
enum { UPPER, LOWER, REVERSE };

static int convert(lua_State *L) {
  size_t length;
  const unsigned char *text = (const unsigned char *)luaL_checklstring(L, 1, &length);
  int which = (int)lua_tointeger(L, lua_upvalueindex(1));
  luaL_Buffer b;
  tn_make_room(L, 2 * length);
  char *into = luaL_buffinitsize(L, &b, length);
  for (size_t from = 0; from < length; from += PIECE) {
    size_t end = length - from > PIECE ? from + PIECE : length;
    for (size_t i = from; i < end; i++)
      into[i] = (char)(which == UPPER ? toupper(text[i]) : which == LOWER ? tolower(text[i]) : text[length - 1 - i]);
    tn_check_stop(L);
  }
  luaL_pushresultsize(&b, length);
  return 1;
}

/* MARK: utf8 */

static bool continues(char c) { return ((unsigned char)c & 0xC0) == 0x80; }

/* Behind the character at s, or NULL for bytes that are none. Lax: up to 2^31, surrogates too. Strings end in NUL. */
static const char *decode(const char *s, uint32_t *code, bool lax) {
  static const uint32_t least[] = {0, 0x80, 0x800, 0x10000, 0x200000, 0x4000000};
  unsigned int first = (unsigned char)*s;
  int more = first < 0x80 ? 0 : first < 0xC0 ? -1 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF8 ? 3
             : first < 0xFC ? 4 : first < 0xFE ? 5 : -1;
  if (more < 0) return NULL;
  uint32_t value = more == 0 ? first : first & (0x3Fu >> more);
  for (int i = 1; i <= more; i++) {
    if (!continues(s[i])) return NULL;
    value = value << 6 | ((unsigned char)s[i] & 0x3F);
  }
  if (value < least[more]) return NULL;
  if (!lax && (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))) return NULL;
  *code = value;
  return s + more + 1;
}

/* A position from the front, where one from the back is negative. */
static lua_Integer from_front(lua_Integer at, size_t length) {
  if (at >= 0) return at;
  return (size_t)-at > length ? 0 : (lua_Integer)length + at + 1;
}

static int utf8_len(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_Integer from = from_front(luaL_optinteger(L, 2, 1), length);
  lua_Integer last = from_front(luaL_optinteger(L, 3, -1), length);
  bool lax = lua_toboolean(L, 4);
  luaL_argcheck(L, 1 <= from && from - 1 <= (lua_Integer)length, 2, "initial position out of bounds");
  luaL_argcheck(L, last - 1 < (lua_Integer)length, 3, "final position out of bounds");
  lua_Integer count = 0;
  for (lua_Integer at = from - 1; at < last; count++) {
    uint32_t code;
    const char *next = decode(text + at, &code, lax);
    if (!next) {
      luaL_pushfail(L);
      lua_pushinteger(L, at + 1);
      return 2;
    }
    at = next - text;
    if ((count & 0xFFFF) == 0) tn_check_stop(L);
  }
  lua_pushinteger(L, count);
  return 1;
}

static int utf8_offset(lua_State *L) {
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  lua_Integer length = (lua_Integer)size, n = luaL_checkinteger(L, 2);
  lua_Integer at = from_front(luaL_optinteger(L, 3, n >= 0 ? 1 : length + 1), size) - 1;
  unsigned int looks = 0;
  luaL_argcheck(L, 0 <= at && at <= length, 3, "position out of bounds");
  if (n == 0) {
    for (; at > 0 && continues(text[at]); at--)
      if ((++looks & 0xFFFF) == 0) tn_check_stop(L);
    lua_pushinteger(L, at + 1);
    return 1;
  }
  if (continues(text[at])) return luaL_error(L, "initial position is a continuation byte");
  for (; n < 0 && at > 0; n++) {
    do {
      at--;
      if ((++looks & 0xFFFF) == 0) tn_check_stop(L);
    } while (at > 0 && continues(text[at]));
  }
  for (n -= n > 0; n > 0 && at < length; n--) {
    do {
      at++;
      if ((++looks & 0xFFFF) == 0) tn_check_stop(L);
    } while (continues(text[at]));
  }
  if (n == 0) lua_pushinteger(L, at + 1);
  else luaL_pushfail(L);
  return 1;
}

/* upvalue 1: lax */
static int next_code(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_Unsigned at = (lua_Unsigned)luaL_checkinteger(L, 2);
  uint32_t code;
  if (at < length)
    for (unsigned int looks = 1; continues(text[at]); at++, looks++)
      if ((looks & 0xFFFF) == 0) tn_check_stop(L);
  if (at >= length) return 0;
  const char *next = decode(text + at, &code, lua_toboolean(L, lua_upvalueindex(1)));
  if (!next || continues(*next)) return luaL_error(L, "invalid UTF-8 code");
  lua_pushinteger(L, (lua_Integer)at + 1);
  lua_pushinteger(L, code);
  return 2;
}

static int utf8_codes(lua_State *L) {
  const char *text = luaL_checkstring(L, 1);
  luaL_argcheck(L, !continues(*text), 1, "invalid UTF-8 code");
  lua_pushboolean(L, lua_toboolean(L, 2));
  lua_pushcclosure(L, next_code, 1);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

void tn_add_strings(lua_State *L) {
  static const char *const converters[] = {"upper", "lower", "reverse"};
  lua_pushcfunction(L, string_rep);
  lua_setfield(L, -2, "rep");
  for (int which = UPPER; which <= REVERSE; which++) {
    lua_pushinteger(L, which);
    lua_pushcclosure(L, convert, 1);
    lua_setfield(L, -2, converters[which]);
  }
}

void tn_add_utf8(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"len", utf8_len}, {"offset", utf8_offset}, {"codes", utf8_codes}, {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}

/* find, match, gmatch and gsub of our own. Patterns mean what the manual says (§6.4.1), but a match is bounded: it
 * counts its steps, looks at the stop flag while it works, and gives up where a pattern needs too many. */
#include <ctype.h>
#include <string.h>
#include "internal.h"

#define ESCAPE '%'
#define MOST_CAPTURES 32
#define MOST_DEPTH 200 /* nested calls of the matcher */
/* What one call of a library function may cost: far above any sensible pattern, below a second. */
#define STEPS_A_CALL UINT64_C(100000000)
#define STEPS_A_BYTE UINT64_C(1000)

enum { OPEN = -1, POSITION = -2 };

typedef struct {
  lua_State *L;
  const char *subject, *end, *pattern_end;
  uint64_t steps, most;
  int depth, count;
  struct {
    const char *start;
    ptrdiff_t length; /* or OPEN, POSITION */
  } captures[MOST_CAPTURES];
} matcher;

static void step(matcher *m) {
  if ((++m->steps & 0xFFF) != 0) return;
  tn_check_stop(m->L);
  if (m->steps > m->most)
    tn_raise(m->L, "pattern.too_complex",
             "use fewer of * + - in one pattern, anchor it with ^, or find a plain text first",
             "the pattern needs more than %d million steps on %d bytes", (int)(m->most / 1000000),
             (int)(m->end - m->subject));
}

static matcher new_matcher(lua_State *L, const char *subject, size_t length, const char *pattern, size_t size) {
  return (matcher){.L = L, .subject = subject, .end = subject + length, .pattern_end = pattern + size,
                   .most = STEPS_A_CALL + STEPS_A_BYTE * length};
}

/* MARK: Single characters */

static bool in_class(int c, int class) {
  bool inside;
  switch (tolower(class)) {
    case 'a': inside = isalpha(c); break;
    case 'c': inside = iscntrl(c); break;
    case 'd': inside = isdigit(c); break;
    case 'g': inside = isgraph(c); break;
    case 'l': inside = islower(c); break;
    case 'p': inside = ispunct(c); break;
    case 's': inside = isspace(c); break;
    case 'u': inside = isupper(c); break;
    case 'w': inside = isalnum(c); break;
    case 'x': inside = isxdigit(c); break;
    case 'z': inside = c == 0; break; /* of older versions */
    default: return class == c;
  }
  return isupper(class) ? !inside : inside;
}

/* Behind the single character or set that begins at p. */
static const char *after_item(matcher *m, const char *p) {
  char first = *p++;
  if (first == ESCAPE) {
    if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (ends with '%%')");
    return p + 1;
  }
  if (first != '[') return p;
  if (p < m->pattern_end && *p == '^') p++;
  do { /* the first character of a set may be ']' */
    if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (missing ']')");
    char c = *p++;
    if (c == ESCAPE) {
      if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (missing ']')");
      p++;
    }
  } while (p == m->pattern_end || *p != ']');
  return p + 1;
}

/* `last` is the set's closing bracket. */
static bool in_set(int c, const char *p, const char *last) {
  bool wanted = true;
  if (*++p == '^') {
    wanted = false;
    p++;
  }
  for (; p < last; p++) {
    if (*p == ESCAPE) {
      if (in_class(c, (unsigned char)*++p)) return wanted;
    } else if (p + 2 < last && p[1] == '-') {
      if ((unsigned char)p[0] <= c && c <= (unsigned char)p[2]) return wanted;
      p += 2;
    } else if ((unsigned char)*p == c) {
      return wanted;
    }
  }
  return !wanted;
}

/* Whether the item from p to `after` takes the character at s. */
static bool takes(const matcher *m, const char *s, const char *p, const char *after) {
  if (s >= m->end) return false;
  int c = (unsigned char)*s;
  switch (*p) {
    case '.': return true;
    case ESCAPE: return in_class(c, (unsigned char)p[1]);
    case '[': return in_set(c, p, after - 1);
    default: return (unsigned char)*p == c;
  }
}

/* MARK: Matching. Each gives where the match ends, or NULL. */

static const char *match(matcher *m, const char *s, const char *p);

static const char *match_balanced(matcher *m, const char *s, const char *p) {
  if (m->pattern_end - p < 2) luaL_error(m->L, "malformed pattern (missing arguments to '%%b')");
  if (s >= m->end || *s != p[0]) return NULL;
  int open = 1;
  for (s++; s < m->end; s++) {
    step(m);
    if (*s == p[1]) {
      if (--open == 0) return s + 1;
    } else if (*s == p[0]) {
      open++;
    }
  }
  return NULL;
}

static const char *match_most(matcher *m, const char *s, const char *p, const char *after, ptrdiff_t least) {
  ptrdiff_t taken = 0;
  while (takes(m, s + taken, p, after)) {
    step(m);
    taken++;
  }
  for (; taken >= least; taken--) {
    const char *end = match(m, s + taken, after + 1);
    if (end) return end;
  }
  return NULL;
}

static const char *match_least(matcher *m, const char *s, const char *p, const char *after) {
  for (;; s++) {
    const char *end = match(m, s, after + 1);
    if (end) return end;
    if (!takes(m, s, p, after)) return NULL;
    step(m);
  }
}

static const char *open_capture(matcher *m, const char *s, const char *p, ptrdiff_t length) {
  if (m->count >= MOST_CAPTURES) luaL_error(m->L, "too many captures");
  m->captures[m->count].start = s;
  m->captures[m->count].length = length;
  m->count++;
  const char *end = match(m, s, p);
  if (!end) m->count--;
  return end;
}

static const char *close_capture(matcher *m, const char *s, const char *p) {
  int i = m->count - 1;
  while (i >= 0 && m->captures[i].length != OPEN) i--;
  if (i < 0) luaL_error(m->L, "invalid pattern capture");
  m->captures[i].length = s - m->captures[i].start;
  const char *end = match(m, s, p);
  if (!end) m->captures[i].length = OPEN;
  return end;
}

static const char *match_back(matcher *m, const char *s, int digit) {
  int i = digit - '1';
  if (i < 0 || i >= m->count || m->captures[i].length == OPEN)
    luaL_error(m->L, "invalid capture index %%%d", i + 1);
  ptrdiff_t length = m->captures[i].length;
  if (length == POSITION || m->end - s < length || memcmp(m->captures[i].start, s, (size_t)length) != 0) return NULL;
  return s + length;
}

/* At a frontier: the character before s is not in the set, the one at s is. */
static bool at_frontier(matcher *m, const char *s, const char *p, const char *after) {
  int before = s == m->subject ? 0 : (unsigned char)s[-1];
  int here = s == m->end ? 0 : (unsigned char)*s;
  return !in_set(before, p, after - 1) && in_set(here, p, after - 1);
}

/* Goes on where an item stands with its suffix; *p moves behind both where the match goes on in the caller's loop. */
static bool match_item(matcher *m, const char **s, const char **p, const char **end) {
  const char *after = after_item(m, *p);
  char suffix = after < m->pattern_end ? *after : 0;
  switch (suffix) {
    case '*': *end = match_most(m, *s, *p, after, 0); return false;
    case '+': *end = match_most(m, *s, *p, after, 1); return false;
    case '-': *end = match_least(m, *s, *p, after); return false;
    case '?':
      if (takes(m, *s, *p, after) && (*end = match(m, *s + 1, after + 1))) return false;
      *p = after + 1;
      return true;
    default:
      *end = NULL;
      if (!takes(m, *s, *p, after)) return false;
      (*s)++;
      *p = after;
      return true;
  }
}

/* An escape that is more than a character: *p moves behind it; false where it does not match. */
static bool match_escape(matcher *m, const char **s, const char **p, bool *special) {
  int c = *p + 1 < m->pattern_end ? (unsigned char)(*p)[1] : 0;
  *special = c == 'b' || c == 'f' || isdigit(c);
  if (!*special) return true;
  if (c == 'b') {
    *s = match_balanced(m, *s, *p + 2);
    *p += 4;
    return *s != NULL;
  }
  if (c == 'f') {
    const char *set = *p + 2;
    if (set == m->pattern_end || *set != '[') luaL_error(m->L, "missing '[' after '%%f' in pattern");
    *p = after_item(m, set);
    return at_frontier(m, *s, set, *p);
  }
  *s = match_back(m, *s, c);
  *p += 2;
  return *s != NULL;
}

static const char *match_on(matcher *m, const char *s, const char *p) {
  while (p != m->pattern_end) {
    step(m);
    if (*p == '(') {
      bool position = p + 1 < m->pattern_end && p[1] == ')';
      return open_capture(m, s, p + (position ? 2 : 1), position ? POSITION : OPEN);
    }
    if (*p == ')') return close_capture(m, s, p + 1);
    if (*p == '$' && p + 1 == m->pattern_end) return s == m->end ? s : NULL;
    bool special = false;
    if (*p == ESCAPE && !match_escape(m, &s, &p, &special)) return NULL;
    if (special) continue;
    const char *end;
    if (!match_item(m, &s, &p, &end)) return end;
  }
  return s;
}

static const char *match(matcher *m, const char *s, const char *p) {
  if (++m->depth > MOST_DEPTH) luaL_error(m->L, "pattern too complex");
  const char *end = match_on(m, s, p);
  m->depth--;
  return end;
}

/* A match that begins at s, afresh. */
static const char *match_at(matcher *m, const char *s, const char *p) {
  m->count = m->depth = 0;
  return match(m, s, p);
}

/* MARK: Captures */

static void push_capture(matcher *m, int i, const char *s, const char *end) {
  if (i >= m->count) {
    if (i != 0) luaL_error(m->L, "invalid capture index %%%d", i + 1);
    lua_pushlstring(m->L, s, (size_t)(end - s)); /* the whole match */
    return;
  }
  ptrdiff_t length = m->captures[i].length;
  if (length == OPEN) luaL_error(m->L, "unfinished capture");
  if (length == POSITION) lua_pushinteger(m->L, m->captures[i].start - m->subject + 1);
  else lua_pushlstring(m->L, m->captures[i].start, (size_t)length);
}

static int push_captures(matcher *m, const char *s, const char *end) {
  int count = m->count == 0 && s ? 1 : m->count;
  luaL_checkstack(m->L, count, "too many captures");
  for (int i = 0; i < count; i++) push_capture(m, i, s, end);
  return count;
}

/* MARK: The library functions */

/* Where argument 3 says to begin, from 0; beyond `length` for nowhere. */
static size_t beginning(lua_State *L, size_t length) {
  lua_Integer at = luaL_optinteger(L, 3, 1);
  if (at > 0) return (size_t)at - 1;
  if (at == 0 || at < -(lua_Integer)length) return 0;
  return length + (size_t)at;
}

static bool is_plain_text(const char *pattern, size_t size) {
  for (size_t i = 0; i < size; i++)
    if (pattern[i] && strchr("^$*+?.([%-", pattern[i])) return false;
  return true;
}

static int find_plain(lua_State *L, const char *subject, size_t length, size_t from, const char *text, size_t size) {
  const char *found = size ? memmem(subject + from, length - from, text, size) : subject + from;
  if (!found) {
    lua_pushnil(L);
    return 1;
  }
  lua_pushinteger(L, found - subject + 1);
  lua_pushinteger(L, found - subject + (lua_Integer)size);
  return 2;
}

static int search(lua_State *L, bool find) {
  size_t length, size;
  const char *subject = luaL_checklstring(L, 1, &length);
  const char *pattern = luaL_checklstring(L, 2, &size);
  size_t from = beginning(L, length);
  if (from > length) {
    lua_pushnil(L);
    return 1;
  }
  if (find && (lua_toboolean(L, 4) || is_plain_text(pattern, size)))
    return find_plain(L, subject, length, from, pattern, size);
  bool anchored = size > 0 && *pattern == '^';
  matcher m = new_matcher(L, subject, length, pattern, size);
  for (const char *s = subject + from; s <= m.end; s++) {
    const char *end = match_at(&m, s, pattern + anchored);
    if (end) {
      if (!find) return push_captures(&m, s, end);
      lua_pushinteger(L, s - subject + 1);
      lua_pushinteger(L, end - subject);
      return push_captures(&m, NULL, NULL) + 2;
    }
    if (anchored) break;
  }
  lua_pushnil(L);
  return 1;
}

static int string_find(lua_State *L) { return search(L, true); }
static int string_match(lua_State *L) { return search(L, false); }

/* upvalues: 1 subject, 2 pattern, 3 where to go on, 4 where the last match ended (-1: none) */
static int next_match(lua_State *L) {
  size_t length, size;
  const char *subject = lua_tolstring(L, lua_upvalueindex(1), &length);
  const char *pattern = lua_tolstring(L, lua_upvalueindex(2), &size);
  size_t from = (size_t)lua_tointeger(L, lua_upvalueindex(3));
  lua_Integer last = lua_tointeger(L, lua_upvalueindex(4));
  if (from > length) return 0;
  matcher m = new_matcher(L, subject, length, pattern, size);
  for (const char *s = subject + from; s <= m.end; s++) {
    const char *end = match_at(&m, s, pattern);
    if (!end || end - subject == last) continue;
    lua_pushinteger(L, end - subject);
    lua_pushvalue(L, -1);
    lua_replace(L, lua_upvalueindex(3));
    lua_replace(L, lua_upvalueindex(4));
    return push_captures(&m, s, end);
  }
  lua_pushinteger(L, (lua_Integer)length + 1);
  lua_replace(L, lua_upvalueindex(3));
  return 0;
}

static int string_gmatch(lua_State *L) {
  size_t length;
  luaL_checklstring(L, 1, &length);
  luaL_checkstring(L, 2);
  size_t from = beginning(L, length);
  lua_settop(L, 2);
  lua_pushinteger(L, (lua_Integer)(from > length ? length + 1 : from));
  lua_pushinteger(L, -1);
  lua_pushcclosure(L, next_match, 4);
  return 1;
}

/* Adds what the string at index 3 makes of a match. */
static void add_text(matcher *m, luaL_Buffer *b, const char *s, const char *end) {
  lua_State *L = m->L;
  size_t length;
  const char *text = lua_tolstring(L, 3, &length), *last = text + length;
  for (const char *p; (p = memchr(text, ESCAPE, (size_t)(last - text))); text = p + 1) {
    luaL_addlstring(b, text, (size_t)(p - text));
    if (++p < last && *p == ESCAPE) {
      luaL_addchar(b, *p);
    } else if (p < last && *p == '0') {
      luaL_addlstring(b, s, (size_t)(end - s));
    } else if (p < last && isdigit((unsigned char)*p)) {
      push_capture(m, *p - '1', s, end);
      luaL_tolstring(L, -1, NULL); /* a position becomes text */
      lua_remove(L, -2);
      luaL_addvalue(b);
    } else {
      luaL_error(L, "invalid use of '%%' in replacement string");
    }
    tn_check_stop(L);
  }
  luaL_addlstring(b, text, (size_t)(last - text));
}

/* Adds what takes the place of a match; false where the match stays. */
static bool add_replacement(matcher *m, luaL_Buffer *b, const char *s, const char *end) {
  lua_State *L = m->L;
  switch (lua_type(L, 3)) {
    case LUA_TFUNCTION:
      lua_pushvalue(L, 3);
      lua_call(L, push_captures(m, s, end), 1);
      break;
    case LUA_TTABLE:
      push_capture(m, 0, s, end);
      lua_gettable(L, 3);
      break;
    default:
      add_text(m, b, s, end);
      return true;
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    luaL_addlstring(b, s, (size_t)(end - s));
    return false;
  }
  if (!lua_isstring(L, -1)) luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
  luaL_addvalue(b);
  return true;
}

static int string_gsub(lua_State *L) {
  size_t length, size;
  const char *subject = luaL_checklstring(L, 1, &length), *s = subject, *last = NULL;
  const char *pattern = luaL_checklstring(L, 2, &size);
  int type = lua_type(L, 3);
  luaL_argexpected(
      L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE, 3,
      "string/function/table");
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1), count = 0;
  bool anchored = size > 0 && *pattern == '^', changed = false;
  matcher m = new_matcher(L, subject, length, pattern, size);
  luaL_Buffer b;
  tn_check_depth(L);
  tn_make_room(L, 4 * length);
  luaL_buffinit(L, &b);
  while (count < most) {
    const char *end = match_at(&m, s, pattern + anchored);
    if (end && end != last) {
      count++;
      if (add_replacement(&m, &b, s, end)) changed = true;
      s = last = end;
    } else if (s < m.end) {
      luaL_addchar(&b, *s++);
    } else {
      break;
    }
    if (anchored) break;
  }
  if (!changed) {
    lua_pushvalue(L, 1);
  } else {
    luaL_addlstring(&b, s, (size_t)(m.end - s));
    luaL_pushresult(&b);
  }
  lua_pushinteger(L, count);
  return 2;
}

void tn_add_patterns(lua_State *L) {
  static const luaL_Reg functions[] = {{"find", string_find}, {"match", string_match}, {"gmatch", string_gmatch},
                                       {"gsub", string_gsub}, {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}

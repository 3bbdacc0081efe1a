/* Errors are tables with code, message, remedy and place, under one locked metatable. One of the host's (held.c) gets
 * its texts when a script asks for them, and comes back to the host as itself. */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "internal.h"

char tn_key_stop;

static void set_text(lua_State *L, const char *name, const char *text, size_t length) {
  lua_pushlstring(L, text, length);
  lua_setfield(L, -2, name);
}

static void new_error(lua_State *L) {
  lua_createtable(L, 0, 6);
  lua_rawgeti(L, LUA_REGISTRYINDEX, tn_of(L)->errors);
  lua_setmetatable(L, -2);
}

static bool is_error(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TTABLE || !lua_getmetatable(L, index)) return false;
  lua_rawgeti(L, LUA_REGISTRYINDEX, tn_of(L)->errors);
  bool same = lua_rawequal(L, -1, -2);
  lua_pop(L, 2);
  return same;
}

void tn_raise(lua_State *L, const char *code, const char *remedy, const char *format, ...) {
  luaL_checkstack(L, 8, NULL);
  new_error(L);
  set_text(L, "code", code, strlen(code));
  set_text(L, "remedy", remedy, strlen(remedy));
  va_list arguments;
  va_start(arguments, format);
  lua_pushvfstring(L, format, arguments);
  va_end(arguments);
  lua_setfield(L, -2, "message");
  lua_error(L);
  abort(); /* lua_error does not return */
}

void tn_leave_error(tn_host *host, int32_t number) {
  if (host->left >= 0) tn_release_error(host, host->left); /* left, and never raised */
  host->left = number;
}

void tn_fill_texts(lua_State *L, int index) {
  static const char *const names[] = {"code", "message", "remedy"};
  tn_host *h = tn_of(L);
  int32_t held = is_error(L, index) ? tn_held_by(h, lua_topointer(L, index)) : -1;
  if (held < 0) return;
  luaL_checkstack(L, 6, NULL);
  tn_values_clear(h, &h->out);
  h->on.facts(h->on.context, held, &h->out);
  int32_t at = 0;
  for (int i = 0; i < 3; i++) {
    lua_pushstring(L, names[i]);
    lua_pushvalue(L, -1);
    bool there = lua_rawget(L, index) != LUA_TNIL;
    lua_pop(L, 1);
    tn_push(L, &h->out, &at);
    if (there) lua_pop(L, 2);
    else lua_rawset(L, index);
  }
}

static int error_index(lua_State *L) {
  if (!is_error(L, 1)) return 0;
  tn_fill_texts(L, 1);
  lua_settop(L, 2);
  lua_rawget(L, 1);
  return 1;
}

static int next_field(lua_State *L) {
  lua_settop(L, 2);
  return lua_next(L, 1) ? 2 : 0;
}

static int error_pairs(lua_State *L) {
  tn_fill_texts(L, 1);
  lua_pushcfunction(L, next_field);
  lua_pushvalue(L, 1);
  return 2;
}

void tn_raise_left(lua_State *L) {
  tn_host *h = tn_of(L);
  if (h->out.count > 0) tn_values_clear(h, &h->out);
  if (!tn_hold_left(h)) tn_raise_memory(L);
  lua_createtable(L, 0, 0); /* a C function has room for twenty values more */
  lua_rawgeti(L, LUA_REGISTRYINDEX, h->errors);
  lua_setmetatable(L, -2);
  lua_error(L);
  abort();
}

/* tostring of an error: its message. */
static int describe(lua_State *L) {
  lua_settop(L, 1);
  if (lua_type(L, 1) == LUA_TTABLE) {
    tn_fill_texts(L, 1);
    lua_pushliteral(L, "message");
    lua_rawget(L, 1);
  }
  if (lua_type(L, -1) != LUA_TSTRING) lua_pushliteral(L, "error");
  return 1;
}

/* A frame of a user's chunk: a file or the console, not the standard library, which lives under "@tenon:". */
static bool is_user(const lua_Debug *ar) {
  return ar->currentline > 0 && strncmp(ar->source, "@tenon:", 7) != 0;
}

/* Cuts "chunk:line: " off the front of a message of Lua's own, if a frame says so. */
static const char *cut_place(lua_State *L, const char *message, lua_Debug *place, bool *found) {
  char prefix[LUA_IDSIZE + 24];
  lua_Debug ar;
  for (int level = 0; level < 32 && lua_getstack(L, level, &ar); level++) {
    lua_getinfo(L, "Sl", &ar);
    if (ar.currentline <= 0) continue;
    int length = snprintf(prefix, sizeof prefix, "%s:%d: ", ar.short_src, ar.currentline);
    if (strncmp(message, prefix, (size_t)length) == 0) {
      *found = is_user(&ar);
      *place = ar;
      return message + length;
    }
  }
  return message;
}

bool tn_is_depth(const char *message) {
  return strcmp(message, "stack overflow") == 0 || strcmp(message, "C stack overflow") == 0;
}

static int text_of(lua_State *L) {
  luaL_tolstring(L, 1, NULL);
  return 1;
}

/* Pushes the text of the error value at place 1. A __tostring of the script's that fails gives none. */
static void push_text_of_value(lua_State *L) {
  lua_pushcfunction(L, text_of);
  lua_pushvalue(L, 1);
  int status = lua_pcall(L, 1, 1, 0);
  if (status == LUA_OK) return;
  if (status == LUA_ERRMEM) tn_stop(tn_of(L), TN_MEMORY);
  lua_pop(L, 1);
  lua_pushfstring(L, "an error value (a %s) that has no text", luaL_typename(L, 1));
}

int tn_on_error(lua_State *L) {
  if (tn_must_stop(tn_of(L))) return 1;
  if (!lua_checkstack(L, 16)) return 1;
  lua_settop(L, 1);
  lua_Debug place = {0}, ar;
  bool found = false;
  if (!is_error(L, 1)) {
    const char *code = "script.error";
    new_error(L);
    if (lua_isstring(L, 1)) {
      const char *message = cut_place(L, lua_tostring(L, 1), &place, &found);
      set_text(L, "message", message, strlen(message));
      if (tn_is_depth(message)) {
        code = "script.depth";
        set_text(L, "remedy", TN_DEPTH_REMEDY, strlen(TN_DEPTH_REMEDY));
      }
    } else {
      push_text_of_value(L);
      lua_setfield(L, -2, "message");
      lua_pushvalue(L, 1);
      lua_setfield(L, -2, "value");
    }
    set_text(L, "code", code, strlen(code));
    lua_replace(L, 1);
  }
  lua_pushliteral(L, "traceback");
  if (lua_rawget(L, 1) != LUA_TNIL) {
    lua_settop(L, 1);
    return 1; /* raised again: the first place counts */
  }
  for (int level = 0; !found && level < 200 && lua_getstack(L, level, &ar); level++) {
    lua_getinfo(L, "Sl", &ar);
    if ((found = is_user(&ar))) place = ar;
  }
  if (found) {
    lua_pushstring(L, place.source);
    lua_setfield(L, 1, "chunk");
    lua_pushinteger(L, place.currentline);
    lua_setfield(L, 1, "line");
  }
  luaL_traceback(L, L, NULL, 1);
  lua_setfield(L, 1, "traceback");
  lua_settop(L, 1);
  return 1;
}

static const char *keep(tn_host *h, int slot, const char *text) {
  free(h->texts[slot]);
  h->texts[slot] = text ? strdup(text) : NULL;
  return h->texts[slot] ? h->texts[slot] : "";
}

int32_t tn_describe_stop(tn_host *h) {
  static const char *const codes[] = {"", "limit.deadline", "run.interrupted", "limit.memory"};
  static const char *const messages[] = {
      "", "the time limit was reached", "interrupted", "the memory limit was reached"};
  static const char *const remedies[] = {
      "", "raise it (in the command: --timeout SECONDS), or do the work in bulk", "",
      "raise it (in the command: --memory MB), or stream with :each() instead of collecting"};
  int reason = tn_stopped(h);
  h->error = (tn_error){.code = keep(h, 0, codes[reason]),
                        .message = keep(h, 1, messages[reason]),
                        .remedy = keep(h, 2, remedies[reason]),
                        .chunk = keep(h, 3, h->stop_line > 0 ? h->stop_chunk : NULL),
                        .line = h->stop_line > 0 ? h->stop_line : 0,
                        .traceback = keep(h, 4, NULL),
                        .held = -1};
  return LUA_ERRRUN;
}

/* Reads a text field with raw access only. */
static const char *text_field(lua_State *L, int index, const char *name) {
  lua_pushstring(L, name);
  lua_rawget(L, index);
  const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
  lua_pop(L, 1); /* stays alive in the table */
  return text;
}

/* A script may write into the fields of an error: a code is one only if it reads as one. */
static const char *code_of(const char *text) {
  if (!text || !*text || strlen(text) > 64) return "script.error";
  for (const char *p = text; *p; p++)
    if (!islower((unsigned char)*p) && !isdigit((unsigned char)*p) && *p != '.' && *p != '_') return "script.error";
  return text;
}

static int read_error(lua_State *L) {
  tn_host *h = lua_touserdata(L, 2);
  if (!is_error(L, 1)) {
    h->error.code = keep(h, 0, "script.error");
    h->error.message = keep(h, 1, lua_type(L, 1) == LUA_TSTRING ? lua_tostring(L, 1) : "error");
    return 0;
  }
  const char *message = text_field(L, 1, "message");
  h->error.code = keep(h, 0, code_of(text_field(L, 1, "code")));
  h->error.message = keep(h, 1, message ? message : "error");
  h->error.remedy = keep(h, 2, text_field(L, 1, "remedy"));
  h->error.chunk = keep(h, 3, text_field(L, 1, "chunk"));
  h->error.traceback = keep(h, 4, text_field(L, 1, "traceback"));
  lua_pushliteral(L, "line");
  lua_rawget(L, 1);
  h->error.line = (int32_t)lua_tointeger(L, -1);
  h->error.held = tn_held_by(h, lua_topointer(L, 1));
  return 0;
}

void tn_keep_error(tn_host *h, lua_State *L, int status) {
  if (status == LUA_ERRMEM) atomic_store(&h->stop, TN_MEMORY);
  if (tn_must_stop(h)) {
    lua_pop(L, 1);
    tn_describe_stop(h);
    return;
  }
  h->error = (tn_error){.code = "", .message = "", .remedy = "", .chunk = "", .traceback = "", .held = -1};
  lua_pushcfunction(L, read_error);
  lua_insert(L, -2);
  lua_pushlightuserdata(L, h);
  if (lua_pcall(L, 2, 0, 0) != LUA_OK) {
    lua_pop(L, 1);
    h->error.code = keep(h, 0, "limit.memory");
    h->error.message = keep(h, 1, "no memory to describe an error");
  }
}

const tn_error *tn_last_error(const tn_host *host) { return &host->error; }

void tn_open_errors(lua_State *L) {
  lua_createtable(L, 0, 4);
  lua_pushcfunction(L, describe);
  lua_setfield(L, -2, "__tostring");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushliteral(L, "error");
  lua_setfield(L, -2, "__name");
  lua_pushcfunction(L, error_index);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, error_pairs);
  lua_setfield(L, -2, "__pairs");
  tn_of(L)->errors = luaL_ref(L, LUA_REGISTRYINDEX);
  new_error(L);
  set_text(L, "code", "stopped", 7);
  set_text(L, "message", "stopped", 7);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &tn_key_stop);
}

/* Setters and getters for GNU readline's globals, which Swift 6 refuses to touch, and the editor's signal
 * handling, which must be free of races: signals are blocked except while rlx_wait waits.
 *
 * One editing session in a process, on one thread: readline has no other way. */
#ifndef TENON_READLINE_SHIM_H
#define TENON_READLINE_SHIM_H

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <termios.h>

#include <readline/history.h>
#include <readline/readline.h>

/* Readline reads LC_ALL, LC_CTYPE and LANG itself. In a locale that is not UTF-8 it takes the bytes of 张
 * for Meta keys, so the variable is set before rl_initialize. Numbers keep the C locale. */
static inline void rlx_force_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
  setenv("LC_ALL", "C.UTF-8", 1);
  if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) setlocale(LC_CTYPE, "en_US.UTF-8");
}

/* A terminal forgets what was typed when Ctrl-C comes, also the key that rlx_wait has just seen: readline would wait
 * for the next one, deaf to signals. So while a chunk is edited it forgets nothing; rlx_abandon_line does. */
static inline void rlx_prepare_terminal(int meta) {
  struct termios terminal;
  rl_prep_terminal(meta);
  if (tcgetattr(0, &terminal) != 0) return;
  terminal.c_lflag |= NOFLSH;
  tcsetattr(0, TCSANOW, &terminal);
}

/* What must be set before the user's inputrc is read, so that it can say otherwise. */
static inline void rlx_set_up(const char *name) {
  rl_readline_name = name;
  rl_prep_term_function = rlx_prepare_terminal;
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_variable_bind("show-all-if-ambiguous", "on");
  rl_variable_bind("completion-ignore-case", "on");
  rl_variable_bind("enable-bracketed-paste", "on");
}

static inline const char *rlx_line(void) { return rl_line_buffer ? rl_line_buffer : ""; }
static inline int rlx_point(void) { return rl_point; }
static inline void rlx_set_point(int point) {
  rl_point = point < 0 ? 0 : point > rl_end ? rl_end : point;
}
static inline void rlx_point_to_end(void) { rl_point = rl_end; }

static inline void rlx_set_word_breaks(const char *breaks) {
  rl_completer_word_break_characters = breaks;
  rl_basic_word_break_characters = breaks;
  /* Quotes are plain breaks to us: the candidates know whether they stand inside a string. */
  rl_completer_quote_characters = "";
}
static inline void rlx_set_completion(rl_completion_func_t *complete,
                                      rl_compdisp_func_t *display) {
  rl_attempted_completion_function = complete;
  rl_completion_display_matches_hook = display;
}
/* Our candidates are all there are, already sorted, and nothing is put after them. */
static inline void rlx_completion_is_ours(void) {
  rl_attempted_completion_over = 1;
  rl_completion_suppress_append = 1;
  rl_completion_suppress_quote = 1;
  rl_sort_completion_matches = 0;
}

static inline void rlx_clear_history(void) { rl_clear_history(); }
static inline void rlx_history_to_end(void) { using_history(); }

/* What arrived while rlx_wait waited, and what the signals did before the editor came. The caller owns it:
 * a header can hold no variable. */
struct rlx_signals {
  volatile sig_atomic_t interrupt, resize, suspend, end;
  sigset_t outside;
  struct sigaction former[6];
};

static inline int rlx_number(int index) {
  switch (index) {
    case 0: return SIGINT;
    case 1: return SIGWINCH;
    case 2: return SIGTSTP;
    case 3: return SIGTERM;
    case 4: return SIGHUP;
    default: return SIGQUIT;
  }
}

/* For the handler: async-signal-safe. */
static inline void rlx_note(struct rlx_signals *state, int number) {
  if (number == SIGINT) state->interrupt = 1;
  else if (number == SIGWINCH) state->resize = 1;
  else if (number == SIGTSTP) state->suspend = 1;
  else state->end = number;
}

/* Takes the signals over, blocked until rlx_wait. Undone by rlx_give_back. */
static inline void rlx_take_signals(struct rlx_signals *state, void (*handler)(int)) {
  struct sigaction action;
  sigset_t blocked;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  sigemptyset(&blocked);
  for (int i = 0; i < 6; i++) sigaddset(&blocked, rlx_number(i));
  sigprocmask(SIG_BLOCK, &blocked, &state->outside);
  state->interrupt = state->resize = state->suspend = state->end = 0;
  for (int i = 0; i < 6; i++) sigaction(rlx_number(i), &action, &state->former[i]);
}

static inline void rlx_give_back(struct rlx_signals *state) {
  for (int i = 0; i < 6; i++) sigaction(rlx_number(i), &state->former[i], NULL);
  sigprocmask(SIG_SETMASK, &state->outside, NULL);
}

/* Lets a signal do what it did before the editor came, then edits on (suspend) or is gone (the others). */
static inline void rlx_let_through(struct rlx_signals *state, int number, void (*handler)(int)) {
  sigset_t it;
  rl_deprep_terminal();
  rlx_give_back(state);
  /* Whoever started the process may have blocked it; it was sent to be heard all the same. */
  sigemptyset(&it);
  sigaddset(&it, number);
  sigprocmask(SIG_UNBLOCK, &it, NULL);
  raise(number);
  sigprocmask(SIG_SETMASK, &state->outside, NULL);
  rlx_take_signals(state, handler);
  rlx_prepare_terminal(1);
  rl_forced_update_display();
}

/* 1: input; 0: a signal; -1: the terminal is gone. */
static inline int rlx_wait(const struct rlx_signals *state, int descriptor) {
  fd_set set;
  sigset_t open = state->outside;
  for (int i = 0; i < 6; i++) sigdelset(&open, rlx_number(i));
  FD_ZERO(&set);
  FD_SET(descriptor, &set);
  if (pselect(descriptor + 1, &set, NULL, NULL, NULL, &open) >= 0) return 1;
  return errno == EINTR ? 0 : -1;
}

/* Drops all that was typed, a search and a half-typed key sequence included. */
static inline void rlx_abandon_line(void) {
  rl_point = rl_end;
  rl_redisplay();
  rl_callback_sigcleanup();
  rl_free_line_state();
  rl_replace_line("", 1);
  rl_callback_handler_remove();
  tcflush(0, TCIFLUSH);
  fputs("^C\n", rl_outstream ? rl_outstream : stdout);
  fflush(rl_outstream ? rl_outstream : stdout);
}

#endif

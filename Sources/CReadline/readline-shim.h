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

/* What must be set before the user's inputrc is read, so that it can say otherwise. */
static inline void rlx_set_up(const char *name) {
  rl_readline_name = name;
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
  rl_sort_completion_matches = 0;
}

static inline void rlx_clear_history(void) { rl_clear_history(); }
static inline void rlx_history_to_end(void) { using_history(); }

/* What arrived while rlx_wait waited. */
struct rlx_signals {
  volatile sig_atomic_t interrupt, resize, suspend, end;
  sigset_t outside;
  struct sigaction former[6];
};
static struct rlx_signals rlx_state;
static const int rlx_numbers[6] = {SIGINT, SIGWINCH, SIGTSTP, SIGTERM, SIGHUP, SIGQUIT};

static inline void rlx_note(int number) {
  if (number == SIGINT) rlx_state.interrupt = 1;
  else if (number == SIGWINCH) rlx_state.resize = 1;
  else if (number == SIGTSTP) rlx_state.suspend = 1;
  else rlx_state.end = number;
}

/* Takes the signals over, blocked until rlx_wait. Undone by rlx_give_back. */
static inline void rlx_take_signals(void) {
  struct sigaction action;
  sigset_t blocked;
  memset(&action, 0, sizeof action);
  action.sa_handler = rlx_note;
  sigemptyset(&action.sa_mask);
  sigemptyset(&blocked);
  for (int i = 0; i < 6; i++) sigaddset(&blocked, rlx_numbers[i]);
  sigprocmask(SIG_BLOCK, &blocked, &rlx_state.outside);
  rlx_state.interrupt = rlx_state.resize = rlx_state.suspend = rlx_state.end = 0;
  for (int i = 0; i < 6; i++) sigaction(rlx_numbers[i], &action, &rlx_state.former[i]);
}

static inline void rlx_give_back(void) {
  for (int i = 0; i < 6; i++) sigaction(rlx_numbers[i], &rlx_state.former[i], NULL);
  sigprocmask(SIG_SETMASK, &rlx_state.outside, NULL);
}

/* Lets a signal do what it did before the editor came, then edits on (suspend) or is gone (the others). */
static inline void rlx_let_through(int number) {
  rl_deprep_terminal();
  rlx_give_back();
  raise(number);
  rlx_take_signals();
  rl_prep_terminal(1);
  rl_forced_update_display();
}

/* 1: input; 0: a signal, see rlx_state; -1: the terminal is gone. */
static inline int rlx_wait(int descriptor) {
  fd_set set;
  sigset_t open = rlx_state.outside;
  for (int i = 0; i < 6; i++) sigdelset(&open, rlx_numbers[i]);
  FD_ZERO(&set);
  FD_SET(descriptor, &set);
  if (pselect(descriptor + 1, &set, NULL, NULL, NULL, &open) >= 0) return 1;
  return errno == EINTR ? 0 : -1;
}

static inline int rlx_take_interrupt(void) {
  int seen = rlx_state.interrupt;
  rlx_state.interrupt = 0;
  return seen;
}

/* Resize, suspend and end, when they came. */
static inline void rlx_serve_signals(void) {
  if (rlx_state.resize) {
    rlx_state.resize = 0;
    rl_resize_terminal();
  }
  if (rlx_state.suspend) {
    rlx_state.suspend = 0;
    rlx_let_through(SIGTSTP);
  }
  if (rlx_state.end) {
    int number = rlx_state.end;
    rlx_state.end = 0;
    rlx_let_through(number);
  }
}

/* Drops all that was typed, a search and a half-typed key sequence included. */
static inline void rlx_abandon_line(void) {
  rl_point = rl_end;
  rl_redisplay();
  rl_callback_sigcleanup();
  rl_free_line_state();
  rl_replace_line("", 1);
  rl_callback_handler_remove();
  fputs("^C\n", rl_outstream ? rl_outstream : stdout);
  fflush(rl_outstream ? rl_outstream : stdout);
}

#endif

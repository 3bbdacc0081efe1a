/* Stops: deadline, interrupt, memory. One sticky flag; the hook that enforces it is armed only when the flag is
 * set, on the coroutine that runs, and stays armed until tn_resume, so that no pcall can swallow it. */
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include "internal.h"

_Thread_local tn_host *tn_current;

/* The CPU time of the thread that runs the script; async-signal-safe. */
static void note_time(tn_host *h) {
  if (h->stop_time.tv_sec == 0 && h->stop_time.tv_nsec == 0) clock_gettime(CLOCK_THREAD_CPUTIME_ID, &h->stop_time);
}

static void hook(lua_State *L, lua_Debug *ar) {
  (void)ar;
  if (tn_must_stop(tn_of(L))) tn_raise_stop(L);
  lua_sethook(L, NULL, 0, 0);
}

void tn_arm(lua_State *L) {
  lua_sethook(L, hook, LUA_MASKCALL | LUA_MASKRET | LUA_MASKCOUNT, 1);
}

/* Arms the coroutine that it strikes: what runs while the error goes up (a __close, say) must not run on.
 * Pushes one value on a stack that always has a few slots to spare: in a hook, the frame is the user's own. */
void tn_raise_stop(lua_State *L) {
  tn_host *h = tn_of(L);
  tn_stopped(h);
  note_time(h);
  tn_arm(L);
  if (h->stop_line == 0 && !tn_where(h, h->stop_chunk, sizeof h->stop_chunk, &h->stop_line)) h->stop_line = -1;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tn_key_stop);
  lua_error(L);
  abort(); /* lua_error does not return */
}

void tn_raise_memory(lua_State *L) {
  tn_stop(tn_of(L), TN_MEMORY);
  tn_raise_stop(L);
}

void tn_raise_depth(lua_State *L) {
  tn_raise(L, "script.depth", TN_DEPTH_REMEDY, "calls between script and host are nested too deep");
}

/* The lowest address that a call may begin at, for the thread that asks; NULL where nobody knows. */
static const char *stack_floor(void) {
  static _Thread_local const char *floor, *top;
  const char *here = __builtin_frame_address(0);
  if (!top) {
    pthread_attr_t attributes;
    void *lowest = NULL;
    size_t size = 0;
    top = "";
    if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
      if (pthread_attr_getstack(&attributes, &lowest, &size) == 0 && size > 0) {
        top = (const char *)lowest + size;
        floor = (const char *)lowest + (TN_STACK_RESERVE < size / 2 ? TN_STACK_RESERVE : size / 2);
      }
      pthread_attr_destroy(&attributes);
    }
  }
  return here < top && here > floor ? floor : NULL; /* not on a stack of the program's own making */
}

/* Worker threads of a pool block every signal. */
static void hear_signals(void) {
  static _Thread_local bool hears;
  if (hears) return;
  sigset_t urgent;
  sigemptyset(&urgent);
  sigaddset(&urgent, SIGURG);
  hears = pthread_sigmask(SIG_UNBLOCK, &urgent, NULL) == 0;
}

static locale_t plain;
static pthread_once_t plain_once = PTHREAD_ONCE_INIT;

static void make_plain(void) { plain = newlocale(LC_ALL_MASK, "C", (locale_t)0); }

/* Numbers, classes of characters and the order of texts are those of the C locale, whatever the program has set. */
void tn_enter(tn_host *h) {
  if (atomic_fetch_add(&h->entries, 1) > 0) return;
  pthread_once(&plain_once, make_plain);
  if (plain) h->locale = uselocale(plain);
  hear_signals();
  h->owner = pthread_self();
  h->floor = stack_floor();
}

void tn_leave(tn_host *h) {
  if (atomic_fetch_sub(&h->entries, 1) == 1 && plain) uselocale(h->locale);
}

static struct sigaction before; /* whose SIGURG it was */

/* The watchdog, and whoever stops a host from another thread, only sets the flag and signals; the hook is armed by the
 * owner's own thread, inside this handler, as the Lua manual allows. */
static void on_signal(int number, siginfo_t *info, void *context) {
  tn_host *host = tn_current;
  int saved = errno;
  if (host && atomic_load(&host->stop) != TN_RUNNING) {
    note_time(host);
    lua_State *running = atomic_load(&host->running);
    if (running) tn_arm(running);
  } else if (before.sa_flags & SA_SIGINFO) {
    before.sa_sigaction(number, info, context);
  } else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
    before.sa_handler(number);
  }
  errno = saved;
}

/* Again at each entry that needs it: a program may have set its own since. */
static bool listen(void) {
  struct sigaction now, ours = {.sa_sigaction = on_signal, .sa_flags = SA_RESTART | SA_SIGINFO | SA_ONSTACK};
  if (sigaction(SIGURG, NULL, &now) != 0) return false;
  if ((now.sa_flags & SA_SIGINFO) && now.sa_sigaction == on_signal) return true;
  before = now;
  return sigaction(SIGURG, &ours, NULL) == 0;
}

void tn_stop(tn_host *host, int32_t reason) {
  atomic_store(&host->stop, reason);
  if (atomic_load(&host->entries) == 0) return;
  if (pthread_equal(pthread_self(), host->owner)) {
    lua_State *running = atomic_load(&host->running);
    note_time(host);
    if (running) tn_arm(running);
  } else if (listen()) {
    pthread_kill(host->owner, SIGURG);
  }
}

int32_t tn_stopped(tn_host *host) {
  int none = TN_RUNNING;
  host->holding = false; /* whoever asks raises no error, or had no memory for its table */
  if (host->refused.size > 0) atomic_compare_exchange_strong(&host->stop, &none, TN_MEMORY);
  return atomic_load_explicit(&host->stop, memory_order_relaxed);
}

/* A host function that runs a script in its turn lifts no stop of the script that called it. */
static bool is_within(tn_host *host) { return atomic_load(&host->entries) > 0; }

void tn_resume(tn_host *host) {
  if (is_within(host)) return;
  atomic_store(&host->stop, TN_RUNNING);
  host->refused.size = 0;
  host->stop_chunk[0] = 0;
  host->stop_line = 0;
  host->stop_time = (struct timespec){0, 0};
  lua_State *running = atomic_load(&host->running);
  if (running) lua_sethook(running, NULL, 0, 0);
  lua_sethook(host->main, NULL, 0, 0);
  tn_values_trim(host, &host->out);
  tn_values_trim(host, &host->arguments);
}

double tn_since_stop(const tn_host *host) {
  struct timespec now;
  if (host->stop_time.tv_sec == 0 && host->stop_time.tv_nsec == 0) return -1;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)(now.tv_sec - host->stop_time.tv_sec) + (double)(now.tv_nsec - host->stop_time.tv_nsec) / 1e9;
}

static void *watch(void *argument) {
  tn_host *host = argument;
  pthread_mutex_lock(&host->lock);
  int result = 0;
  while (!host->cancel && result != ETIMEDOUT)
    result = pthread_cond_timedwait(&host->wake, &host->lock, &host->due);
  bool late = !host->cancel;
  pthread_mutex_unlock(&host->lock);
  if (late) {
    int none = TN_RUNNING;
    atomic_compare_exchange_strong(&host->stop, &none, TN_DEADLINE);
    pthread_kill(host->owner, SIGURG);
  }
  return NULL;
}

static void disarm(tn_host *host) {
  if (!host->watching) return;
  pthread_mutex_lock(&host->lock);
  host->cancel = true;
  pthread_cond_signal(&host->wake);
  pthread_mutex_unlock(&host->lock);
  pthread_join(host->watchdog, NULL);
  host->watching = false;
  host->cancel = false;
}

bool tn_set_deadline(tn_host *host, double seconds) {
  if (is_within(host)) return true;
  disarm(host);
  if (!(seconds > 0)) return true;
  if (seconds > 1e9) seconds = 1e9;
  if (!listen()) return false;
  clock_gettime(CLOCK_MONOTONIC, &host->due);
  int64_t nanoseconds = host->due.tv_nsec + (int64_t)((seconds - (int64_t)seconds) * 1e9);
  host->due.tv_sec += (int64_t)seconds + nanoseconds / 1000000000;
  host->due.tv_nsec = nanoseconds % 1000000000;
  host->owner = pthread_self();
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  host->watching = pthread_create(&host->watchdog, NULL, watch, host) == 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  hear_signals();
  return host->watching;
}

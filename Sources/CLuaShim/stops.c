/* Stops: deadline, interrupt, memory. One sticky flag; the hook that enforces it is armed only when the flag is
 * set, on the coroutine that runs, and stays armed until tn_resume, so that no pcall can swallow it. */
#include <errno.h>
#include <signal.h>
#include <time.h>
#include "internal.h"

_Thread_local tn_host *tn_current;

void tn_hook(lua_State *L, lua_Debug *ar) {
  (void)ar;
  tn_host *h = tn_of(L);
  if (atomic_load(&h->stop) == TN_RUNNING) {
    lua_sethook(L, NULL, 0, 0);
    return;
  }
  if (h->stop_line == 0 && !tn_where(h, h->stop_chunk, sizeof h->stop_chunk, &h->stop_line)) h->stop_line = -1;
  tn_raise_stop(L);
}

void tn_arm(lua_State *L) {
  lua_sethook(L, tn_hook, LUA_MASKCALL | LUA_MASKRET | LUA_MASKCOUNT, 1);
}

void tn_stop(tn_host *host, int32_t reason) {
  atomic_store(&host->stop, reason);
  lua_State *running = atomic_load(&host->running);
  if (running) tn_arm(running);
}

int32_t tn_stopped(const tn_host *host) {
  return atomic_load_explicit(&((tn_host *)host)->stop, memory_order_relaxed);
}

void tn_resume(tn_host *host) {
  atomic_store(&host->stop, TN_RUNNING);
  host->stop_chunk[0] = 0;
  host->stop_line = 0;
  lua_State *running = atomic_load(&host->running);
  if (running) lua_sethook(running, NULL, 0, 0);
  lua_sethook(host->main, NULL, 0, 0);
}

/* The watchdog only sleeps and signals; the hook is armed by the owner's own thread, inside this handler,
 * as the Lua manual allows. */
static void on_signal(int number) {
  (void)number;
  tn_host *host = tn_current;
  int saved = errno;
  if (host && atomic_load(&host->stop) != TN_RUNNING) {
    lua_State *running = atomic_load(&host->running);
    if (running) tn_arm(running);
  }
  errno = saved;
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
  disarm(host);
  if (!(seconds > 0)) return true;
  if (seconds > 1e9) seconds = 1e9;
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigaction(SIGURG, &action, NULL);
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
  sigset_t urgent; /* worker threads of a pool block every signal */
  sigemptyset(&urgent);
  sigaddset(&urgent, SIGURG);
  pthread_sigmask(SIG_UNBLOCK, &urgent, NULL);
  return host->watching;
}

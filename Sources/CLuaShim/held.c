/* The host's errors that scripts hold: which table stands for which. An error of the host is an empty table with the
 * errors' metatable, found here by its address, and forgotten when the allocator is given the table back: throwing one
 * costs a table and nothing else.
 *
 *   the table's address ──▶ { table, the host's number of its error }     open addressing, linear probing */
#include <stdlib.h>
#include "internal.h"

#define FEWEST 64u /* places, a power of two */

static uint32_t place_of(const tn_host *h, const void *table) {
  return (uint32_t)(((uintptr_t)table >> 4) * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (h->held_size - 1);
}

static void put(tn_host *h, tn_held one) {
  uint32_t place = place_of(h, one.table);
  while (h->held[place].table) place = (place + 1) & (h->held_size - 1);
  h->held[place] = one;
}

/* At most half full. */
static bool make_place(tn_host *h) {
  if (h->held_count < h->held_size / 2) return true;
  tn_held *old = h->held;
  uint32_t count = h->held_size, size = count ? count * 2 : FEWEST;
  tn_held *grown = tn_grow(h, NULL, 0, size * sizeof *grown);
  if (!grown) return false;
  for (uint32_t i = 0; i < size; i++) grown[i] = (tn_held){NULL, -1};
  h->held = grown;
  h->held_size = size;
  for (uint32_t i = 0; i < count; i++)
    if (old[i].table) put(h, old[i]);
  h->used -= count * sizeof *old;
  free(old);
  return true;
}

bool tn_hold(tn_host *h, const void *table, int32_t error) {
  if (!make_place(h)) return false;
  put(h, (tn_held){table, error});
  h->held_count++;
  return true;
}

static uint32_t find(const tn_host *h, const void *table) {
  if (h->held_count == 0) return UINT32_MAX;
  uint32_t place = place_of(h, table);
  for (; h->held[place].table; place = (place + 1) & (h->held_size - 1))
    if (h->held[place].table == table) return place;
  return UINT32_MAX;
}

int32_t tn_held_by(const tn_host *h, const void *table) {
  uint32_t place = find(h, table);
  return place == UINT32_MAX ? -1 : h->held[place].error;
}

void tn_forget(tn_host *h, const void *table) {
  uint32_t place = find(h, table), mask = h->held_size - 1;
  if (place == UINT32_MAX) return;
  tn_release_error(h, h->held[place].error);
  h->held_count--;
  /* What was put behind it because its place was taken moves up. */
  for (uint32_t next = (place + 1) & mask; h->held[next].table; next = (next + 1) & mask) {
    uint32_t home = place_of(h, h->held[next].table);
    if (((next - home) & mask) < ((next - place) & mask)) continue;
    h->held[place] = h->held[next];
    place = next;
  }
  h->held[place] = (tn_held){NULL, -1};
}

void tn_trim_held(tn_host *h) {
  if (h->held_count > 0) return;
  free(h->held);
  h->used -= h->held_size * sizeof(tn_held);
  h->held = NULL;
  h->held_size = 0;
}

/* The host's errors that scripts hold: which table stands for which. An error of the host is an empty table with the
 * errors' metatable, whose own block lies in a slab of such blocks, the host's number of the error behind it: throwing
 * one costs a table and nothing else, and whether a table is one is told by its address.
 *
 *   slab │ table │ number │ table │ number │ …     each as large as all before it together */
#include <stdlib.h>
#include "internal.h"

#define FEWEST 64u /* tables in the first slab */

#if PLAIN_BLOCKS
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(block, size)
#define ASAN_UNPOISON_MEMORY_REGION(block, size)
#endif

static size_t slot_size(const tn_host *h) { return (h->table_size + sizeof(int32_t) + 15) / 16 * 16; }

static int32_t *number_of(const tn_host *h, void *slot) {
  return (int32_t *)((char *)slot + (h->table_size + 3) / 4 * 4);
}

static void put_free(tn_host *h, void *slot) {
  *(tn_block *)slot = (tn_block){h->free_slots};
  h->free_slots = slot;
  ASAN_POISON_MEMORY_REGION(slot, slot_size(h));
}

static bool make_slots(tn_host *h) {
  if (h->slab_count == sizeof h->slabs / sizeof *h->slabs) return false;
  size_t size = slot_size(h), bytes = (FEWEST << (h->slab_count > 0 ? h->slab_count - 1 : 0)) * size;
  char *slab = tn_grow(h, NULL, 0, bytes);
  if (!slab) return false;
  h->slabs[h->slab_count++] = (tn_slab){slab, bytes};
  for (size_t at = bytes; at > 0; at -= size) put_free(h, slab + at - size);
  return true;
}

bool tn_hold_left(tn_host *h) {
  if (h->left < 0 || (!h->free_slots && !make_slots(h))) return false;
  h->holding = true;
  return true;
}

void *tn_take_held(tn_host *h) {
  tn_block *slot = h->free_slots;
  ASAN_UNPOISON_MEMORY_REGION(slot, slot_size(h));
  h->free_slots = slot->next;
  *number_of(h, slot) = h->left;
  h->left = -1;
  h->holding = false;
  h->held_count++;
  return slot;
}

/* The largest slabs are the last. */
static bool is_slot(const tn_host *h, const void *table) {
  for (uint32_t i = h->slab_count; i-- > 0;)
    if ((uintptr_t)table - (uintptr_t)h->slabs[i].first < h->slabs[i].bytes) return true;
  return false;
}

int32_t tn_held_by(const tn_host *h, const void *table) {
  return is_slot(h, table) ? *number_of(h, (void *)table) : -1;
}

bool tn_give_held(tn_host *h, void *table) {
  if (!is_slot(h, table)) return false;
  tn_release_error(h, *number_of(h, table));
  h->held_count--;
  put_free(h, table);
  return true;
}

void tn_trim_held(tn_host *h) {
  if (h->held_count > 0) return;
  for (uint32_t i = 0; i < h->slab_count; i++) {
    ASAN_UNPOISON_MEMORY_REGION(h->slabs[i].first, h->slabs[i].bytes);
    h->used -= h->slabs[i].bytes;
    free(h->slabs[i].first);
  }
  h->slab_count = 0;
  h->free_slots = NULL;
}

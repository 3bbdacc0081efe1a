/* One cell of a block of rows, shared by the store (which fills it) and the Lua shim (which reads it),
 * so that a rule runs over a million records with no object and no copy a row.
 *
 * A block is row-major: cell (row r, slot s) of an entity with `width` fields is cells[r * width + s].
 * kind CELL_UNLOADED means "not read yet: ask the host to load this slot". */
#ifndef TENON_CROWS_H
#define TENON_CROWS_H
#include <stdint.h>

enum {
  CELL_UNLOADED = 0,
  CELL_NULL = 1,
  CELL_BOOL = 2,     /* bits: 0 or 1 */
  CELL_INTEGER = 3,  /* bits: the integer */
  CELL_NUMBER = 4,   /* bits: the double's bit pattern */
  CELL_TEXT = 5,     /* bits: address of `length` UTF-8 bytes, owned by the block */
  CELL_MONEY = 6,    /* bits: 1/10,000 yuan */
  CELL_DAY = 7,      /* bits: days since 1970-01-01 */
  CELL_INSTANT = 8,  /* bits: milliseconds since 1970-01-01T00:00Z */
  CELL_SPAN = 9,     /* bits: milliseconds */
};

typedef struct {
  int64_t bits;
  uint32_t length; /* bytes, for CELL_TEXT */
  uint32_t kind;
} row_cell;

#endif

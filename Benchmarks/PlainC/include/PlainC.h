/* The peer of the host's bench: an interpreter with the same things made by hand in C, without types, limits or
 * errors with codes. */
#ifndef TENON_PLAIN_C_H
#define TENON_PLAIN_C_H

typedef struct plain_c plain_c;

/* `object` (with a property `n` and a method `bump`), `new`, `same` and `fail`. NULL when there is no memory. */
plain_c *plain_c_open(void);
/* Compiles a chunk that gives a function; its number, or -1. */
int plain_c_function(plain_c *peer, const char *source);
/* Calls it; 0 when it went well. */
int plain_c_call(plain_c *peer, int function);
void plain_c_close(plain_c *peer);

#endif

// A few C functions that Swift cannot call or express safely: work between fork and exec, work in
// signal handlers, and what Swift's Glibc module leaves out.
#ifndef ATELIER_CPOSIX_H
#define ATELIER_CPOSIX_H

#include <stdint.h>

/// wcwidth(3) for one Unicode scalar: 0, 1 or 2 columns, -1 when it cannot be printed.
int atelier_wcwidth(uint32_t scalar);

#endif

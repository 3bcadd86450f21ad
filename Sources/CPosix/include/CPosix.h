// A few C functions that Swift cannot call or express safely: work between fork and exec, work in
// signal handlers, and what Swift's Glibc module leaves out.
#ifndef ATELIER_CPOSIX_H
#define ATELIER_CPOSIX_H

#include <stddef.h>
#include <stdint.h>

/// wcwidth(3) for one Unicode scalar: 0, 1 or 2 columns, -1 when it cannot be printed.
int atelier_wcwidth(uint32_t scalar);

// Terminal restore (terminal_restore.c).

/// Saves a terminal's modes and guards them: on SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT and
/// SIGFPE the sequence (at most 1024 bytes) is written to the terminal, the modes are put back, and
/// the signal is raised again with the action it had before. One terminal at a time.
///
/// A stack overflow is caught on the thread that called this, other faults on every thread.
/// SIGTERM, SIGHUP and SIGINT are not touched. Returns 0 or an errno value.
int atelier_terminal_claim(int descriptor, const char *sequence, size_t length);

/// Puts the modes and the signal actions back as `atelier_terminal_claim` found them; without a
/// claim it does nothing. Writes no sequence: that is the owner's work in an orderly end.
void atelier_terminal_release(void);

#endif

// Wide-character ncurses as Swift sees it. Macros that Swift cannot import become inline getters.
#ifndef ATELIER_CNCURSES_SHIM_H
#define ATELIER_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <locale.h>
#include <ncurses.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <wchar.h>

// term.h defines hundreds of short macro names; these are the functions of it that are used.
extern int setupterm(const char *term, int descriptor, int *error);
extern char *tigetstr(const char *capability);
extern int tigetnum(const char *capability);
extern int tigetflag(const char *capability);
extern char *tiparm(const char *format, ...);

static inline WINDOW *atelier_stdscr(void) { return stdscr; }

/// A string capability, or NULL where the terminal has none (tigetstr answers -1 for a name that
/// is no string capability).
static inline const char *atelier_capability(const char *name) {
  char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;
}

/// A capability with its one parameter set in, or NULL; valid until the next call.
static inline const char *atelier_with_parameter(const char *capability, int parameter) {
  return tiparm(capability, parameter);
}

/// A capability with its two parameters set in, or NULL; valid until the next call.
static inline const char *atelier_with_parameters(const char *capability, int first, int second) {
  return tiparm(capability, first, second);
}

#endif

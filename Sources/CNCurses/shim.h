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

static inline WINDOW *atelier_stdscr(void) { return stdscr; }
static inline int atelier_colors(void) { return COLORS; }
static inline int atelier_color_pairs(void) { return COLOR_PAIRS; }

static inline attr_t atelier_bold(void) { return A_BOLD; }
static inline attr_t atelier_dim(void) { return A_DIM; }
static inline attr_t atelier_italic(void) { return A_ITALIC; }
static inline attr_t atelier_underline(void) { return A_UNDERLINE; }
static inline attr_t atelier_blink(void) { return A_BLINK; }
static inline attr_t atelier_reverse(void) { return A_REVERSE; }
static inline attr_t atelier_invisible(void) { return A_INVIS; }

/// A string capability, or NULL where the terminal has none (tigetstr answers -1 for a name that
/// is no string capability).
static inline const char *atelier_capability(const char *name) {
  char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;
}

#endif

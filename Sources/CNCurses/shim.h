// Wide-character ncurses as Swift sees it. Macros that Swift cannot import become inline getters.
#ifndef ATELIER_CNCURSES_SHIM_H
#define ATELIER_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncurses.h>
#include <locale.h>

static inline WINDOW *atelier_stdscr(void) { return stdscr; }
static inline int atelier_colors(void) { return COLORS; }

#endif

// libvterm (0.1.4 or later): the parser and state layers of a terminal emulator.
#ifndef ATELIER_CVTERM_SHIM_H
#define ATELIER_CVTERM_SHIM_H

#include <vterm.h>

#endif

#define _GNU_SOURCE
#include "CPosix.h"

#include <wchar.h>

int atelier_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

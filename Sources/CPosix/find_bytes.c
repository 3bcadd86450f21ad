#define _GNU_SOURCE
#include "CPosix.h"

#include <string.h>

const void *atelier_find_bytes(const void *bytes, size_t count, const void *wanted, size_t length) {
  return memmem(bytes, count, wanted, length);
}

#define _GNU_SOURCE
#include "CPosix.h"

#include <pthread.h>
#include <sys/eventfd.h>

int atelier_event_descriptor(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void atelier_name_thread(const char *name) { pthread_setname_np(pthread_self(), name); }

#define _GNU_SOURCE
#include "CPosix.h"

#include <pthread.h>
#include <signal.h>
#include <sys/eventfd.h>

int atelier_event_descriptor(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void atelier_prepare_thread(const char *name) {
  pthread_setname_np(pthread_self(), name);
  // A pipe whose reader has died answers EPIPE then, and does not end the process.
  sigset_t pipe_signal;
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe_signal, NULL);
}

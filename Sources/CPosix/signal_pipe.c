#define _GNU_SOURCE
#include "CPosix.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

// A signal handler reaches nothing but static storage, so the pipe's end lives here.
static volatile sig_atomic_t write_end = -1;

static void note(int signal_number) {
  int saved_errno = errno;
  unsigned char byte = (unsigned char)signal_number;
  // A full pipe loses nothing that counts: as many signals wait to be heard already.
  ssize_t written = write(write_end, &byte, 1);
  (void)written;
  errno = saved_errno;
}

int atelier_signal_pipe(const int *signals, size_t count) {
  if (write_end >= 0) {
    errno = EBUSY;
    return -1;
  }
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  write_end = ends[1];
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (size_t index = 0; index < count; index += 1) sigaction(signals[index], &action, NULL);
  return ends[0];
}

#define _GNU_SOURCE
#include "CPosix.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// A signal handler reaches nothing but static storage, so the state lives here.
enum { reset_capacity = 1024, stack_size = 64 * 1024 };

static const int guarded[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
enum { guarded_count = sizeof guarded / sizeof guarded[0] };

static struct sigaction previous[guarded_count];
static char reset[reset_capacity];
static volatile sig_atomic_t reset_length;
static volatile sig_atomic_t claimed_descriptor = -1;
static volatile sig_atomic_t armed;
static struct termios saved_modes;
static char alternate_stack[stack_size];

static void write_reset(void) {
  int length = reset_length, written = 0;
  while (written < length) {
    ssize_t count = write(claimed_descriptor, reset + written, (size_t)(length - written));
    if (count > 0) {
      written += (int)count;
    } else if (count < 0 && errno == EINTR) {
      continue;
    } else {
      return;
    }
  }
}

static void crashed(int signal_number) {
  int saved_errno = errno;
  if (armed) {
    armed = 0;
    write_reset();
    tcsetattr(claimed_descriptor, TCSANOW, &saved_modes);
  }
  // The action found at claim time comes back: the default one, or Swift's backtrace, which then
  // prints on a restored terminal. The signal is blocked here and arrives when this returns, with
  // the context of the fault.
  for (int index = 0; index < guarded_count; index += 1) {
    if (guarded[index] == signal_number) sigaction(signal_number, &previous[index], NULL);
  }
  errno = saved_errno;
  raise(signal_number);
}

int atelier_terminal_claim(int descriptor, const char *sequence, size_t length) {
  if (armed) return EBUSY;
  if (length > reset_capacity) return E2BIG;
  if (tcgetattr(descriptor, &saved_modes) != 0) return errno;
  memcpy(reset, sequence, length);
  reset_length = (sig_atomic_t)length;
  claimed_descriptor = descriptor;

  stack_t stack = {.ss_sp = alternate_stack, .ss_size = stack_size, .ss_flags = 0};
  stack_t present;
  // A stack that is there already (Swift's backtracing sets one) serves as well.
  if (sigaltstack(NULL, &present) == 0 && (present.ss_flags & SS_DISABLE)) {
    if (sigaltstack(&stack, NULL) != 0) return errno;
  }

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = crashed;
  action.sa_flags = SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  // tcsetattr from a background process group must not stop the process before it has died.
  sigaddset(&action.sa_mask, SIGTTOU);
  for (int index = 0; index < guarded_count; index += 1) {
    if (sigaction(guarded[index], &action, &previous[index]) != 0) return errno;
  }
  armed = 1;
  return 0;
}

void atelier_terminal_release(void) {
  if (!armed) return;
  armed = 0;
  for (int index = 0; index < guarded_count; index += 1) {
    sigaction(guarded[index], &previous[index], NULL);
  }
  tcsetattr(claimed_descriptor, TCSADRAIN, &saved_modes);
  claimed_descriptor = -1;
}

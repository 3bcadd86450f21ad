// The guard of one captured command: it ends the command when the one who asked for it is gone.
//
// Arguments: EXECUTABLE __guard PARENT PROGRAM [ARGUMENT...]; PARENT is the asker's process number.
// The program has the guard's own descriptors, folder and environment, and the guard ends as the
// program does, when nothing the program has started is left.
#define _GNU_SOURCE
#include "supervisor.h"

#include "CPosix.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LOOK_PAUSE = 500, END_GRACE_ROUNDS = 50, END_ROUND_MICROSECONDS = 10000 };

static void end_descendants(void) {
  if (waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD) return;
  supervisor_signal_descendants(SIGTERM);
  supervisor_signal_descendants(SIGCONT);
  for (int round = 0; round < END_GRACE_ROUNDS; round++) {
    while (waitpid(-1, NULL, WNOHANG) > 0) {}
    if (waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD) return;
    usleep(END_ROUND_MICROSECONDS);
  }
  for (int round = 0; round < END_GRACE_ROUNDS; round++) {
    supervisor_signal_descendants(SIGSTOP);
    supervisor_signal_descendants(SIGKILL);
    usleep(END_ROUND_MICROSECONDS);
    while (waitpid(-1, NULL, WNOHANG) > 0) {}
    if (waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD) return;
  }
}

static void end_as(int status) {
  if (WIFSIGNALED(status)) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    supervisor_reset_signals();
    raise(WTERMSIG(status));
  }
  _exit(WEXITSTATUS(status));
}

static void pass_on(int signals, pid_t child) {
  struct signalfd_siginfo heard;
  while (read(signals, &heard, sizeof heard) == (ssize_t)sizeof heard) {
    if (heard.ssi_signo == SIGTERM || heard.ssi_signo == SIGINT || heard.ssi_signo == SIGHUP) {
      kill(child, (int)heard.ssi_signo);
    }
  }
}

int atelier_guard(int argc, char **argv) {
  if (argc < 4) _exit(2);
  pid_t parent = atoi(argv[2]);
  int signals = supervisor_block_signals();
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  int parent_descriptor = (int)syscall(SYS_pidfd_open, parent, 0);
  pid_t child = getppid() == parent ? fork() : -1;
  if (child == 0) {
    supervisor_reset_signals();
    execvp(argv[3], argv + 3);
    _exit(127);
  }
  if (child < 0) _exit(126);
  for (;;) {
    struct pollfd sources[] = {{.fd = signals, .events = POLLIN},
                               {.fd = parent_descriptor, .events = POLLIN}};
    // Without a descriptor for the parent (Linux before 5.3) it is looked for.
    poll(sources, 2, parent_descriptor < 0 ? LOOK_PAUSE : -1);
    if (getppid() != parent || (parent_descriptor >= 0 && sources[1].revents != 0)) {
      end_descendants();
      _exit(125);
    }
    pass_on(signals, child);
    int status;
    for (pid_t ended; (ended = waitpid(-1, &status, WNOHANG)) > 0;) {
      if (ended != child) continue;
      end_descendants();
      end_as(status);
    }
  }
}

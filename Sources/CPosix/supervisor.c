// The supervisor of one run.
//
// Arguments: EXECUTABLE __supervise REPLICA FOLDER PROGRAM [ARGUMENT...]
// Descriptors: 0 commands, 1 reports, 3 the run's environment.
//
// Commands, one a line:
//   signal NUMBER GROUP   to a process group; GROUP 0 is the program's own
//   pause                 SIGSTOP to every descendant
//   resume                SIGCONT to every descendant
//   stop GRACE GROUP      SIGINT to the group, after GRACE milliseconds SIGTERM and after as many
//                         again SIGKILL to every descendant
// The end of the command pipe means that the console is gone, however it went: everything is
// terminated, and killed a second later.
//
// Reports, one a line:
//   failed STAGE ERRNO | started PID | exited CODE NANOSECONDS | signaled NUMBER NANOSECONDS
//   killed-for-memory 1   before `signaled`, when the kernel is known to have done it
//   usage MICROSECONDS KIBIBYTES   when no descendant is left; KIBIBYTES, the largest process's
//                         peak, is 0 when not known
//   memory KIBIBYTES      the most seen of the whole tree; 0 when it was never looked at
//
// As a subreaper the supervisor becomes the parent of every orphan below it, so that the kernel's
// answer "no child" means that nothing of the run is left.
#define _GNU_SOURCE
#include "supervisor.h"

#include "CPosix.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ORPHAN_GRACE = 1000, FIRST_KILL_PAUSE = 5, LONGEST_KILL_PAUSE = 500 };

// The order matters: a run only ever moves forward.
enum phase { RUNNING, INTERRUPTED, TERMINATED, KILLED };

struct supervisor {
  pid_t child;
  bool has_exited;
  bool console_is_gone;
  bool is_paused;
  enum phase phase;
  long long grace;
  long long deadline;
  long long pause;
  long long started;
  long own_peak;
  struct tree_memory memory;
  char command[256];
  size_t command_length;
};

static long long nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_BOOTTIME, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static long long milliseconds(void) { return nanoseconds() / 1000000; }

static void report(const char *format, long long first, long long second) {
  char line[128];
  int length = snprintf(line, sizeof line, format, first, second);
  // The console may be gone; there is nobody to tell then.
  ssize_t ignored = write(1, line, (size_t)length);
  (void)ignored;
}

static void enter(struct supervisor *run, enum phase phase, long long grace) {
  if (phase < run->phase || (phase == run->phase && milliseconds() + grace >= run->deadline)) {
    return;
  }
  run->phase = phase;
  run->deadline = milliseconds() + grace;
  if (phase == TERMINATED) {
    supervisor_signal_descendants(SIGHUP);
    supervisor_signal_descendants(SIGTERM);
    supervisor_signal_descendants(SIGCONT);
  }
}

// Freezing before killing keeps a program that forks as fast as it is killed from winning.
static void kill_everything(struct supervisor *run) {
  supervisor_signal_descendants(SIGSTOP);
  supervisor_signal_descendants(SIGKILL);
  run->deadline = milliseconds() + run->pause;
  if (run->pause < LONGEST_KILL_PAUSE) run->pause *= 2;
}

static void escalate(struct supervisor *run) {
  if (run->phase == RUNNING || milliseconds() < run->deadline) return;
  if (run->phase == INTERRUPTED) {
    enter(run, TERMINATED, run->grace);
  } else {
    run->phase = KILLED;
    kill_everything(run);
  }
}

static pid_t group_of(const struct supervisor *run, int group) {
  return group > 1 ? (pid_t)group : run->child;
}

static void obey(struct supervisor *run, const char *command) {
  int number, group;
  if (sscanf(command, "signal %d %d", &number, &group) == 2) {
    if (!run->has_exited || group > 1) kill(-group_of(run, group), number);
  } else if (strcmp(command, "pause") == 0) {
    run->is_paused = true;
    supervisor_pause_descendants();
  } else if (strcmp(command, "resume") == 0) {
    run->is_paused = false;
    supervisor_signal_descendants(SIGCONT);
  } else if (sscanf(command, "stop %d %d", &number, &group) == 2) {
    run->grace = number;
    if (run->phase == RUNNING && !run->has_exited) {
      kill(-group_of(run, group), SIGINT);
      kill(-group_of(run, group), SIGCONT);
    }
    // What stands still cannot end politely.
    if (run->is_paused) supervisor_signal_descendants(SIGCONT);
    run->is_paused = false;
    enter(run, INTERRUPTED, run->grace);
  }
}

static void read_commands(struct supervisor *run) {
  char bytes[256];
  ssize_t count = read(0, bytes, sizeof bytes);
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
  if (count <= 0) {
    run->console_is_gone = true;
    enter(run, TERMINATED, ORPHAN_GRACE);
    return;
  }
  for (ssize_t index = 0; index < count; index++) {
    if (bytes[index] == '\n') {
      run->command[run->command_length] = 0;
      run->command_length = 0;
      obey(run, run->command);
    } else if (run->command_length + 1 < sizeof run->command) {
      run->command[run->command_length++] = bytes[index];
    }
  }
}

static void note_exit(struct supervisor *run, int status) {
  long long elapsed = nanoseconds() - run->started;
  run->has_exited = true;
  // Tools that start another pass its signal on as 128 and its number.
  bool is_killed = WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL
                                       : WEXITSTATUS(status) == 128 + SIGKILL;
  if (is_killed && run->phase != KILLED && supervisor_was_out_of_memory(&run->memory)) {
    report("killed-for-memory %lld\n", 1, 0);
  }
  if (WIFSIGNALED(status)) {
    report("signaled %lld %lld\n", WTERMSIG(status), elapsed);
  } else {
    report("exited %lld %lld\n", WEXITSTATUS(status), elapsed);
  }
}

// Returns false when no child is left.
static bool reap(struct supervisor *run) {
  for (;;) {
    int status;
    pid_t ended = waitpid(-1, &status, WNOHANG);
    if (ended < 0 && errno == EINTR) continue;
    if (ended < 0) return false;
    if (ended == 0) return true;
    if (ended == run->child) note_exit(run, status);
  }
}

// A child's peak starts at its parent's size at fork(2): below that it says nothing of the child.
static void report_usage(const struct supervisor *run) {
  struct rusage usage;
  getrusage(RUSAGE_CHILDREN, &usage);
  long long time = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000LL +
                   usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
  report("usage %lld %lld\n", time, usage.ru_maxrss > run->own_peak ? usage.ru_maxrss : 0);
  report("memory %lld\n", run->memory.peak, 0);
}

static void supervise(struct supervisor *run, int signals) {
  while (reap(run)) {
    if (run->has_exited) enter(run, TERMINATED, ORPHAN_GRACE);
    long long look = supervisor_watch_memory(&run->memory, milliseconds());
    long long next = run->phase == RUNNING || look < run->deadline ? look : run->deadline;
    long long wait = next - milliseconds();
    struct pollfd sources[] = {{.fd = run->console_is_gone ? -1 : 0, .events = POLLIN},
                               {.fd = signals, .events = POLLIN}};
    int timeout = wait < 0 ? 0 : wait > 60000 ? 60000 : (int)wait;
    poll(sources, 2, timeout);
    struct signalfd_siginfo ignored;
    if (sources[1].revents != 0 && read(signals, &ignored, sizeof ignored) < 0) continue;
    if (sources[0].revents != 0) read_commands(run);
    escalate(run);
  }
}

int supervisor_block_signals(void) {
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, NULL);
  signal(SIGPIPE, SIG_IGN);
  return signalfd(-1, &all, SFD_CLOEXEC | SFD_NONBLOCK);
}

int atelier_supervise(int argc, char **argv) {
  static const char *const stages[] = {"session", "terminal", "folder", "program"};
  if (argc < 5) {
    static const char text[] = "atelier: __supervise is for atelier's own use.\n";
    ssize_t ignored = write(2, text, sizeof text - 1);
    (void)ignored;
    _exit(2);
  }
  int signals = supervisor_block_signals();
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  struct launch launch = {.replica = argv[2], .folder = argv[3], .arguments = argv + 4};
  launch.environment = supervisor_read_environment(3);
  close(3);
  struct rusage own;
  struct launch_failure failure = {.stage = LAUNCH_SESSION, .error = EBADF};
  struct supervisor run = {.pause = FIRST_KILL_PAUSE, .started = nanoseconds()};
  run.child = launch.environment == NULL ? -1 : supervisor_launch(&launch, &failure);
  if (run.child < 0) {
    char line[64];
    int length = snprintf(line, sizeof line, "failed %s %d\n", stages[failure.stage],
                          failure.error);
    ssize_t ignored = write(1, line, (size_t)length);
    (void)ignored;
    _exit(0);
  }
  getrusage(RUSAGE_SELF, &own);
  run.own_peak = own.ru_maxrss;
  report("started %lld\n", run.child, 0);
  supervise(&run, signals);
  report_usage(&run);
  _exit(0);
}

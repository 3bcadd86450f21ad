#define _GNU_SOURCE
#include "supervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

void supervisor_reset_signals(void) {
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static void fail(int pipe, enum launch_stage stage) {
  struct launch_failure failure = {.stage = stage, .error = errno};
  ssize_t ignored = write(pipe, &failure, sizeof failure);
  (void)ignored;
  _exit(127);
}

static void become_child(const struct launch *launch, int pipe) {
  if (setsid() < 0) fail(pipe, LAUNCH_SESSION);
  int terminal = open(launch->replica, O_RDWR | O_CLOEXEC);
  if (terminal < 0 || ioctl(terminal, TIOCSCTTY, 0) != 0) fail(pipe, LAUNCH_TERMINAL);
  for (int descriptor = 0; descriptor < 3; descriptor++) {
    if (dup2(terminal, descriptor) < 0) fail(pipe, LAUNCH_TERMINAL);
  }
  if (chdir(launch->folder) != 0) fail(pipe, LAUNCH_FOLDER);
  supervisor_reset_signals();
  environ = launch->environment;
  execvp(launch->arguments[0], launch->arguments);
  fail(pipe, LAUNCH_PROGRAM);
}

pid_t supervisor_launch(const struct launch *launch, struct launch_failure *failure) {
  int report[2];
  failure->stage = LAUNCH_SESSION;
  if (pipe2(report, O_CLOEXEC) != 0) {
    failure->error = errno;
    return -1;
  }
  pid_t child = fork();
  if (child == 0) {
    // The terminal takes descriptors 0 to 2, so the report's pipe must stand above them.
    int pipe = fcntl(report[1], F_DUPFD_CLOEXEC, 10);
    become_child(launch, pipe);
  }
  failure->error = errno;
  close(report[1]);
  ssize_t count = 0;
  if (child > 0) {
    do {
      count = read(report[0], failure, sizeof *failure);
    } while (count < 0 && errno == EINTR);
  }
  close(report[0]);
  if (child > 0 && count > 0) {
    waitpid(child, NULL, 0);
    return -1;
  }
  return child;
}

char **supervisor_read_environment(int descriptor) {
  off_t length = lseek(descriptor, 0, SEEK_END);
  if (length < 0) return NULL;
  lseek(descriptor, 0, SEEK_SET);
  char *bytes = malloc((size_t)length + 1);
  size_t strings = 0;
  off_t filled = 0;
  while (bytes != NULL && filled < length) {
    ssize_t count = read(descriptor, bytes + filled, (size_t)(length - filled));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return NULL;
    filled += count;
  }
  for (off_t place = 0; place < length; place++) strings += bytes[place] == 0;
  char **vector = calloc(strings + 1, sizeof *vector);
  if (bytes == NULL || vector == NULL) return NULL;
  char *next = bytes;
  for (size_t index = 0; index < strings; index++) {
    vector[index] = next;
    while (*next != 0) next++;
    next++;
  }
  return vector;
}

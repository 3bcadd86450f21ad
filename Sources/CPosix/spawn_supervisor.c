#define _GNU_SOURCE
#include "CPosix.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

extern char **environ;

int atelier_memory_file(const void *bytes, size_t length) {
  int descriptor = memfd_create("atelier-environment", MFD_CLOEXEC);
  if (descriptor < 0) return -1;
  const char *next = bytes;
  while (length > 0) {
    ssize_t count = write(descriptor, next, length);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      close(descriptor);
      return -1;
    }
    next += count;
    length -= (size_t)count;
  }
  lseek(descriptor, 0, SEEK_SET);
  return descriptor;
}

// Descriptors 0 to 3 are the targets of dup2 in the supervisor: none may also be a source.
static int raise_descriptors(const int low[2], int ends[2]) {
  ends[0] = fcntl(low[0], F_DUPFD_CLOEXEC, 10);
  int error = ends[0] < 0 ? errno : 0;
  ends[1] = fcntl(low[1], F_DUPFD_CLOEXEC, 10);
  if (ends[1] < 0) error = errno;
  close(low[0]);
  close(low[1]);
  if (error != 0) {
    if (ends[0] >= 0) close(ends[0]);
    if (ends[1] >= 0) close(ends[1]);
  }
  return error;
}

static int open_high_pipe(int ends[2]) {
  int low[2];
  if (pipe2(low, O_CLOEXEC) != 0) return errno;
  return raise_descriptors(low, ends);
}

// A socket can be written to without SIGPIPE when the supervisor is gone; a pipe cannot.
static int open_high_socket(int ends[2]) {
  int low[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, low) != 0) return errno;
  return raise_descriptors(low, ends);
}

static int spawn(pid_t *pid, const char *executable, char *const arguments[], int control,
                 int status, int environment) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, control, 0);
  posix_spawn_file_actions_adddup2(&actions, status, 1);
  posix_spawn_file_actions_adddup2(&actions, environment, 3);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, 4);
  int error = posix_spawn(pid, executable, &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

int atelier_spawn_supervisor(const char *executable, char *const arguments[], int environment,
                             struct atelier_supervisor *result) {
  int control[2], status[2];
  int high_environment = fcntl(environment, F_DUPFD_CLOEXEC, 10);
  if (high_environment < 0) return errno;
  int error = open_high_socket(control);
  if (error != 0) {
    close(high_environment);
    return error;
  }
  error = open_high_pipe(status);
  if (error == 0) {
    error = spawn(&result->pid, executable, arguments, control[0], status[1], high_environment);
    close(status[1]);
    if (error != 0) close(status[0]);
  }
  close(control[0]);
  close(high_environment);
  if (error != 0) {
    close(control[1]);
    return error;
  }
  fcntl(control[1], F_SETFL, O_NONBLOCK);
  fcntl(status[0], F_SETFL, O_NONBLOCK);
  result->control = control[1];
  result->status = status[0];
  return 0;
}

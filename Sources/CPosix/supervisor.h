// The parts of the supervisor; not for callers outside this target.
#ifndef ATELIER_SUPERVISOR_H
#define ATELIER_SUPERVISOR_H

#include <stdbool.h>
#include <sys/types.h>

/// Where starting the child went wrong; written to the status pipe by name.
enum launch_stage { LAUNCH_SESSION, LAUNCH_TERMINAL, LAUNCH_FOLDER, LAUNCH_PROGRAM };

struct launch {
  const char *replica;
  const char *folder;
  char **arguments;
  char **environment;
};

struct launch_failure {
  enum launch_stage stage;
  int error;
};

/// Forks and executes the child on its own terminal and waits until it runs or has failed.
/// Returns its process number, or -1 with the failure filled in.
pid_t supervisor_launch(const struct launch *launch, struct launch_failure *failure);

/// Sends a signal to every live descendant of this process, however it has detached itself.
/// Returns how many it found.
int supervisor_signal_descendants(int signal);

/// Reads a whole descriptor of zero-ended strings into a vector ended by NULL.
char **supervisor_read_environment(int descriptor);

#endif

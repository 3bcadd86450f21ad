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
void supervisor_signal_descendants(int signal);

/// Stops every live descendant (SIGSTOP), also those that are forked meanwhile.
void supervisor_pause_descendants(void);

/// The memory of a whole tree of processes, found by looking at it again and again.
struct tree_memory {
  /// The most that was seen, in KiB; 0 before the first look.
  long long peak;
  /// The largest sum of resident sets, shared pages counted more than once.
  long long largest_sum;
  /// When the peak was last measured anew.
  long long measured;
  /// When to look next, and how long to wait after that, in milliseconds.
  long long next;
  long long pause;
  /// What counts the kernel's kills for want of memory in the program's control group; empty when
  /// there is no such count.
  char kills_file[512];
  /// How often it had killed there: now, and some seconds ago; -1 when not known.
  long long kills;
  long long earlier_kills;
  long long kills_read;
};

/// Looks at the memory of every descendant when it is time to; returns when to look next.
/// Times are in milliseconds of any clock that does not jump.
long long supervisor_watch_memory(struct tree_memory *memory, long long now);

/// Whether the kernel's out-of-memory killer has struck in the last seconds in the program's control
/// group; false where that cannot be known.
bool supervisor_was_out_of_memory(const struct tree_memory *memory);

/// Blocks every signal but for the descriptor that is returned, which tells of them.
int supervisor_block_signals(void);

/// Gives every signal its default action, and blocks none.
void supervisor_reset_signals(void);

/// Reads a whole descriptor of zero-ended strings into a vector ended by NULL.
char **supervisor_read_environment(int descriptor);

#endif

// A few C functions that Swift cannot call or express safely: work between fork and exec, work in
// signal handlers, and what Swift's Glibc module leaves out.
#ifndef ATELIER_CPOSIX_H
#define ATELIER_CPOSIX_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// wcwidth(3) for one Unicode scalar: 0, 1 or 2 columns, -1 when it cannot be printed.
int atelier_wcwidth(uint32_t scalar);

/// The first place of some bytes in others (memmem(3)), or NULL when they are not there.
const void *atelier_find_bytes(const void *bytes, size_t count, const void *wanted, size_t length);

/// The first argument with which the executable becomes the supervisor of one run.
#define ATELIER_SUPERVISE_ARGUMENT "__supervise"

/// Supervises one run and never returns: see supervisor.c for its arguments and its protocol.
int atelier_supervise(int argc, char **argv);

/// The first argument with which the executable becomes the guard of one captured command.
#define ATELIER_GUARD_ARGUMENT "__guard"

/// Runs a command that ends with whoever asked for it, and never returns: see guard.c.
int atelier_guard(int argc, char **argv);

/// What atelier_spawn_supervisor gives back; every descriptor is non-blocking and close-on-exec.
struct atelier_supervisor {
  pid_t pid;
  /// Commands are written here; closing it ends the run and everything it has started.
  int control;
  /// Reports are read here, one a line.
  int status;
};

/// Starts the supervisor in a session of its own, with no descriptor of this process but its two
/// pipes and `environment`, which holds the run's variables, each ended by a zero byte.
/// Returns 0 or an error number.
int atelier_spawn_supervisor(const char *executable, char *const arguments[], int environment,
                             struct atelier_supervisor *result);

/// A descriptor of an unnamed file in memory with these bytes, or -1 with errno set.
int atelier_memory_file(const void *bytes, size_t length);

/// Opens a pseudo-terminal of this size. The primary side is non-blocking and close-on-exec.
/// Returns 0 or an error number; the replica's path is ended by a zero byte.
int atelier_open_pseudo_terminal(int columns, int rows, int *primary, char *replica_path,
                                 size_t capacity);

/// Tells the terminal its size, which sends SIGWINCH to its foreground group. 0 or an error number.
int atelier_resize_terminal(int descriptor, int columns, int rows);

/// The terminal's foreground process group, or 0 when there is none.
pid_t atelier_foreground_group(int descriptor);

/// What a program in the foreground of a terminal waits for.
enum atelier_terminal_wait {
  ATELIER_WAITS_FOR_NOTHING,
  /// It reads a line from the terminal.
  ATELIER_WAITS_FOR_LINE,
  /// It has asked for single keys, and waits for one or for something else besides.
  ATELIER_WAITS_FOR_SOMETHING
};

/// Looks at the processes in the foreground of a pseudo-terminal, given by its primary side.
enum atelier_terminal_wait atelier_foreground_wait(int primary);

/// From now on each of these signals writes its number as one byte into a pipe, and does nothing
/// else. Once in a process. Returns the non-blocking end to read, or -1 with errno set.
int atelier_signal_pipe(const int *signals, size_t count);

// Terminal restore (terminal_restore.c).

/// Saves a terminal's modes and guards them: on SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT and
/// SIGFPE the sequence (at most 1024 bytes) is written to the terminal, the modes are put back, and
/// the signal is raised again with the action it had before. One terminal at a time.
///
/// A stack overflow is caught on the thread that called this, other faults on every thread.
/// SIGTERM, SIGHUP and SIGINT are not touched. Returns 0 or an errno value.
int atelier_terminal_claim(int descriptor, const char *sequence, size_t length);

/// Puts the modes and the signal actions back as `atelier_terminal_claim` found them; without a
/// claim it does nothing. Writes no sequence: that is the owner's work in an orderly end.
void atelier_terminal_release(void);

/// A descriptor that a thread's poll(2) is woken with (eventfd), or -1 with errno set.
int atelier_event_descriptor(void);

/// Names the calling thread, at most 15 bytes, for `top -H` and debuggers, and keeps SIGPIPE from it.
void atelier_prepare_thread(const char *name);

#endif

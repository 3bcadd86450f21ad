// Whether the program in the foreground of a terminal waits for its keyboard.
//
// What the kernel says is asked for, so that a program that is only silent is never taken for one
// that waits: /proc/N/syscall tells the system call a process is blocked in and its descriptor
// (proc(5); it may be read by whoever may trace the process), and where that is not allowed,
// /proc/N/wchan tells the kernel's function.
#define _GNU_SOURCE
#include "CPosix.h"

#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

static bool read_file(const char *process, const char *name, char *text, size_t capacity) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%.20s/%s", process, name);
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  ssize_t count = read(descriptor, text, capacity - 1);
  close(descriptor);
  text[count > 0 ? count : 0] = 0;
  return count > 0;
}

static bool is_in_group(const char *process, pid_t group) {
  char text[512];
  int found = 0;
  if (!read_file(process, "stat", text, sizeof text)) return false;
  const char *end = strrchr(text, ')');
  return end != NULL && sscanf(end + 1, " S %*d %d", &found) == 1 && found == group;
}

static bool is_terminal(const char *process, unsigned long long number, const char *replica) {
  char path[64], target[128];
  snprintf(path, sizeof path, "/proc/%.20s/fd/%llu", process, number);
  ssize_t count = readlink(path, target, sizeof target - 1);
  if (count <= 0) return false;
  target[count] = 0;
  return strcmp(target, replica) == 0 || strcmp(target, "/dev/tty") == 0;
}

static bool is_wait_for_many(long number) {
  switch (number) {
#ifdef SYS_poll
    case SYS_poll:
#endif
#ifdef SYS_select
    case SYS_select:
#endif
#ifdef SYS_epoll_wait
    case SYS_epoll_wait:
#endif
    case SYS_ppoll:
    case SYS_pselect6:
    case SYS_epoll_pwait: return true;
    default: return false;
  }
}

static enum atelier_terminal_wait wait_of(const char *process, const char *replica) {
  char text[256];
  if (read_file(process, "syscall", text, sizeof text)) {
    long number = -1;
    unsigned long long descriptor = 0;
    if (sscanf(text, "%ld %llx", &number, &descriptor) != 2) return ATELIER_WAITS_FOR_NOTHING;
    if (number == SYS_read && is_terminal(process, descriptor, replica)) {
      return ATELIER_WAITS_FOR_LINE;
    }
    return is_wait_for_many(number) ? ATELIER_WAITS_FOR_SOMETHING : ATELIER_WAITS_FOR_NOTHING;
  }
  if (read_file(process, "wchan", text, sizeof text) && strcmp(text, "n_tty_read") == 0) {
    return ATELIER_WAITS_FOR_LINE;
  }
  return ATELIER_WAITS_FOR_NOTHING;
}

enum atelier_terminal_wait atelier_foreground_wait(int primary) {
  struct termios settings;
  char replica[128];
  pid_t group = atelier_foreground_group(primary);
  if (group <= 0) return ATELIER_WAITS_FOR_NOTHING;
  if (ptsname_r(primary, replica, sizeof replica) != 0) return ATELIER_WAITS_FOR_NOTHING;
  enum atelier_terminal_wait found = ATELIER_WAITS_FOR_NOTHING;
  DIR *folder = opendir("/proc");
  if (folder == NULL) return found;
  struct dirent *entry;
  while (found == ATELIER_WAITS_FOR_NOTHING && (entry = readdir(folder)) != NULL) {
    if (!isdigit((unsigned char)entry->d_name[0]) || !is_in_group(entry->d_name, group)) continue;
    enum atelier_terminal_wait wait = wait_of(entry->d_name, replica);
    if (wait == ATELIER_WAITS_FOR_NOTHING) continue;
    // Asked only now: a program changes the mode before it reads, and may be doing so.
    if (tcgetattr(primary, &settings) != 0) break;
    bool takes_lines = (settings.c_lflag & ICANON) != 0;
    if (!takes_lines) found = ATELIER_WAITS_FOR_SOMETHING;
    if (takes_lines && wait == ATELIER_WAITS_FOR_LINE) found = ATELIER_WAITS_FOR_LINE;
  }
  closedir(folder);
  return found;
}

// The memory of a run's whole tree of processes.
//
// The kernel keeps a peak for each process but none for a tree outside a control group, so the tree
// is looked at: 20 times a second at first, then four times, and less often where a look is
// expensive, so that looking takes at most 1/200 of one processor. One process counts with its
// resident set; several with their proportional sets (PSS), in which a page that n of them share
// counts as 1/n in each, because forked workers share most of theirs. As reading PSS walks a
// process's pages, it is read only when the resident sets together are larger than ever before, or
// two seconds later. A peak shorter than the pause between two looks can be missed.
#define _GNU_SOURCE
#include "supervisor.h"

#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { FIRST_PAUSE = 50, USUAL_PAUSE = 250, COST_FACTOR = 200, MOST_PROCESSES = 4096 };
enum { LONG_PAUSE = 2000 };

static ssize_t read_text(const char *path, char *text, size_t capacity) {
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return -1;
  ssize_t count = read(descriptor, text, capacity - 1);
  close(descriptor);
  text[count > 0 ? count : 0] = 0;
  return count;
}

// Appends the children of one process from /proc/N/task/*/children (proc(5)).
static size_t append_children(pid_t process, pid_t *list, size_t count) {
  char path[96], text[8192];
  snprintf(path, sizeof path, "/proc/%d/task", process);
  DIR *threads = opendir(path);
  if (threads == NULL) return count;
  for (struct dirent *entry; (entry = readdir(threads)) != NULL;) {
    if (!isdigit((unsigned char)entry->d_name[0])) continue;
    snprintf(path, sizeof path, "/proc/%d/task/%.20s/children", process, entry->d_name);
    if (read_text(path, text, sizeof text) <= 0) continue;
    for (char *rest = text, *word; (word = strtok_r(rest, " ", &rest)) != NULL;) {
      if (count < MOST_PROCESSES && atoi(word) > 0) list[count++] = atoi(word);
    }
  }
  closedir(threads);
  return count;
}

// Resident and, of those, shareable KiB from /proc/N/statm; false when the process has gone.
static bool read_resident(pid_t process, long long *resident, long long *shared) {
  char path[64], text[256];
  snprintf(path, sizeof path, "/proc/%d/statm", process);
  if (read_text(path, text, sizeof text) <= 0) return false;
  if (sscanf(text, "%*d %lld %lld", resident, shared) != 2) return false;
  long long page = sysconf(_SC_PAGESIZE) / 1024;
  *resident *= page;
  *shared *= page;
  return true;
}

// Proportional KiB from /proc/N/smaps_rollup; where it may not be read, what cannot be shared.
static long long read_proportional(pid_t process) {
  char path[64], text[1024];
  long long resident = 0, shared = 0, proportional = 0;
  snprintf(path, sizeof path, "/proc/%d/smaps_rollup", process);
  if (read_text(path, text, sizeof text) > 0) {
    const char *line = strstr(text, "\nPss:");
    if (line != NULL && sscanf(line, " Pss: %lld", &proportional) == 1) return proportional;
  }
  return read_resident(process, &resident, &shared) ? resident - shared : 0;
}

static void follow_group(struct tree_memory *memory, pid_t process);

static void look(struct tree_memory *memory, long long now) {
  static pid_t list[MOST_PROCESSES];
  size_t count = append_children(getpid(), list, 0);
  for (size_t index = 0; index < count; index++) count = append_children(list[index], list, count);
  if (count > 0) follow_group(memory, list[0]);
  long long sum = 0, used = 0;
  for (size_t index = 0; index < count; index++) {
    long long resident = 0, shared = 0;
    if (read_resident(list[index], &resident, &shared)) sum += resident;
  }
  // The proportional sets together are never more than the resident sets. They can grow while those
  // do not, when forked workers write to what they shared: so every two seconds they are read, too.
  bool is_new = sum > memory->largest_sum + memory->largest_sum / 64;
  if (sum <= memory->peak || (!is_new && now - memory->measured < LONG_PAUSE)) return;
  memory->measured = now;
  if (is_new) memory->largest_sum = sum;
  if (count == 1) {
    used = sum;
  } else {
    for (size_t index = 0; index < count; index++) used += read_proportional(list[index]);
  }
  if (used > memory->peak) memory->peak = used;
}

// The count of kills of a process's control group: memory.events in the second hierarchy,
// memory.oom_control in the first. The machine's own count in /proc/vmstat would not do: it grows
// when anybody's process is killed.
static bool find_kills_file(pid_t process, char *file, size_t capacity) {
  char path[64];
  static char text[8192];
  snprintf(path, sizeof path, "/proc/%d/cgroup", process);
  if (read_text(path, text, sizeof text) <= 0) return false;
  for (char *rest = text, *line; (line = strtok_r(rest, "\n", &rest)) != NULL;) {
    char *names = strchr(line, ':');
    char *group = names == NULL ? NULL : strchr(names + 1, ':');
    if (group == NULL) continue;
    *group++ = 0;
    const char *root = NULL, *count = NULL;
    if (strcmp(names + 1, "memory") == 0) {
      root = "/sys/fs/cgroup/memory";
      count = "memory.oom_control";
    } else if (names[1] == 0) {
      root = "/sys/fs/cgroup";
      count = "memory.events";
    } else {
      continue;
    }
    int length = snprintf(file, capacity, "%s%s/%s", root, strcmp(group, "/") == 0 ? "" : group, count);
    if (length > 0 && (size_t)length < capacity && access(file, R_OK) == 0) return true;
  }
  file[0] = 0;
  return false;
}

// -1 when the kernel does not count there.
static long long read_kills(const char *file) {
  char text[1024];
  if (file[0] == 0 || read_text(file, text, sizeof text) <= 0) return -1;
  const char *line = strncmp(text, "oom_kill ", 9) == 0 ? text : strstr(text, "\noom_kill ");
  return line == NULL ? -1 : atoll(strchr(line, ' ') + 1);
}

// A program may enter a group of its own: the count is that of where its first process is now.
static void follow_group(struct tree_memory *memory, pid_t process) {
  char file[sizeof memory->kills_file];
  if (!find_kills_file(process, file, sizeof file) || strcmp(file, memory->kills_file) == 0) return;
  strcpy(memory->kills_file, file);
  memory->kills = memory->earlier_kills = read_kills(file);
}

static long long processor_microseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

long long supervisor_watch_memory(struct tree_memory *memory, long long now) {
  if (memory->pause == 0) {
    memory->pause = FIRST_PAUSE;
    memory->next = now + FIRST_PAUSE;
    memory->kills_read = now;
    memory->kills = memory->earlier_kills = -1;
  }
  if (now < memory->next) return memory->next;
  long long before = processor_microseconds();
  look(memory, now);
  if (now - memory->kills_read >= LONG_PAUSE) {
    memory->kills_read = now;
    memory->earlier_kills = memory->kills;
    memory->kills = read_kills(memory->kills_file);
  }
  long long cost = processor_microseconds() - before;
  if (memory->pause < USUAL_PAUSE) memory->pause += FIRST_PAUSE;
  long long cheap = cost * COST_FACTOR / 1000;
  memory->next = now + (cheap > memory->pause ? cheap : memory->pause);
  return memory->next;
}

bool supervisor_was_out_of_memory(const struct tree_memory *memory) {
  return memory->earlier_kills >= 0 && read_kills(memory->kills_file) > memory->earlier_kills;
}

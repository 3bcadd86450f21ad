#define _GNU_SOURCE
#include "supervisor.h"

#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct process {
  pid_t number;
  pid_t parent;
  bool is_descendant;
};

// Reads the parent from /proc/N/stat (proc(5)); a zombie counts as gone. The name, in
// parentheses, may itself hold spaces and parentheses, so what follows its last one is read.
static bool read_process(const char *name, struct process *process) {
  char path[64], text[512], state;
  snprintf(path, sizeof path, "/proc/%s/stat", name);
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  ssize_t count = read(descriptor, text, sizeof text - 1);
  close(descriptor);
  if (count <= 0) return false;
  text[count] = 0;
  const char *end = strrchr(text, ')');
  int parent = 0;
  if (end == NULL || sscanf(end + 1, " %c %d", &state, &parent) != 2) return false;
  *process = (struct process){.number = atoi(name), .parent = parent};
  return state != 'Z' && state != 'X';
}

static struct process *list_processes(size_t *count) {
  size_t capacity = 256;
  struct process *list = malloc(capacity * sizeof *list);
  DIR *folder = opendir("/proc");
  *count = 0;
  if (list == NULL || folder == NULL) {
    if (folder != NULL) closedir(folder);
    return list;
  }
  for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
    if (!isdigit((unsigned char)entry->d_name[0])) continue;
    if (*count == capacity) {
      struct process *grown = realloc(list, 2 * capacity * sizeof *list);
      if (grown == NULL) break;
      list = grown;
      capacity *= 2;
    }
    if (read_process(entry->d_name, &list[*count])) (*count)++;
  }
  closedir(folder);
  return list;
}

static bool is_descendant(const struct process *process, const struct process *list, size_t count) {
  if (process->parent == getpid()) return true;
  for (size_t index = 0; index < count; index++) {
    if (list[index].number == process->parent) return list[index].is_descendant;
  }
  return false;
}

int supervisor_signal_descendants(int signal) {
  size_t count;
  struct process *list = list_processes(&count);
  int found = 0;
  if (list == NULL) return 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (size_t index = 0; index < count; index++) {
      if (list[index].is_descendant || !is_descendant(&list[index], list, count)) continue;
      list[index].is_descendant = changed = true;
      kill(list[index].number, signal);
      found++;
    }
  }
  free(list);
  return found;
}

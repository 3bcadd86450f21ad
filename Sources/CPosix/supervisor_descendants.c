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
  char state;
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
  *process = (struct process){.number = atoi(name), .parent = parent, .state = state};
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

// Calls back for every live descendant, however it has detached itself.
static void visit_descendants(void (*visit)(const struct process *, int *), int *context) {
  size_t count;
  struct process *list = list_processes(&count);
  if (list == NULL) return;
  for (bool changed = true; changed;) {
    changed = false;
    for (size_t index = 0; index < count; index++) {
      if (list[index].is_descendant || !is_descendant(&list[index], list, count)) continue;
      list[index].is_descendant = changed = true;
      visit(&list[index], context);
    }
  }
  free(list);
}

static void send_signal(const struct process *process, int *signal) {
  kill(process->number, *signal);
}

void supervisor_signal_descendants(int signal) { visit_descendants(send_signal, &signal); }

static void stop_process(const struct process *process, int *running) {
  if (process->state == 'T' || process->state == 't') return;
  kill(process->number, SIGSTOP);
  (*running)++;
}

// A process may fork between being listed and being stopped, so it is looked again until all stand.
void supervisor_pause_descendants(void) {
  for (int round = 0; round < 20; round++) {
    int running = 0;
    visit_descendants(stop_process, &running);
    if (running == 0) return;
    usleep(1000);
  }
}

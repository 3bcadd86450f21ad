// Processes: the script's lines, the lists in all layouts of their records, utilisation samples.
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fake_nvml.h"

static struct process *next_process(struct part *part) {
  // Room doubles whenever it is full, so that ten thousand lines are no burden.
  size_t count = part->process_count;
  bool full = (count & (count - 1)) == 0;
  if (full) {
    struct process *grown = realloc(part->processes, (count == 0 ? 1 : count * 2) * sizeof *grown);
    if (grown == NULL) return NULL;
    part->processes = grown;
  }
  part->process_count++;
  struct process *process = &part->processes[count];
  *process = (struct process){.until_ms = never};
  process->gpu_instance = process->compute_instance = no_instance;
  return process;
}

static unsigned read_kinds(const char *word) {
  unsigned kinds = 0;
  if (strstr(word, "compute") != NULL) kinds |= kind_compute;
  if (strstr(word, "graphics") != NULL) kinds |= kind_graphics;
  if (strstr(word, "mps") != NULL) kinds |= kind_mps;
  return kinds;
}

/// `PID BYTES|none [KIND] [name=…] [sm=…] …`; words are told apart by spaces.
void read_process(struct part *part, char *text, uint32_t gpu_instance, uint32_t compute) {
  static const char *const utilizations[] = {"sm=", "mem=", "enc=", "dec="};
  struct process *process = next_process(part);
  if (process == NULL) return;
  process->gpu_instance = gpu_instance;
  process->compute_instance = compute;
  process->kinds = kind_compute;
  char *rest = NULL, *word = strtok_r(text, " ", &rest);
  for (int place = 0; word != NULL; place++, word = strtok_r(NULL, " ", &rest)) {
    char *value = strchr(word, '=');
    if (place == 0) {
      process->pid = (uint32_t)strtoul(word, NULL, 10);
    } else if (place == 1) {
      process->memory = strcmp(word, "none") == 0 ? UINT64_MAX : strtoull(word, NULL, 10);
    } else if (value == NULL) {
      process->kinds = read_kinds(word);
    } else if (strncmp(word, "name=", 5) == 0) {
      snprintf(process->name, sizeof process->name, "%s", value + 1);
    } else if (strncmp(word, "from_ms=", 8) == 0) {
      process->from_ms = atoll(value + 1);
    } else if (strncmp(word, "until_ms=", 9) == 0) {
      process->until_ms = atoll(value + 1);
    } else if (strncmp(word, "age_ms=", 7) == 0) {
      process->age_ms = atoll(value + 1);
    } else if (strncmp(word, "gi=", 3) == 0) {
      process->gpu_instance = (uint32_t)strtoul(value + 1, NULL, 10);
    } else if (strncmp(word, "ci=", 3) == 0) {
      process->compute_instance = (uint32_t)strtoul(value + 1, NULL, 10);
    } else if (strcmp(word, "garbage=1") == 0) {
      process->kinds = 0;
    }
    for (int index = 0; index < 4 && value != NULL; index++) {
      if (strncmp(word, utilizations[index], strlen(utilizations[index])) != 0) continue;
      process->utilization[index] = read_value(value + 1);
      process->sampled = true;
    }
  }
}

/// `COUNT FIRST_PID BYTES`
void read_processes(struct part *part, const char *text) {
  unsigned long long memory = 0;
  unsigned count = 0, first = 1;
  sscanf(text, "%u %u %llu", &count, &first, &memory);
  for (unsigned index = 0; index < count && index < maximum_processes; index++) {
    struct process *process = next_process(part);
    if (process == NULL) return;
    process->pid = first + index;
    process->memory = memory;
    process->kinds = kind_compute;
  }
}

bool is_running(const struct process *process, int64_t now_ms) {
  return now_ms >= process->from_ms && now_ms < process->until_ms;
}

static const char *name_in(const struct part *part, uint32_t pid) {
  for (size_t index = 0; index < part->process_count; index++) {
    const struct process *process = &part->processes[index];
    if (process->pid == pid && process->name[0] != 0) return process->name;
  }
  return NULL;
}

const char *process_name(uint32_t pid) {
  for (unsigned slot = 0; slot < machine.device_count; slot++) {
    const struct device *device = &machine.devices[slot];
    const char *name = name_in(&device->part, pid);
    for (unsigned index = 0; index < device->instance_count && name == NULL; index++) {
      name = name_in(&device->instances[index].part, pid);
    }
    if (name != NULL) return name;
  }
  return NULL;
}

// The longest record; shorter generations are its first 24 and 16 bytes.
struct record {
  uint32_t pid;
  uint64_t memory;
  uint32_t gpu_instance, compute_instance;
  uint64_t protected_memory;
};
_Static_assert(sizeof(struct record) == 32, "nvmlProcessDetail_v1_t");
_Static_assert(offsetof(struct record, gpu_instance) == 16, "nvmlProcessInfo_t.gpuInstanceId");
_Static_assert(offsetof(struct record, protected_memory) == 24, "usedGpuCcProtectedMemory");

struct list {
  unsigned kinds;
  uint32_t size;      // bytes of a record
  uint32_t room;      // records the caller has room for
  char *records;
  uint32_t found;
};

static void append(struct list *list, const struct process *process) {
  struct record record = {.pid = process->pid, .memory = process->memory};
  record.gpu_instance = process->gpu_instance;
  record.compute_instance = process->compute_instance;
  if (list->found < list->room && list->records != NULL) {
    memcpy(list->records + (size_t)list->found * list->size, &record, list->size);
  }
  list->found++;
}

static void collect(struct list *list, const struct part *part, int64_t now_ms) {
  for (size_t index = 0; index < part->process_count; index++) {
    const struct process *process = &part->processes[index];
    if ((process->kinds & list->kinds) != 0 && is_running(process, now_ms)) append(list, process);
  }
}

/// A GPU lists its instances' processes too, an instance only its own.
static void collect_all(struct list *list, const struct call *call) {
  collect(list, call->part, call->now_ms);
  for (unsigned index = 0; call->instance == NULL && index < call->device->instance_count;
       index++) {
    collect(list, &call->device->instances[index].part, call->now_ms);
  }
}

static int give_list(const char *function, void *handle, unsigned kinds, uint32_t size,
                     uint32_t *count, void *records) {
  if (count == NULL || (records == NULL && *count > 0)) return answer_invalid_argument;
  struct call call;
  int code = enter(&call, function, handle);
  if (code != 0) return leave(code);
  struct list list = {.kinds = kinds, .room = *count, .records = records};
  list.size = size != 0 ? size : machine.record;
  collect_all(&list, &call);
  for (unsigned index = 0; index < call.part->grown; index++) {
    append(&list, &(struct process){.pid = 1 + index});
  }
  *count = list.found;
  if (list.found <= list.room) return leave(0);
  if (call.part->grown < figure_or(&call, key_growing, 0)) call.part->grown++;
  return leave(answer_insufficient_size);
}

#define PROCESS_LISTS(name, kind)                                              \
  int nvmlDeviceGet##name(void *handle, uint32_t *count, void *records) {      \
    return give_list(__func__, handle, kind, 16, count, records);              \
  }                                                                            \
  int nvmlDeviceGet##name##_v2(void *handle, uint32_t *count, void *records) { \
    return give_list(__func__, handle, kind, 24, count, records);              \
  }                                                                            \
  int nvmlDeviceGet##name##_v3(void *handle, uint32_t *count, void *records) { \
    return give_list(__func__, handle, kind, 0, count, records);               \
  }

PROCESS_LISTS(ComputeRunningProcesses, kind_compute)
PROCESS_LISTS(GraphicsRunningProcesses, kind_graphics)
PROCESS_LISTS(MPSComputeRunningProcesses, kind_mps)

struct detail_list {
  uint32_t version, mode, count;
  struct record *records;
};
_Static_assert(sizeof(struct detail_list) == 24, "nvmlProcessDetailList_v1_t");

int nvmlDeviceGetRunningProcessDetailList(void *handle, struct detail_list *details) {
  static const unsigned kinds[] = {kind_compute, kind_graphics, kind_mps, 7};
  struct call call;
  int code = enter(&call, __func__, handle);
  if (code == 0 && !version_fits(details->version, sizeof *details, 1)) {
    code = answer_version_mismatch;
  }
  if (code == 0 && details->mode > 3) code = answer_invalid_argument;
  if (code != 0) return leave(code);
  struct list list = {.kinds = kinds[details->mode], .room = details->count};
  list.size = sizeof(struct record);
  list.records = (char *)details->records;
  collect_all(&list, &call);
  details->count = list.found;
  return leave(list.found > list.room ? answer_insufficient_size : 0);
}

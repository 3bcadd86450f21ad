// What single processes make of a GPU: utilisation samples, the garbage ones among them.
#include <assert.h>

#include "fake_nvml.h"

struct use {
  uint32_t pid;
  uint64_t time_us;
  uint32_t percent[4];  // SM, memory, encoder, decoder
};
_Static_assert(sizeof(struct use) == 32, "nvmlProcessUtilizationSample_t");
_Static_assert(offsetof(struct use, percent) == 16, "nvmlProcessUtilizationSample_t.smUtil");

/// The use a process made, `age_ms` ago; false when it is not newer than a time stamp.
static bool use_of(
    const struct call *call, const struct process *process, uint64_t last_us, struct use *use) {
  int64_t then = call->now_ms - process->age_ms;
  if (!process->sampled || !is_running(process, call->now_ms)) return false;
  *use = (struct use){.pid = process->pid, .time_us = stamp_us(then)};
  for (unsigned index = 0; index < 4; index++) {
    unsigned salt = call->part->salt ^ process->pid << 2 ^ index;
    use->percent[index] = (uint32_t)value_at(&process->utilization[index], salt, then);
  }
  return use->time_us > last_us;
}

static int begin(struct call *call, const char *function, void *handle) {
  int code = enter(call, function, handle);
  bool cut = code == 0 && (call->instance != NULL || figure_or(call, key_mig, 0) == 1);
  return cut ? answer_not_supported : code;
}

/// How many samples there are, or the answer when there is no room for them.
static int room_for(const struct call *call, uint64_t last_us, bool has_room, uint32_t *count) {
  uint32_t found = 0;
  struct use use;
  for (size_t index = 0; index < call->part->process_count; index++) {
    found += use_of(call, &call->part->processes[index], last_us, &use);
  }
  uint32_t room = has_room ? *count : 0;
  *count = found;
  if (found == 0) return answer_not_found;
  return found > room ? answer_insufficient_size : 0;
}

int nvmlDeviceGetProcessUtilization(
    void *handle, struct use *uses, uint32_t *count, uint64_t last_us) {
  struct call call;
  int code = begin(&call, __func__, handle);
  if (code == 0) code = room_for(&call, last_us, uses != NULL, count);
  if (code != 0) return leave(code);
  for (size_t index = 0; index < call.part->process_count; index++) {
    struct use use;
    if (use_of(&call, &call.part->processes[index], last_us, &use)) *uses++ = use;
  }
  return leave(0);
}

struct newer_use {
  uint64_t time_us;
  uint32_t pid;
  uint32_t percent[6];  // SM, memory, encoder, decoder, JPEG, optical flow
};
_Static_assert(sizeof(struct newer_use) == 40, "nvmlProcessUtilizationInfo_v1_t");

struct newer_uses {
  uint32_t version, count;
  uint64_t last_us;
  struct newer_use *uses;
};
_Static_assert(sizeof(struct newer_uses) == 24, "nvmlProcessesUtilizationInfo_v1_t");

int nvmlDeviceGetProcessesUtilizationInfo(void *handle, struct newer_uses *info) {
  struct call call;
  int code = begin(&call, __func__, handle);
  if (code == 0 && !version_fits(info->version, sizeof *info, 1)) code = answer_version_mismatch;
  if (code == 0) code = room_for(&call, info->last_us, info->uses != NULL, &info->count);
  if (code != 0) return leave(code);
  struct newer_use *next = info->uses;
  for (size_t index = 0; index < call.part->process_count; index++) {
    struct use use;
    if (!use_of(&call, &call.part->processes[index], info->last_us, &use)) continue;
    *next = (struct newer_use){.time_us = use.time_us, .pid = use.pid};
    for (unsigned kind = 0; kind < 4; kind++) next->percent[kind] = use.percent[kind];
    next++;
  }
  return leave(0);
}

// What a device is, and its plain figures.
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "fake_nvml.h"

static int give_words(
    const char *function, void *handle, enum key key, size_t place, char *buffer, uint32_t length) {
  struct call call;
  int code = enter(&call, function, handle);
  if (code == 0) code = call.part->figures[key].code;
  if (code == 0) code = give_text((const char *)call.part + place, buffer, length);
  return leave(code);
}

int nvmlDeviceGetName(void *handle, char *buffer, uint32_t length) {
  return give_words(__func__, handle, key_name, offsetof(struct part, name), buffer, length);
}

int nvmlDeviceGetUUID(void *handle, char *buffer, uint32_t length) {
  return give_words(__func__, handle, key_uuid, offsetof(struct part, uuid), buffer, length);
}

int nvmlDeviceGetSerial(void *handle, char *buffer, uint32_t length) {
  return give_words(__func__, handle, key_serial, offsetof(struct part, serial), buffer, length);
}

int nvmlDeviceGetMinorNumber(void *handle, uint32_t *minor) {
  return give_u32(__func__, handle, key_minor, minor);
}

struct pci_info {
  char legacy[16];
  uint32_t domain, bus_number, device, device_id, subsystem_id;
  char bus[32];
};
_Static_assert(sizeof(struct pci_info) == 68, "nvmlPciInfo_t");
_Static_assert(offsetof(struct pci_info, bus) == 36, "nvmlPciInfo_t.busId");

int nvmlDeviceGetPciInfo_v3(void *handle, struct pci_info *info) {
  struct call call;
  int code = enter(&call, __func__, handle);
  if (code == 0) code = call.part->figures[key_bus].code;
  if (code != 0) return leave(code);
  memset(info, 0, sizeof *info);
  const char *bus = call.part->bus;
  sscanf(bus, "%x:%x:%x", &info->domain, &info->bus_number, &info->device);
  snprintf(info->bus, sizeof info->bus, "%.31s", bus);
  if (strlen(bus) > 4) snprintf(info->legacy, sizeof info->legacy, "%.15s", bus + 4);
  return leave(0);
}

int nvmlDeviceGetCudaComputeCapability(void *handle, int *major, int *minor) {
  uint32_t value;
  int code = give_u32(__func__, handle, key_capability, &value);
  if (code != 0) return code;
  *major = (int)(value / 100);
  *minor = (int)(value / 10 % 10);
  return 0;
}

struct utilization {
  uint32_t gpu, memory;
};
_Static_assert(sizeof(struct utilization) == 8, "nvmlUtilization_t");

int nvmlDeviceGetUtilizationRates(void *handle, struct utilization *rates) {
  struct call call;
  uint64_t gpu;
  int code = enter(&call, __func__, handle);
  if (code == 0) code = figure(&call, key_gpu, &gpu);
  if (code != 0) return leave(code);
  *rates = (struct utilization){(uint32_t)gpu, (uint32_t)figure_or(&call, key_memory, 0)};
  return leave(0);
}

static int give_engine(
    const char *function, void *handle, enum key key, uint32_t *percent, uint32_t *period_us) {
  int code = give_u32(function, handle, key, percent);
  if (code == 0) *period_us = 167000;
  return code;
}

int nvmlDeviceGetEncoderUtilization(void *handle, uint32_t *percent, uint32_t *period_us) {
  return give_engine(__func__, handle, key_encoder, percent, period_us);
}

int nvmlDeviceGetDecoderUtilization(void *handle, uint32_t *percent, uint32_t *period_us) {
  return give_engine(__func__, handle, key_decoder, percent, period_us);
}

int nvmlDeviceGetJpgUtilization(void *handle, uint32_t *percent, uint32_t *period_us) {
  return give_engine(__func__, handle, key_jpeg, percent, period_us);
}

int nvmlDeviceGetOfaUtilization(void *handle, uint32_t *percent, uint32_t *period_us) {
  return give_engine(__func__, handle, key_ofa, percent, period_us);
}

struct memory_v1 {
  uint64_t total, free, used;
};
_Static_assert(sizeof(struct memory_v1) == 24, "nvmlMemory_t");

struct memory_v2 {
  uint32_t version;
  uint64_t total, reserved, free, used;
};
_Static_assert(sizeof(struct memory_v2) == 40, "nvmlMemory_v2_t");
_Static_assert(offsetof(struct memory_v2, used) == 32, "nvmlMemory_v2_t.used");

static int look_up_memory(const struct call *call, struct memory_v2 *memory) {
  uint64_t total, used;
  int code = figure(call, key_total, &total);
  if (code == 0) code = figure(call, key_used, &used);
  if (code != 0) return code;
  memory->total = total;
  memory->used = used;
  memory->reserved = figure_or(call, key_reserved, 0);
  memory->free = figure_or(call, key_free, total - used - memory->reserved);
  return 0;
}

int nvmlDeviceGetMemoryInfo_v2(void *handle, struct memory_v2 *memory) {
  struct call call;
  int code = enter(&call, __func__, handle);
  if (code == 0 && !version_fits(memory->version, sizeof *memory, 2)) {
    code = answer_version_mismatch;
  }
  return leave(code != 0 ? code : look_up_memory(&call, memory));
}

int nvmlDeviceGetMemoryInfo(void *handle, struct memory_v1 *memory) {
  struct call call;
  struct memory_v2 newer;
  int code = enter(&call, __func__, handle);
  if (code == 0) code = look_up_memory(&call, &newer);
  if (code != 0) return leave(code);
  *memory = (struct memory_v1){newer.total, newer.free, newer.used + newer.reserved};
  return leave(0);
}

static int give_clock(const char *function, void *handle, unsigned clock, const enum key *keys,
                      uint32_t *value) {
  return clock > 3 ? answer_invalid_argument : give_u32(function, handle, keys[clock], value);
}

int nvmlDeviceGetClockInfo(void *handle, unsigned clock, uint32_t *value) {
  static const enum key keys[] = {key_graphics, key_sm, key_memory_clock, key_video_clock};
  return give_clock(__func__, handle, clock, keys, value);
}

int nvmlDeviceGetMaxClockInfo(void *handle, unsigned clock, uint32_t *value) {
  static const enum key keys[] = {
      key_max_graphics, key_max_sm, key_max_memory_clock, key_max_video_clock};
  return give_clock(__func__, handle, clock, keys, value);
}

int nvmlDeviceGetPerformanceState(void *handle, uint32_t *state) {
  return give_u32(__func__, handle, key_pstate, state);
}

int nvmlDeviceGetCurrentClocksEventReasons(void *handle, uint64_t *reasons) {
  return give_u64(__func__, handle, key_reasons, reasons);
}

int nvmlDeviceGetCurrentClocksThrottleReasons(void *handle, uint64_t *reasons) {
  return give_u64(__func__, handle, key_reasons, reasons);
}

int nvmlDeviceGetPersistenceMode(void *handle, uint32_t *mode) {
  return give_u32(__func__, handle, key_persistence, mode);
}

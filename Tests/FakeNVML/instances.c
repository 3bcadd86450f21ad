// MIG: the mode, instances in their sparse places, their attributes.
#include <assert.h>
#include <string.h>

#include "fake_nvml.h"

int nvmlDeviceGetMigMode(void *handle, uint32_t *current, uint32_t *pending) {
  struct call call;
  uint64_t mode;
  int code = enter(&call, __func__, handle);
  if (code == 0) code = figure(&call, key_mig, &mode);
  if (code != 0) return leave(code);
  *current = (uint32_t)mode;
  *pending = (uint32_t)figure_or(&call, key_mig_pending, mode);
  return leave(0);
}

int nvmlDeviceGetMaxMigDeviceCount(void *handle, uint32_t *count) {
  struct call call;
  uint64_t mode;
  int code = enter(&call, __func__, handle);
  if (code != 0) return leave(code);
  bool capable = figure(&call, key_mig, &mode) == 0;
  *count = capable ? (uint32_t)figure_or(&call, key_mig_max, default_instances) : 0;
  return leave(0);
}

int nvmlDeviceGetMigDeviceHandleByIndex(void *handle, unsigned place, void **instance) {
  struct call call;
  *instance = NULL;
  int code = enter(&call, __func__, handle);
  if (code != 0) return leave(code);
  if (call.instance != NULL) return leave(answer_invalid_argument);
  if (figure_or(&call, key_mig, 0) != 1) return leave(answer_not_supported);
  for (unsigned index = 0; index < call.device->instance_count; index++) {
    if (call.device->instances[index].slot != place) continue;
    *instance = handle_of((unsigned)(call.device - machine.devices), (int)index, call.now_ms);
    return leave(0);
  }
  uint64_t places = figure_or(&call, key_mig_max, default_instances);
  return leave(place < places ? answer_not_found : answer_invalid_argument);
}

int nvmlDeviceIsMigDeviceHandle(void *handle, uint32_t *is_instance) {
  struct call call;
  int code = enter(&call, __func__, handle);
  if (code == 0) *is_instance = call.instance != NULL;
  return leave(code);
}

int nvmlDeviceGetDeviceHandleFromMigDeviceHandle(void *handle, void **device) {
  struct call call;
  int code = enter(&call, __func__, handle);
  if (code == 0 && call.instance == NULL) code = answer_invalid_argument;
  if (code != 0) return leave(code);
  *device = handle_of((unsigned)(call.device - machine.devices), -1, call.now_ms);
  return leave(0);
}

int nvmlDeviceGetGpuInstanceId(void *handle, uint32_t *id) {
  struct call call;
  int code = enter(&call, __func__, handle);
  if (code == 0 && call.instance == NULL) code = answer_not_supported;
  if (code == 0) *id = call.instance->gpu_instance;
  return leave(code);
}

int nvmlDeviceGetComputeInstanceId(void *handle, uint32_t *id) {
  struct call call;
  int code = enter(&call, __func__, handle);
  if (code == 0 && call.instance == NULL) code = answer_not_supported;
  if (code == 0) *id = call.instance->compute_instance;
  return leave(code);
}

struct attributes {
  uint32_t multiprocessors, copy_engines, decoders, encoders, jpeg_engines, flow_engines;
  uint32_t slices, compute_slices;
  uint64_t memory_mb;
};
_Static_assert(sizeof(struct attributes) == 40, "nvmlDeviceAttributes_t");
_Static_assert(offsetof(struct attributes, slices) == 24, "gpuInstanceSliceCount");
_Static_assert(offsetof(struct attributes, memory_mb) == 32, "memorySizeMB");

static int give_attributes(const char *function, void *handle, struct attributes *attributes) {
  struct call call;
  int code = enter(&call, function, handle);
  if (code == 0 && call.instance == NULL) code = answer_not_supported;
  if (code != 0) return leave(code);
  memset(attributes, 0, sizeof *attributes);
  attributes->slices = (uint32_t)figure_or(&call, key_slices, 1);
  attributes->compute_slices = (uint32_t)figure_or(&call, key_compute_slices, attributes->slices);
  uint64_t total = figure_or(&call, key_total, 0);
  attributes->memory_mb = figure_or(&call, key_memory_mb, total >> 20);
  return leave(0);
}

int nvmlDeviceGetAttributes_v2(void *handle, struct attributes *attributes) {
  return give_attributes(__func__, handle, attributes);
}

int nvmlDeviceGetAttributes(void *handle, struct attributes *attributes) {
  return give_attributes(__func__, handle, attributes);
}

// Only there to be found: its presence tells generations of drivers apart.
int nvmlDeviceGetConfComputeMemSizeInfo(void *handle, void *sizes) {
  (void)sizes;
  struct call call;
  int code = enter(&call, __func__, handle);
  return leave(code != 0 ? code : answer_not_supported);
}

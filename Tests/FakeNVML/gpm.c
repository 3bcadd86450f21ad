// GPM metrics, the only figures of use that MIG instances have.
#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "fake_nvml.h"

struct support {
  uint32_t version, supported;
};
_Static_assert(sizeof(struct support) == 8, "nvmlGpmSupport_t");

struct gpm_sample {
  int slot, instance;  // slot -1: nothing was taken yet
  int64_t time_ms;
};

struct gpm_metric {
  uint32_t id;
  int32_t code;
  double value;
  const char *short_name, *long_name, *unit;
};
_Static_assert(sizeof(struct gpm_metric) == 40, "nvmlGpmMetric_t");

struct gpm_metrics {
  uint32_t version, count;
  struct gpm_sample *first, *second;
  struct gpm_metric metrics[];
};
_Static_assert(offsetof(struct gpm_metrics, metrics) == 24, "nvmlGpmMetricsGet_t.metrics");

static bool has_gpm(const struct device *device) {
  bool has = device->part.gpm_count > 0;
  for (unsigned index = 0; index < device->instance_count; index++) {
    has = has || device->instances[index].part.gpm_count > 0;
  }
  return has;
}

int nvmlGpmQueryDeviceSupport(void *handle, struct support *support) {
  struct call call;
  int code = enter(&call, __func__, handle);
  if (code == 0 && machine.strict && support->version != 1) code = answer_version_mismatch;
  if (code == 0) support->supported = has_gpm(call.device);
  return leave(code);
}

int nvmlGpmSampleAlloc(struct gpm_sample **sample) {
  *sample = calloc(1, sizeof **sample);
  if (*sample == NULL) return answer_memory;
  (*sample)->slot = -1;
  return 0;
}

int nvmlGpmSampleFree(struct gpm_sample *sample) {
  free(sample);
  return 0;
}

static int take(const struct call *call, int instance, struct gpm_sample *sample) {
  if (!has_gpm(call->device)) return answer_not_supported;
  *sample = (struct gpm_sample){
      (int)(call->device - machine.devices), instance, call->now_ms};
  return 0;
}

int nvmlGpmSampleGet(void *handle, struct gpm_sample *sample) {
  struct call call;
  int code = enter(&call, __func__, handle);
  return leave(code != 0 ? code : take(&call, -1, sample));
}

int nvmlGpmMigSampleGet(void *handle, uint32_t gpu_instance, struct gpm_sample *sample) {
  struct call call;
  int code = enter(&call, __func__, handle);
  if (code != 0) return leave(code);
  for (unsigned index = 0; index < call.device->instance_count; index++) {
    if (call.device->instances[index].gpu_instance != gpu_instance) continue;
    return leave(take(&call, (int)index, sample));
  }
  return leave(answer_not_found);
}

static void fill(struct gpm_metric *metric, const struct part *part, int64_t at_ms) {
  metric->code = answer_not_supported;
  metric->value = NAN;
  metric->short_name = metric->long_name = metric->unit = "";
  for (unsigned index = 0; index < part->gpm_count; index++) {
    const struct identified_value *own = &part->gpm[index];
    if (own->id != metric->id) continue;
    metric->code = own->value.code;
    metric->value = (double)value_at(&own->value, part->salt + 0x80 + index, at_ms);
  }
}

int nvmlGpmMetricsGet(struct gpm_metrics *metrics) {
  int code = enter_system(__func__);
  if (code == 0 && machine.strict && metrics->version != 1) code = answer_version_mismatch;
  if (code != 0) return leave(code);
  const struct gpm_sample *first = metrics->first, *second = metrics->second;
  bool fits = first != NULL && second != NULL && first->slot >= 0 && first->slot == second->slot &&
              first->instance == second->instance && second->slot < (int)machine.device_count;
  if (!fits) return leave(answer_invalid_argument);
  const struct device *device = &machine.devices[second->slot];
  if (second->instance >= (int)device->instance_count) return leave(answer_invalid_argument);
  const struct part *part =
      second->instance < 0 ? &device->part : &device->instances[second->instance].part;
  for (uint32_t index = 0; index < metrics->count; index++) {
    fill(&metrics->metrics[index], part, second->time_ms);
  }
  return leave(0);
}

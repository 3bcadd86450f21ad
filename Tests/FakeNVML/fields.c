// Field values by their numbers, and the driver's ring of samples.
#include <assert.h>

#include "fake_nvml.h"

// Kinds of value (nvmlValueType_t).
enum { type_u32 = 1, type_u64 = 3, type_i32 = 5 };

struct field_value {
  uint32_t id, scope;
  int64_t time_us, latency_us;
  uint32_t type;
  int32_t code;
  uint64_t number;
};
_Static_assert(sizeof(struct field_value) == 40, "nvmlFieldValue_t");
_Static_assert(offsetof(struct field_value, code) == 28, "nvmlFieldValue_t.nvmlReturn");
_Static_assert(offsetof(struct field_value, number) == 32, "nvmlFieldValue_t.value");

static const struct {
  uint32_t id;
  enum key key, otherwise;
  uint32_t type;
} known_fields[] = {
    {82, key_memory_temperature, key_memory_temperature, type_u32},
    {83, key_energy, key_energy, type_u64},
    {142, key_remapped_corrected, key_remapped_corrected, type_u32},
    {143, key_remapped_uncorrected, key_remapped_uncorrected, type_u32},
    {144, key_remapped_pending, key_remapped_pending, type_u32},
    {145, key_remapped_failure, key_remapped_failure, type_u32},
    {185, key_power_average, key_power, type_u32},
    {186, key_power_instant, key_power_instant, type_u32},
    {190, key_management_limit, key_limit, type_u32},
    {193, key_tlimit_shutdown, key_tlimit_shutdown, type_i32},
    {194, key_tlimit_slowdown, key_tlimit_slowdown, type_i32},
    {195, key_tlimit_memory, key_tlimit_memory, type_i32},
    {196, key_tlimit_gpu, key_tlimit_gpu, type_i32},
    {197, key_pcie_bytes_tx, key_pcie_bytes_tx, type_u64},
    {198, key_pcie_bytes_rx, key_pcie_bytes_rx, type_u64},
};

/// What a count has grown by since clock 0.
static uint64_t grown(const struct call *call, enum key rate, double factor) {
  const struct value *value = &call->part->figures[rate];
  if (value->code != 0) return 0;
  return (uint64_t)(factor * value_integral(value, call->part->salt + rate, call->now_ms));
}

static int look_up_field(const struct call *call, struct field_value *field) {
  const struct device *device = call->device;
  for (unsigned index = 0; index < device->field_count && call->instance == NULL; index++) {
    const struct identified_value *own = &device->fields[index];
    if (own->id != field->id) continue;
    field->type = type_u64;
    field->number = value_at(&own->value, device->part.salt + 0x80 + index, call->now_ms);
    return own->value.code;
  }
  for (size_t index = 0; index < sizeof known_fields / sizeof *known_fields; index++) {
    if (known_fields[index].id != field->id) continue;
    enum key key = known_fields[index].key;
    if (call->part->figures[key].code == answer_not_supported) key = known_fields[index].otherwise;
    uint64_t number;
    int code = figure(call, key, &number);
    if (code != 0) return code;
    if (key == key_energy) number += grown(call, key_power, 1);
    if (key == key_pcie_bytes_tx) number += grown(call, key_pcie_tx, 1000);
    if (key == key_pcie_bytes_rx) number += grown(call, key_pcie_rx, 1000);
    field->type = known_fields[index].type;
    bool narrow = field->type != type_u64;
    if (key == key_pcie_bytes_tx || key == key_pcie_bytes_rx) {
      narrow = figure_or(call, key_pcie_counter_bits, 64) == 32;
    }
    field->number = narrow ? (uint32_t)number : number;
    return 0;
  }
  return answer_not_supported;
}

int nvmlDeviceGetFieldValues(void *handle, int count, struct field_value *fields) {
  struct call call;
  int code = enter(&call, __func__, handle);
  for (int index = 0; index < count && code == 0; index++) {
    fields[index].time_us = (int64_t)stamp_us(call.now_ms);
    fields[index].latency_us = 0;
    fields[index].code = look_up_field(&call, &fields[index]);
  }
  return leave(code);
}

struct sample {
  uint64_t time_us;
  uint64_t number;
};
_Static_assert(sizeof(struct sample) == 16, "nvmlSample_t");

static const enum key sampled[] = {
    key_power, key_gpu, key_memory, key_encoder, key_decoder, key_sm, key_memory_clock};

int nvmlDeviceGetSamples(void *handle, unsigned type, uint64_t last_us, uint32_t *value_type,
                         uint32_t *count, struct sample *samples) {
  if (type >= sizeof sampled / sizeof *sampled) return answer_invalid_argument;
  struct call call;
  uint64_t number;
  int code = enter(&call, __func__, handle);
  if (code == 0) code = figure(&call, sampled[type], &number);
  if (code == 0 && call.device->ring_ms <= 0) code = answer_not_supported;
  if (code != 0) return leave(code);
  const struct value *value = &call.part->figures[sampled[type]];
  int64_t step = call.device->ring_ms, newest = call.now_ms / step;
  int64_t oldest = newest - call.device->ring_count + 1;
  if (oldest < 0) oldest = 0;
  while (oldest <= newest && stamp_us(oldest * step) <= last_us) oldest++;
  uint32_t found = (uint32_t)(newest - oldest + 1);
  *value_type = type_u32;
  if (samples == NULL) {
    *count = found;
    return leave(found == 0 ? answer_not_found : 0);
  }
  // A short buffer gets the newest.
  if (found > *count) oldest += found - *count;
  *count = 0;
  for (; oldest <= newest; oldest++) {
    uint64_t then = value_at(value, call.part->salt + sampled[type], oldest * step);
    samples[(*count)++] = (struct sample){stamp_us(oldest * step), (uint32_t)then};
  }
  return leave(*count == 0 ? answer_not_found : 0);
}

// Temperature, fans, power and energy, the PCIe link, ECC and remapped rows.
#include <assert.h>

#include "fake_nvml.h"

int nvmlDeviceGetTemperature(void *handle, unsigned sensor, uint32_t *value) {
  if (sensor != 0) return answer_invalid_argument;
  return give_u32(__func__, handle, key_temperature, value);
}

struct temperature_v1 {
  uint32_t version, sensor;
  int32_t value;
};
_Static_assert(sizeof(struct temperature_v1) == 12, "nvmlTemperature_v1_t");

int nvmlDeviceGetTemperatureV(void *handle, struct temperature_v1 *temperature) {
  if (!version_fits(temperature->version, sizeof *temperature, 1)) return answer_version_mismatch;
  if (temperature->sensor != 0) return answer_invalid_argument;
  return give_u32(__func__, handle, key_temperature, (uint32_t *)&temperature->value);
}

int nvmlDeviceGetTemperatureThreshold(void *handle, unsigned threshold, uint32_t *value) {
  static const enum key keys[] = {key_shutdown, key_slowdown, key_memory_max, key_gpu_max};
  if (threshold >= sizeof keys / sizeof *keys) return answer_invalid_argument;
  return give_u32(__func__, handle, keys[threshold], value);
}

struct margin_v1 {
  uint32_t version;
  int32_t value;
};
_Static_assert(sizeof(struct margin_v1) == 8, "nvmlMarginTemperature_v1_t");

int nvmlDeviceGetMarginTemperature(void *handle, struct margin_v1 *margin) {
  if (!version_fits(margin->version, sizeof *margin, 1)) return answer_version_mismatch;
  return give_u32(__func__, handle, key_margin, (uint32_t *)&margin->value);
}

int nvmlDeviceGetFanSpeed(void *handle, uint32_t *value) {
  return give_u32(__func__, handle, key_fan, value);
}

int nvmlDeviceGetNumFans(void *handle, uint32_t *count) {
  struct call call;
  int code = enter(&call, __func__, handle);
  if (code != 0) return leave(code);
  bool has_fan = call.part->figures[key_fan].code == 0;
  *count = (uint32_t)figure_or(&call, key_fans, has_fan);
  return leave(*count == 0 ? answer_not_supported : 0);
}

static int give_fan(
    const char *function, void *handle, unsigned fan, enum key key, uint32_t *value) {
  struct call call;
  uint64_t number;
  int code = enter(&call, function, handle);
  if (code == 0) code = figure(&call, key, &number);
  if (code == 0 && fan >= figure_or(&call, key_fans, 1)) code = answer_invalid_argument;
  if (code == 0) *value = (uint32_t)number;
  return leave(code);
}

int nvmlDeviceGetFanSpeed_v2(void *handle, unsigned fan, uint32_t *value) {
  return give_fan(__func__, handle, fan, key_fan, value);
}

struct fan_rpm_v1 {
  uint32_t version, fan, rpm;
};
_Static_assert(sizeof(struct fan_rpm_v1) == 12, "nvmlFanSpeedInfo_v1_t");

int nvmlDeviceGetFanSpeedRPM(void *handle, struct fan_rpm_v1 *info) {
  if (!version_fits(info->version, sizeof *info, 1)) return answer_version_mismatch;
  return give_fan(__func__, handle, info->fan, key_fan_rpm, &info->rpm);
}

int nvmlDeviceGetPowerUsage(void *handle, uint32_t *value) {
  return give_u32(__func__, handle, key_power, value);
}

int nvmlDeviceGetEnforcedPowerLimit(void *handle, uint32_t *value) {
  return give_u32(__func__, handle, key_limit, value);
}

int nvmlDeviceGetPowerManagementLimit(void *handle, uint32_t *value) {
  struct call call;
  uint64_t number;
  int code = enter(&call, __func__, handle);
  bool own = code == 0 && call.part->figures[key_management_limit].code != answer_not_supported;
  if (code == 0) code = figure(&call, own ? key_management_limit : key_limit, &number);
  if (code == 0) *value = (uint32_t)number;
  return leave(code);
}

/// Millijoules since the driver was loaded: what the script has for clock 0, and power over time.
static int look_up_energy(const struct call *call, uint64_t *energy) {
  int code = figure(call, key_energy, energy);
  const struct value *power = &call->part->figures[key_power];
  if (code == 0 && power->code == 0) {
    *energy += (uint64_t)value_integral(power, call->part->salt + key_power, call->now_ms);
  }
  return code;
}

int nvmlDeviceGetTotalEnergyConsumption(void *handle, uint64_t *energy) {
  struct call call;
  int code = enter(&call, __func__, handle);
  return leave(code != 0 ? code : look_up_energy(&call, energy));
}

int nvmlDeviceGetPcieThroughput(void *handle, unsigned counter, uint32_t *value) {
  if (counter > 1) return answer_invalid_argument;
  return give_u32(__func__, handle, counter == 0 ? key_pcie_tx : key_pcie_rx, value);
}

int nvmlDeviceGetCurrPcieLinkGeneration(void *handle, uint32_t *value) {
  return give_u32(__func__, handle, key_pcie_generation, value);
}

int nvmlDeviceGetCurrPcieLinkWidth(void *handle, uint32_t *value) {
  return give_u32(__func__, handle, key_pcie_width, value);
}

int nvmlDeviceGetMaxPcieLinkGeneration(void *handle, uint32_t *value) {
  return give_u32(__func__, handle, key_pcie_max_generation, value);
}

int nvmlDeviceGetMaxPcieLinkWidth(void *handle, uint32_t *value) {
  return give_u32(__func__, handle, key_pcie_max_width, value);
}

int nvmlDeviceGetEccMode(void *handle, uint32_t *current, uint32_t *pending) {
  struct call call;
  uint64_t mode;
  int code = enter(&call, __func__, handle);
  if (code == 0) code = figure(&call, key_ecc, &mode);
  if (code != 0) return leave(code);
  *current = (uint32_t)mode;
  *pending = (uint32_t)figure_or(&call, key_ecc_pending, mode);
  return leave(0);
}

static int give_errors(
    const char *function, void *handle, unsigned type, unsigned counter, uint64_t *count) {
  static const enum key keys[2][2] = {
      {key_ecc_corrected, key_ecc_uncorrected},
      {key_ecc_corrected_total, key_ecc_uncorrected_total}};
  if (type > 1 || counter > 1) return answer_invalid_argument;
  struct call call;
  int code = enter(&call, function, handle);
  if (code == 0 && figure_or(&call, key_ecc, 1) == 0) code = answer_not_supported;
  return leave(code != 0 ? code : figure(&call, keys[counter][type], count));
}

int nvmlDeviceGetTotalEccErrors(void *handle, unsigned type, unsigned counter, uint64_t *count) {
  return give_errors(__func__, handle, type, counter, count);
}

/// The device's memory has all of the errors.
int nvmlDeviceGetMemoryErrorCounter(
    void *handle, unsigned type, unsigned counter, unsigned location, uint64_t *count) {
  int code = give_errors(__func__, handle, type, counter, count);
  if (code == 0 && location != 2) *count = 0;
  return code;
}

int nvmlDeviceGetRemappedRows(void *handle, uint32_t *corrected, uint32_t *uncorrected,
                              uint32_t *pending, uint32_t *failed) {
  struct call call;
  uint64_t is_pending;
  int code = enter(&call, __func__, handle);
  if (code == 0) code = figure(&call, key_remapped_pending, &is_pending);
  if (code != 0) return leave(code);
  *corrected = (uint32_t)figure_or(&call, key_remapped_corrected, 0);
  *uncorrected = (uint32_t)figure_or(&call, key_remapped_uncorrected, 0);
  *pending = (uint32_t)is_pending;
  *failed = (uint32_t)figure_or(&call, key_remapped_failure, 0);
  return leave(0);
}

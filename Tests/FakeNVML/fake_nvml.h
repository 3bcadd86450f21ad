// What the files of the fake NVML share; the script's keys are explained in fake_nvml.c.
#ifndef FAKE_NVML_H
#define FAKE_NVML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Answers of a call (nvmlReturn_t).
enum {
  answer_success = 0,
  answer_uninitialized = 1,
  answer_invalid_argument = 2,
  answer_not_supported = 3,
  answer_not_found = 6,
  answer_insufficient_size = 7,
  answer_driver_not_loaded = 9,
  answer_timeout = 10,
  answer_library_not_found = 12,
  answer_gpu_is_lost = 15,
  answer_memory = 20,
  answer_version_mismatch = 25
};

enum {
  maximum_devices = 64,
  maximum_instances = 32,
  maximum_rules = 64,
  maximum_events = 32,
  maximum_fields = 64,
  maximum_processes = 100000,  // of one line
  text_length = 96,
  default_ring_count = 100,
  default_pcie_ms = 20,
  default_instances = 7,
  first_instance_id = 7
};

static const int64_t never = INT64_MAX;
static const uint32_t no_instance = 0xFFFFFFFF;

// Keys of a device or instance whose value is a figure, as they stand in the script.
#define FIGURES(each) \
  each(handle) each(lost) each(name) each(uuid) each(bus) each(serial) each(minor) \
  each(capability) each(gpu) each(memory) each(encoder) each(decoder) each(jpeg) each(ofa) \
  each(total) each(reserved) each(used) each(free) \
  each(temperature) each(memory_temperature) each(shutdown) each(slowdown) each(memory_max) \
  each(gpu_max) each(tlimit_shutdown) each(tlimit_slowdown) each(tlimit_memory) \
  each(tlimit_gpu) each(margin) each(fan) each(fans) each(fan_rpm) \
  each(power) each(power_instant) each(power_average) each(limit) each(management_limit) \
  each(energy) each(graphics) each(sm) each(memory_clock) each(video_clock) \
  each(max_graphics) each(max_sm) each(max_memory_clock) each(max_video_clock) each(pstate) \
  each(reasons) each(pcie_tx) each(pcie_rx) each(pcie_generation) each(pcie_width) \
  each(pcie_max_generation) each(pcie_max_width) each(pcie_bytes_tx) each(pcie_bytes_rx) \
  each(pcie_counter_bits) each(ecc) each(ecc_pending) each(ecc_corrected) \
  each(ecc_uncorrected) each(ecc_corrected_total) each(ecc_uncorrected_total) \
  each(remapped_corrected) each(remapped_uncorrected) each(remapped_pending) \
  each(remapped_failure) each(persistence) each(mig) each(mig_pending) each(mig_max) \
  each(slices) each(compute_slices) each(memory_mb) each(growing)

#define AS_KEY(name) key_##name,
enum key { FIGURES(AS_KEY) key_count };
#undef AS_KEY

enum shape { shape_constant, shape_sine, shape_saw, shape_square, shape_noise };

/// A figure over time: a constant, a wave, or the code its call answers instead.
struct value {
  int code;  // 0: there is a figure
  enum shape shape;
  uint64_t number;           // of a constant
  double low, high;          // of a wave
  int64_t period_ms, phase_ms;
};

enum process_kind { kind_compute = 1, kind_graphics = 2, kind_mps = 4 };

struct process {
  uint32_t pid;
  uint64_t memory;  // bytes; ~0: not available
  unsigned kinds;   // 0: only its utilisation sample is there
  bool sampled;
  struct value utilization[4];  // SM, memory, encoder, decoder (%)
  int64_t from_ms, until_ms, age_ms;
  uint32_t gpu_instance, compute_instance;
  char name[text_length];
};

struct identified_value {
  uint32_t id;
  struct value value;
};

/// A GPU or a MIG instance of one.
struct part {
  unsigned salt;  // tells its waves from others
  struct value figures[key_count];
  char name[text_length], uuid[text_length], bus[text_length], serial[text_length];
  struct process *processes;
  size_t process_count;
  unsigned grown;  // how much its process lists have grown so far
  struct identified_value gpm[maximum_fields];
  unsigned gpm_count;
};

struct instance {
  struct part part;
  uint32_t slot, gpu_instance, compute_instance;
  bool is_named;  // its `gi` was given
};

struct event {
  int64_t time_ms;
  uint64_t xid;
};

struct device {
  struct part part;
  struct instance *instances;
  unsigned instance_count;
  struct identified_value fields[maximum_fields];
  unsigned field_count;
  struct event events[maximum_events];
  unsigned event_count;
  int64_t ring_ms, ring_count;
  int64_t lost_after_ms, back_after_ms, removed_after_ms, returned_after_ms;
  int lost_code;
};

/// What a function does besides its work: it waits, or it answers a code.
struct rule {
  char function[text_length];  // `*`: every call of a device
  int device;                  // -1: all
  long delay_ms;
  int code;
  int64_t from_ms, until_ms;
  long times;  // so many calls are left; negative: all
};

struct machine {
  int init_code, count_code, driver_code;
  long delay_ms, hang_ms, pcie_ms;
  int64_t time_ms, start_us;  // negative: not scripted
  uint64_t seed, reload;
  bool strict, serial;
  uint32_t record;
  int64_t driver_gone_ms, driver_back_ms;
  char driver[text_length], calls[4096];
  int cuda;
  struct rule rules[maximum_rules];
  unsigned rule_count;
  struct device devices[maximum_devices];
  unsigned device_count;
};

#pragma GCC visibility push(hidden)

/// The machine as the script has it; only between `enter` and `leave`.
extern struct machine machine;

// script.c, keys.c
/// Where the script is; NULL where that cannot be told.
const char *script_path(void);
void refresh_script(bool always);
void apply_key(struct device *device, struct instance *instance, const char *key, char *value);
void read_process(struct part *part, char *text, uint32_t gpu_instance, uint32_t compute);
void read_processes(struct part *part, const char *text);

// wave.c
void clock_begins(void);
int64_t clock_ms(void);
uint64_t stamp_us(int64_t at_ms);
struct value read_value(const char *text);
uint64_t value_at(const struct value *value, unsigned salt, int64_t at_ms);
double value_integral(const struct value *value, unsigned salt, int64_t until_ms);

// call.c
struct call {
  struct part *part;          // of the handle: the device, or its instance
  struct device *device;
  struct instance *instance;  // NULL: the handle is a whole GPU's
  int64_t now_ms;
};
int enter(struct call *call, const char *function, void *handle);
int enter_system(const char *function);
int leave(int code);
int begin_session(const char *function);
void end_session(void);
void sleep_ms(int64_t milliseconds);
bool is_present(const struct device *device, int64_t now_ms);
void *handle_of(unsigned slot, int instance, int64_t now_ms);
int figure(const struct call *call, enum key key, uint64_t *number);
uint64_t figure_or(const struct call *call, enum key key, uint64_t otherwise);
int give_u32(const char *function, void *handle, enum key key, uint32_t *value);
int give_u64(const char *function, void *handle, enum key key, uint64_t *value);
int give_text(const char *text, char *buffer, uint32_t length);
bool version_fits(uint32_t version, size_t size, unsigned generation);

// processes.c
bool is_running(const struct process *process, int64_t now_ms);
const char *process_name(uint32_t pid);

#pragma GCC visibility pop

#endif

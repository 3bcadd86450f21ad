// What every call goes through: the script's delays and answers, the session, the device's faults.
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "fake_nvml.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
// Held by one call after another from beginning to end where the script says `serial=1`.
static pthread_mutex_t queue = PTHREAD_MUTEX_INITIALIZER;
static unsigned sessions;
static int64_t session_begun_ms;
static uint64_t session_reload;

void sleep_ms(int64_t milliseconds) {
  if (milliseconds <= 0) return;
  struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000};
  nanosleep(&time, NULL);
}

static void log_call(const char *function, int device) {
  static FILE *file;
  static char path[sizeof machine.calls];
  if (strcmp(path, machine.calls) != 0) {
    if (file != NULL) fclose(file);
    snprintf(path, sizeof path, "%s", machine.calls);
    file = path[0] == 0 ? NULL : fopen(path, "a");
  }
  if (file == NULL) return;
  fprintf(file, "%s %d\n", function, device);
  fflush(file);
}

// A handle holds the device's place, the instance's place, and whether it was got after a loss.
enum { slot_bits = 8, instance_bits = 8 };

void *handle_of(unsigned slot, int instance, int64_t now_ms) {
  uintptr_t later = machine.devices[slot].lost_after_ms <= now_ms;
  uintptr_t place = (uintptr_t)(instance + 1) << slot_bits;
  return (void *)(later << (slot_bits + instance_bits) | place | (slot + 1));
}

static int device_of(void *handle) {
  return (int)((uintptr_t)handle & ((1 << slot_bits) - 1)) - 1;
}

/// How long a call takes, and what it answers besides; counts the calls of rules that end.
static int64_t apply_rules(const char *function, int device, int *code) {
  int64_t delay = device < 0 ? 0 : machine.delay_ms, now = clock_ms();
  if (strcmp(function, "nvmlDeviceGetUtilizationRates") == 0) delay += machine.hang_ms;
  if (device >= 0 && strcmp(function, "nvmlDeviceGetPcieThroughput") == 0) {
    const struct value *figures = machine.devices[device].part.figures;
    if (figures[key_pcie_tx].code == 0 || figures[key_pcie_rx].code == 0) delay += machine.pcie_ms;
  }
  for (unsigned index = 0; index < machine.rule_count; index++) {
    struct rule *rule = &machine.rules[index];
    bool named = strcmp(rule->function, function) == 0 ||
                 (device >= 0 && strcmp(rule->function, "*") == 0);
    if (!named || (rule->device >= 0 && rule->device != device)) continue;
    if (now < rule->from_ms || now >= rule->until_ms || rule->times == 0) continue;
    if (rule->times > 0) rule->times--;
    delay += rule->delay_ms;
    if (rule->code != 0) *code = rule->code;
  }
  return delay;
}

/// What the script says against this session; 0 when nothing.
static int session_fault(int64_t now_ms) {
  if (sessions == 0) return answer_uninitialized;
  if (now_ms >= machine.driver_gone_ms && session_begun_ms < machine.driver_gone_ms) {
    return machine.driver_code < 0 ? answer_driver_not_loaded : machine.driver_code;
  }
  if (session_reload != machine.reload) {
    return machine.driver_code < 0 ? answer_uninitialized : machine.driver_code;
  }
  return 0;
}

bool is_present(const struct device *device, int64_t now_ms) {
  return now_ms < device->removed_after_ms || now_ms >= device->returned_after_ms;
}

static int find_part(struct call *call, void *handle) {
  int slot = device_of(handle);
  if (slot < 0) return answer_invalid_argument;
  if (slot >= (int)machine.device_count) return answer_gpu_is_lost;
  call->device = &machine.devices[slot];
  call->part = &call->device->part;
  const struct device *device = call->device;
  if (device->part.figures[key_lost].number != 0) return device->lost_code;
  if (!is_present(device, call->now_ms)) return device->lost_code;
  bool later = (uintptr_t)handle >> (slot_bits + instance_bits) != 0;
  if (call->now_ms >= device->lost_after_ms && (call->now_ms < device->back_after_ms || !later)) {
    return device->lost_code;
  }
  int instance = (int)((uintptr_t)handle >> slot_bits & ((1 << instance_bits) - 1)) - 1;
  if (instance < 0) return 0;
  if (instance >= (int)device->instance_count) return answer_invalid_argument;
  call->instance = &device->instances[instance];
  call->part = &call->instance->part;
  return 0;
}

/// Waits and answers as the rules say; afterwards the machine is locked.
static int wait_turn(const char *function, int device) {
  pthread_mutex_lock(&lock);
  refresh_script(false);
  log_call(function, device);
  int code = 0;
  bool known = device < (int)machine.device_count;
  int64_t delay = apply_rules(function, known ? device : -1, &code);
  if (delay > 0) {
    bool serial = machine.serial;
    pthread_mutex_unlock(&lock);
    if (serial) pthread_mutex_lock(&queue);
    sleep_ms(delay);
    if (serial) pthread_mutex_unlock(&queue);
    pthread_mutex_lock(&lock);
  } else if (machine.serial) {
    pthread_mutex_unlock(&lock);
    pthread_mutex_lock(&queue);
    pthread_mutex_unlock(&queue);
    pthread_mutex_lock(&lock);
  }
  return code;
}

/// Begins a call on a handle. Whatever it answers, the machine is locked until `leave`.
int enter(struct call *call, const char *function, void *handle) {
  int answer = wait_turn(function, device_of(handle));
  *call = (struct call){.now_ms = clock_ms()};
  int code = session_fault(call->now_ms);
  if (code == 0) code = find_part(call, handle);
  return code != 0 ? code : answer;
}

/// Begins a call that has no handle.
int enter_system(const char *function) {
  int answer = wait_turn(function, -1);
  int code = session_fault(clock_ms());
  return code != 0 ? code : answer;
}

int leave(int code) {
  pthread_mutex_unlock(&lock);
  return code;
}

int begin_session(const char *function) {
  pthread_mutex_lock(&lock);
  refresh_script(true);
  clock_begins();
  pthread_mutex_unlock(&lock);
  int answer = wait_turn(function, -1);
  int64_t now = clock_ms();
  int code = machine.init_code != 0 ? machine.init_code : answer;
  if (now >= machine.driver_gone_ms && now < machine.driver_back_ms) {
    code = machine.driver_code < 0 ? answer_driver_not_loaded : machine.driver_code;
  }
  if (code == 0) {
    sessions++;
    session_begun_ms = now;
    session_reload = machine.reload;
  }
  return leave(code);
}

void end_session(void) {
  wait_turn("nvmlShutdown", -1);
  if (sessions > 0) sessions--;
  leave(0);
}

/// What a figure is now, or the code of its call.
int figure(const struct call *call, enum key key, uint64_t *number) {
  bool of_engines = key == key_gpu || key == key_memory ||
                    (key >= key_encoder && key <= key_ofa);
  if (of_engines && call->instance == NULL && call->part->figures[key_mig].number == 1) {
    return answer_not_supported;  // As drivers answer while the GPU is cut into instances.
  }
  const struct value *value = &call->part->figures[key];
  if (value->code == 0) *number = value_at(value, call->part->salt + key, call->now_ms);
  return value->code;
}

uint64_t figure_or(const struct call *call, enum key key, uint64_t otherwise) {
  uint64_t number;
  return figure(call, key, &number) == 0 ? number : otherwise;
}

int give_u64(const char *function, void *handle, enum key key, uint64_t *value) {
  struct call call;
  int code = enter(&call, function, handle);
  return leave(code != 0 ? code : figure(&call, key, value));
}

int give_u32(const char *function, void *handle, enum key key, uint32_t *value) {
  uint64_t number;
  int code = give_u64(function, handle, key, &number);
  if (code == 0) *value = (uint32_t)number;
  return code;
}

int give_text(const char *text, char *buffer, uint32_t length) {
  if (strlen(text) + 1 > length) return answer_insufficient_size;
  strcpy(buffer, text);
  return 0;
}

/// Whether a versioned structure's first word is right: its size, and its generation on top.
bool version_fits(uint32_t version, size_t size, unsigned generation) {
  return !machine.strict || version == ((uint32_t)size | generation << 24);
}

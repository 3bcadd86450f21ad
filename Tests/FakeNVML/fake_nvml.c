// A stand-in for NVIDIA's management library, libnvidia-ml.so.1, with scripted devices.
//
// The script is the file named by FAKE_NVML_SCRIPT, else `fake-nvml.conf` beside this library. It
// is read when the library is initialised and again whenever devices are counted, so that a test
// can change the machine under a running program. One `key=value` a line; `#` starts a comment:
//
//   driver=580.82.07   cuda=13000   init=9 (answer of init)   count=15 (answer of count)
//   delay_ms=20 (every device call sleeps)   hang_ms=20000 (utilisation alone sleeps)
//   device (starts the next device; the keys below are its)
//   handle=15 (answer of the handle call)   lost=1 (every call of this device answers 15)
//   capability=900 (100 × major + 10 × minor)
//   name= uuid= bus= gpu= memory= total= reserved= used= temperature= power= limit= sm= fan=
//   A value may be `error N`: the call answers N. A key that is left out answers 3, not supported.
//   Memory is in bytes, power and limit in mW.
//
// A symbol is taken away by linking with a version script that makes it local.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { maximum_devices = 64, text_length = 128 };

struct figure {
  int code;  // 0: there is a value
  uint64_t number;
  char text[text_length];
};

enum key {
  key_handle, key_lost, key_name, key_uuid, key_bus, key_gpu, key_memory, key_total, key_reserved,
  key_used, key_temperature, key_power, key_limit, key_sm, key_fan, key_capability,
  key_count
};

static const char *const key_names[key_count] = {
    "handle", "lost", "name", "uuid", "bus", "gpu", "memory", "total", "reserved",
    "used", "temperature", "power", "limit", "sm", "fan", "capability"};

struct device {
  struct figure figures[key_count];
};

static struct device devices[maximum_devices];
static unsigned device_count;
static int init_code, count_code;
static long delay_ms, hang_ms;
static char driver_version[text_length];
static int cuda_version;
static int initialised;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void set_figure(struct figure *figure, const char *value) {
  if (strncmp(value, "error ", 6) == 0) {
    figure->code = atoi(value + 6);
    return;
  }
  figure->code = 0;
  figure->number = strtoull(value, NULL, 10);
  snprintf(figure->text, sizeof figure->text, "%s", value);
}

static FILE *open_script(void) {
  const char *path = getenv("FAKE_NVML_SCRIPT");
  if (path != NULL) return fopen(path, "r");
  Dl_info info;
  if (dladdr((const void *)&open_script, &info) == 0 || info.dli_fname == NULL) return NULL;
  char beside[4096];
  snprintf(beside, sizeof beside, "%s", info.dli_fname);
  char *slash = strrchr(beside, '/');
  if (slash == NULL) return NULL;
  snprintf(slash + 1, sizeof beside - (size_t)(slash + 1 - beside), "fake-nvml.conf");
  return fopen(beside, "r");
}

static void read_script(void) {
  device_count = 0;
  init_code = count_code = cuda_version = 0;
  delay_ms = hang_ms = 0;
  driver_version[0] = 0;
  FILE *script = open_script();
  if (script == NULL) return;
  char line[512];
  struct device *device = NULL;
  while (fgets(line, sizeof line, script) != NULL) {
    line[strcspn(line, "\r\n")] = 0;
    if (strcmp(line, "device") == 0 && device_count < maximum_devices) {
      device = &devices[device_count++];
      for (int key = 0; key < key_count; key++) {
        device->figures[key] = (struct figure){.code = key <= key_lost ? 0 : 3};
      }
      continue;
    }
    char *value = strchr(line, '=');
    if (line[0] == '#' || value == NULL) continue;
    *value++ = 0;
    if (strcmp(line, "driver") == 0) snprintf(driver_version, text_length, "%s", value);
    if (strcmp(line, "cuda") == 0) cuda_version = atoi(value);
    if (strcmp(line, "init") == 0) init_code = atoi(value);
    if (strcmp(line, "count") == 0) count_code = atoi(value);
    if (strcmp(line, "delay_ms") == 0) delay_ms = atol(value);
    if (strcmp(line, "hang_ms") == 0) hang_ms = atol(value);
    for (int key = 0; device != NULL && key < key_count; key++) {
      if (strcmp(line, key_names[key]) == 0) set_figure(&device->figures[key], value);
    }
  }
  fclose(script);
}

static void wait_ms(long milliseconds) {
  if (milliseconds <= 0) return;
  struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000};
  nanosleep(&time, NULL);
}

/// Finds one figure of a device, and with it what the call answers.
static int look_up(void *handle, enum key key, struct figure *figure) {
  wait_ms(delay_ms);
  pthread_mutex_lock(&lock);
  uintptr_t index = (uintptr_t)handle - 1;
  int code;
  if (!initialised) {
    code = 1;
  } else if (index >= device_count) {
    code = handle == NULL ? 2 : 15;
  } else if (devices[index].figures[key_lost].number != 0) {
    code = 15;
  } else {
    *figure = devices[index].figures[key];
    code = figure->code;
  }
  pthread_mutex_unlock(&lock);
  return code;
}

static int give_number(void *handle, enum key key, uint32_t *value) {
  struct figure figure;
  int code = look_up(handle, key, &figure);
  if (code == 0) *value = (uint32_t)figure.number;
  return code;
}

static int give_text(const char *text, char *buffer, uint32_t length) {
  if (strlen(text) + 1 > length) return 7;
  strcpy(buffer, text);
  return 0;
}

int nvmlInitWithFlags(unsigned flags) {
  (void)flags;
  pthread_mutex_lock(&lock);
  read_script();
  if (init_code == 0) initialised++;
  int code = init_code;
  pthread_mutex_unlock(&lock);
  return code;
}

int nvmlInit_v2(void) { return nvmlInitWithFlags(0); }

int nvmlShutdown(void) {
  pthread_mutex_lock(&lock);
  if (initialised > 0) initialised--;
  pthread_mutex_unlock(&lock);
  return 0;
}

const char *nvmlErrorString(int code) {
  (void)code;
  return "scripted answer";
}

int nvmlSystemGetDriverVersion(char *buffer, uint32_t length) {
  return driver_version[0] == 0 ? 3 : give_text(driver_version, buffer, length);
}

int nvmlSystemGetCudaDriverVersion(int *version) {
  *version = cuda_version;
  return cuda_version == 0 ? 12 : 0;
}

int nvmlDeviceGetCount_v2(uint32_t *count) {
  pthread_mutex_lock(&lock);
  if (initialised) read_script();
  *count = device_count;
  int code = initialised ? count_code : 1;
  pthread_mutex_unlock(&lock);
  return code;
}

int nvmlDeviceGetHandleByIndex_v2(uint32_t index, void **handle) {
  *handle = NULL;
  if (!initialised) return 1;
  if (index >= device_count) return 2;
  int code = (int)devices[index].figures[key_handle].number;
  if (code == 0) *handle = (void *)(uintptr_t)(index + 1);
  return code;
}

int nvmlDeviceGetIndex(void *handle, uint32_t *index) {
  *index = (uint32_t)((uintptr_t)handle - 1);
  return 0;
}

int nvmlDeviceGetName(void *handle, char *buffer, uint32_t length) {
  struct figure figure;
  int code = look_up(handle, key_name, &figure);
  return code != 0 ? code : give_text(figure.text, buffer, length);
}

int nvmlDeviceGetUUID(void *handle, char *buffer, uint32_t length) {
  struct figure figure;
  int code = look_up(handle, key_uuid, &figure);
  return code != 0 ? code : give_text(figure.text, buffer, length);
}

struct pci_info {
  char legacy[16];
  uint32_t numbers[5];
  char bus[32];
};

int nvmlDeviceGetPciInfo_v3(void *handle, struct pci_info *info) {
  struct figure figure;
  int code = look_up(handle, key_bus, &figure);
  if (code != 0) return code;
  memset(info, 0, sizeof *info);
  snprintf(info->bus, sizeof info->bus, "%s", figure.text);
  if (strlen(figure.text) > 4) snprintf(info->legacy, sizeof info->legacy, "%s", figure.text + 4);
  return 0;
}

int nvmlDeviceGetCudaComputeCapability(void *handle, int *major, int *minor) {
  uint32_t value;
  int code = give_number(handle, key_capability, &value);
  if (code != 0) return code;
  *major = (int)(value / 100);
  *minor = (int)(value / 10 % 10);
  return 0;
}

struct utilization {
  uint32_t gpu, memory;
};

int nvmlDeviceGetUtilizationRates(void *handle, struct utilization *rates) {
  wait_ms(hang_ms);
  struct figure gpu, memory;
  int code = look_up(handle, key_gpu, &gpu);
  if (code != 0) return code;
  rates->gpu = (uint32_t)gpu.number;
  rates->memory = look_up(handle, key_memory, &memory) == 0 ? (uint32_t)memory.number : 0;
  return 0;
}

struct memory_v1 {
  uint64_t total, free, used;
};

struct memory_v2 {
  uint32_t version;
  uint64_t total, reserved, free, used;
};

static int look_up_memory(void *handle, struct memory_v2 *memory) {
  struct figure total, reserved, used;
  int code = look_up(handle, key_total, &total);
  if (code == 0) code = look_up(handle, key_used, &used);
  if (code != 0) return code;
  memory->total = total.number;
  memory->used = used.number;
  memory->reserved = look_up(handle, key_reserved, &reserved) == 0 ? reserved.number : 0;
  memory->free = memory->total - memory->used - memory->reserved;
  return 0;
}

int nvmlDeviceGetMemoryInfo_v2(void *handle, struct memory_v2 *memory) {
  return memory->version == 0x02000028 ? look_up_memory(handle, memory) : 25;
}

int nvmlDeviceGetMemoryInfo(void *handle, struct memory_v1 *memory) {
  struct memory_v2 newer;
  int code = look_up_memory(handle, &newer);
  if (code != 0) return code;
  *memory = (struct memory_v1){newer.total, newer.free, newer.used + newer.reserved};
  return 0;
}

int nvmlDeviceGetTemperature(void *handle, int sensor, uint32_t *value) {
  return sensor != 0 ? 2 : give_number(handle, key_temperature, value);
}

int nvmlDeviceGetClockInfo(void *handle, int clock, uint32_t *value) {
  return clock != 1 ? 3 : give_number(handle, key_sm, value);
}

int nvmlDeviceGetFanSpeed(void *handle, uint32_t *value) {
  return give_number(handle, key_fan, value);
}

int nvmlDeviceGetPowerUsage(void *handle, uint32_t *value) {
  return give_number(handle, key_power, value);
}

int nvmlDeviceGetEnforcedPowerLimit(void *handle, uint32_t *value) {
  return give_number(handle, key_limit, value);
}

int nvmlDeviceGetPowerManagementLimit(void *handle, uint32_t *value) {
  return give_number(handle, key_limit, value);
}

// Nobody uses these devices.
int nvmlDeviceGetComputeRunningProcesses_v3(void *handle, uint32_t *count, void *records) {
  (void)records;
  struct figure figure;
  *count = 0;
  return look_up(handle, key_lost, &figure);
}

int nvmlDeviceGetGraphicsRunningProcesses_v3(void *handle, uint32_t *count, void *records) {
  return nvmlDeviceGetComputeRunningProcesses_v3(handle, count, records);
}

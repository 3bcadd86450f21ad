// Finds the script and reads it whole, whenever it has changed.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fake_nvml.h"

struct machine machine;

const char *script_path(void) {
  static char path[4096];
  if (path[0] != 0) return path;
  const char *named = getenv("FAKE_NVML_SCRIPT");
  if (named != NULL) {
    snprintf(path, sizeof path, "%s", named);
    return path;
  }
  Dl_info info;
  if (dladdr((const void *)&script_path, &info) == 0 || info.dli_fname == NULL) return NULL;
  snprintf(path, sizeof path, "%s", info.dli_fname);
  char *slash = strrchr(path, '/');
  if (slash == NULL) return NULL;
  snprintf(slash + 1, sizeof path - (size_t)(slash + 1 - path), "fake-nvml.conf");
  return path;
}

static void forget_part(struct part *part) {
  free(part->processes);
  part->processes = NULL;
}

static void forget_machine(void) {
  for (unsigned slot = 0; slot < machine.device_count; slot++) {
    struct device *device = &machine.devices[slot];
    forget_part(&device->part);
    for (unsigned index = 0; index < device->instance_count; index++) {
      forget_part(&device->instances[index].part);
    }
    free(device->instances);
  }
  // The devices' room is left as it is: an idle library touches little memory.
  memset(&machine, 0, offsetof(struct machine, devices));
  machine.device_count = 0;
  machine.time_ms = machine.start_us = machine.driver_code = -1;
  machine.pcie_ms = default_pcie_ms;
  machine.driver_gone_ms = never;
  machine.strict = true;
  machine.record = 24;
}

static void begin_part(struct part *part, unsigned salt) {
  memset(part, 0, sizeof *part);
  part->salt = salt;
  for (int key = 0; key < key_count; key++) {
    part->figures[key].code = key <= key_lost ? answer_success : answer_not_supported;
  }
}

static struct device *next_device(void) {
  if (machine.device_count == maximum_devices) return NULL;
  unsigned slot = machine.device_count++;
  struct device *device = &machine.devices[slot];
  memset(device, 0, sizeof *device);
  begin_part(&device->part, slot << 16);
  device->ring_count = default_ring_count;
  device->lost_code = answer_gpu_is_lost;
  device->lost_after_ms = device->back_after_ms = never;
  device->removed_after_ms = device->returned_after_ms = never;
  return device;
}

static struct instance *next_instance(struct device *device) {
  if (device == NULL || device->instance_count == maximum_instances) return NULL;
  unsigned index = device->instance_count;
  struct instance *grown = realloc(device->instances, (index + 1) * sizeof *grown);
  if (grown == NULL) return NULL;
  device->instances = grown;
  device->instance_count++;
  struct instance *instance = &grown[index];
  begin_part(&instance->part, device->part.salt + ((index + 1) << 8));
  instance->slot = index == 0 ? 0 : instance[-1].slot + 1;
  instance->gpu_instance = first_instance_id + instance->slot;
  instance->compute_instance = 0;
  instance->is_named = false;
  return instance;
}

static void read_script(FILE *script) {
  static char line[8192];
  struct device *device = NULL;
  struct instance *instance = NULL;
  while (fgets(line, sizeof line, script) != NULL) {
    line[strcspn(line, "\r\n")] = 0;
    if (strcmp(line, "device") == 0) {
      device = next_device();
      instance = NULL;
    } else if (strcmp(line, "instance") == 0) {
      instance = next_instance(device);
    } else if (line[0] != '#' && strchr(line, '=') != NULL) {
      char *value = strchr(line, '=');
      *value++ = 0;
      apply_key(device, instance, line, value);
    }
  }
}

void refresh_script(bool always) {
  static struct stat last;
  struct stat now;
  const char *path = script_path();
  if (path == NULL || stat(path, &now) != 0) {
    if (always) forget_machine();
    return;
  }
  bool same = now.st_ino == last.st_ino && now.st_size == last.st_size &&
              now.st_mtim.tv_sec == last.st_mtim.tv_sec &&
              now.st_mtim.tv_nsec == last.st_mtim.tv_nsec;
  if (same && !always) return;
  FILE *script = fopen(path, "r");
  if (script == NULL) return;
  last = now;
  forget_machine();
  read_script(script);
  fclose(script);
}

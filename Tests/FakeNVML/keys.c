// What each key of the script sets.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fake_nvml.h"

#define AS_NAME(name) #name,
static const char *const figure_names[key_count] = {FIGURES(AS_NAME)};
#undef AS_NAME

/// The number after `name=` in a text, where it stands at the beginning or after a space.
static int64_t option(const char *text, const char *name, int64_t otherwise) {
  size_t length = strlen(name);
  for (const char *found = text; (found = strstr(found, name)) != NULL; found += length) {
    bool begins = found == text || found[-1] == ' ';
    if (begins && found[length] == '=') return strtoll(found + length + 1, NULL, 10);
  }
  return otherwise;
}

/// `FUNCTION NUMBER [from_ms=A] [until_ms=B] [times=K]`
static void read_rule(const char *text, bool waits, int device) {
  if (machine.rule_count == maximum_rules) return;
  struct rule *rule = &machine.rules[machine.rule_count++];
  long number = 0;
  *rule = (struct rule){.device = device};
  sscanf(text, "%95s %ld", rule->function, &number);
  if (waits) {
    rule->delay_ms = number;
  } else {
    rule->code = (int)number;
  }
  rule->from_ms = option(text, "from_ms", 0);
  rule->until_ms = option(text, "until_ms", never);
  rule->times = option(text, "times", -1);
}

static void read_identified(struct identified_value *list, unsigned *count, const char *text) {
  const char *rest = strchr(text, ' ');
  if (rest == NULL || *count == maximum_fields) return;
  list[(*count)++] =
      (struct identified_value){(uint32_t)strtoul(text, NULL, 10), read_value(rest + 1)};
}

static bool apply_to_machine(const char *key, const char *value) {
  const struct {
    const char *name;
    int64_t *place;
  } times[] = {
      {"time_ms", &machine.time_ms},
      {"start_us", &machine.start_us},
      {"driver_gone_ms", &machine.driver_gone_ms},
      {"driver_back_ms", &machine.driver_back_ms},
  };
  for (size_t index = 0; index < sizeof times / sizeof *times; index++) {
    if (strcmp(key, times[index].name) == 0) *times[index].place = atoll(value);
  }
  if (strcmp(key, "driver") == 0) {
    snprintf(machine.driver, sizeof machine.driver, "%s", value);
  } else if (strcmp(key, "cuda") == 0) {
    machine.cuda = atoi(value);
  } else if (strcmp(key, "init") == 0) {
    machine.init_code = atoi(value);
  } else if (strcmp(key, "count") == 0) {
    machine.count_code = atoi(value);
  } else if (strcmp(key, "driver_code") == 0) {
    machine.driver_code = atoi(value);
  } else if (strcmp(key, "delay_ms") == 0) {
    machine.delay_ms = atol(value);
  } else if (strcmp(key, "hang_ms") == 0) {
    machine.hang_ms = atol(value);
  } else if (strcmp(key, "pcie_ms") == 0) {
    machine.pcie_ms = atol(value);
  } else if (strcmp(key, "seed") == 0) {
    machine.seed = strtoull(value, NULL, 10);
  } else if (strcmp(key, "reload") == 0) {
    machine.reload = strtoull(value, NULL, 10);
  } else if (strcmp(key, "strict") == 0) {
    machine.strict = atoi(value) != 0;
  } else if (strcmp(key, "serial") == 0) {
    machine.serial = atoi(value) != 0;
  } else if (strcmp(key, "record") == 0) {
    machine.record = (uint32_t)atoi(value);
  } else if (strcmp(key, "calls") == 0) {
    snprintf(machine.calls, sizeof machine.calls, "%s", value);
  } else {
    return false;
  }
  return true;
}

static bool apply_to_device(struct device *device, const char *key, const char *value) {
  const struct {
    const char *name;
    int64_t *place;
  } times[] = {
      {"ring_ms", &device->ring_ms},
      {"ring_count", &device->ring_count},
      {"lost_after_ms", &device->lost_after_ms},
      {"back_after_ms", &device->back_after_ms},
      {"removed_after_ms", &device->removed_after_ms},
      {"returned_after_ms", &device->returned_after_ms},
  };
  for (size_t index = 0; index < sizeof times / sizeof *times; index++) {
    if (strcmp(key, times[index].name) != 0) continue;
    *times[index].place = atoll(value);
    return true;
  }
  if (strcmp(key, "lost_code") == 0) {
    device->lost_code = atoi(value);
  } else if (strcmp(key, "field") == 0) {
    read_identified(device->fields, &device->field_count, value);
  } else if (strcmp(key, "xid") == 0 && device->event_count < maximum_events) {
    struct event *event = &device->events[device->event_count++];
    char *rest;
    event->time_ms = strtoll(value, &rest, 10);
    event->xid = strtoull(rest, NULL, 10);
  } else {
    return false;
  }
  return true;
}

static void apply_to_part(struct part *part, const char *key, const char *value) {
  for (int index = 0; index < key_count; index++) {
    if (strcmp(key, figure_names[index]) != 0) continue;
    part->figures[index] = read_value(value);
    char *text = index == key_name     ? part->name
                 : index == key_uuid   ? part->uuid
                 : index == key_bus    ? part->bus
                 : index == key_serial ? part->serial
                                       : NULL;
    if (text != NULL) snprintf(text, text_length, "%s", value);
    return;
  }
}

void apply_key(struct device *device, struct instance *instance, const char *key, char *value) {
  bool waits = strcmp(key, "delay") == 0 || strcmp(key, "hang") == 0;
  if (waits || strcmp(key, "answer") == 0) {
    read_rule(value, waits, device == NULL ? -1 : (int)(device - machine.devices));
    return;
  }
  if (device == NULL) {
    apply_to_machine(key, value);
    return;
  }
  struct part *part = instance == NULL ? &device->part : &instance->part;
  if (strcmp(key, "process") == 0) {
    read_process(part, value, instance == NULL ? no_instance : instance->gpu_instance,
                 instance == NULL ? no_instance : instance->compute_instance);
  } else if (strcmp(key, "processes") == 0) {
    read_processes(part, value);
  } else if (strcmp(key, "gpm") == 0) {
    read_identified(part->gpm, &part->gpm_count, value);
  } else if (instance != NULL && strcmp(key, "slot") == 0) {
    instance->slot = (uint32_t)atoi(value);
    if (!instance->is_named) instance->gpu_instance = first_instance_id + instance->slot;
  } else if (instance != NULL && strcmp(key, "gi") == 0) {
    instance->gpu_instance = (uint32_t)atoi(value);
    instance->is_named = true;
  } else if (instance != NULL && strcmp(key, "ci") == 0) {
    instance->compute_instance = (uint32_t)atoi(value);
  } else if (instance != NULL || !apply_to_device(device, key, value)) {
    apply_to_part(part, key, value);
  }
}

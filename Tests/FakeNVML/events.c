// Events of devices: a set hears of XIDs that come after it was registered.
#include <assert.h>
#include <stdlib.h>

#include "fake_nvml.h"

enum { event_type_xid = 8, look_ms = 5 };

struct event_set {
  struct {
    bool registered;
    int64_t since_ms;
    unsigned known;      // so many of the script's events were there before
    uint32_t delivered;  // one bit for each event
  } devices[maximum_devices];
};
_Static_assert(maximum_events <= 32, "one bit for each event");

struct event_data_v1 {
  void *device;
  uint64_t type, data;
};
_Static_assert(sizeof(struct event_data_v1) == 24, "nvmlEventData_t of old");

struct event_data {
  struct event_data_v1 event;
  uint32_t gpu_instance, compute_instance;
};
_Static_assert(sizeof(struct event_data) == 32, "nvmlEventData_t");

int nvmlEventSetCreate(struct event_set **set) {
  int code = enter_system(__func__);
  if (code == 0) *set = calloc(1, sizeof **set);
  if (code == 0 && *set == NULL) code = answer_memory;
  return leave(code);
}

int nvmlEventSetFree(struct event_set *set) {
  free(set);
  return 0;
}

int nvmlDeviceGetSupportedEventTypes(void *handle, uint64_t *types) {
  struct call call;
  int code = enter(&call, __func__, handle);
  *types = event_type_xid;
  return leave(code);
}

int nvmlDeviceRegisterEvents(void *handle, uint64_t types, struct event_set *set) {
  struct call call;
  int code = enter(&call, __func__, handle);
  if (code == 0 && call.instance != NULL) code = answer_not_supported;
  if (code != 0) return leave(code);
  if (set == NULL) return leave(answer_invalid_argument);
  if ((types & ~(uint64_t)event_type_xid) != 0) return leave(answer_not_supported);
  long slot = call.device - machine.devices;
  set->devices[slot].registered = true;
  set->devices[slot].since_ms = call.now_ms;
  set->devices[slot].known = call.device->event_count;
  set->devices[slot].delivered = 0;
  return leave(0);
}

/// The next event that a set has not been told of.
static bool next_event(struct event_set *set, int64_t now_ms, struct event_data_v1 *data) {
  for (unsigned slot = 0; slot < machine.device_count; slot++) {
    const struct device *device = &machine.devices[slot];
    for (unsigned index = 0; index < device->event_count; index++) {
      const struct event *event = &device->events[index];
      bool is_new = event->time_ms >= set->devices[slot].since_ms ||
                    index >= set->devices[slot].known;
      bool is_told = (set->devices[slot].delivered >> index & 1) != 0;
      if (!set->devices[slot].registered || !is_new || is_told || event->time_ms > now_ms) continue;
      set->devices[slot].delivered |= (uint32_t)1 << index;
      *data = (struct event_data_v1){handle_of(slot, -1, now_ms), event_type_xid, event->xid};
      return true;
    }
  }
  return false;
}

static int wait_for_event(
    const char *function, struct event_set *set, struct event_data_v1 *data, uint32_t timeout_ms) {
  if (set == NULL) return answer_invalid_argument;
  for (int64_t waited = 0;; waited += look_ms) {
    int code = enter_system(function);
    if (code != 0) return leave(code);
    bool found = next_event(set, clock_ms(), data);
    leave(0);
    if (found) return 0;
    if (waited >= timeout_ms) return answer_timeout;
    sleep_ms(timeout_ms - waited < look_ms ? timeout_ms - waited : look_ms);
  }
}

int nvmlEventSetWait_v2(struct event_set *set, struct event_data *data, uint32_t timeout_ms) {
  data->gpu_instance = data->compute_instance = no_instance;
  return wait_for_event(__func__, set, &data->event, timeout_ms);
}

int nvmlEventSetWait(struct event_set *set, struct event_data_v1 *data, uint32_t timeout_ms) {
  return wait_for_event(__func__, set, data, timeout_ms);
}

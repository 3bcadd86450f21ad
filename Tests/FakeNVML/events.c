// Events of devices: a set hears of XIDs that come after it was registered.
#include <assert.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <time.h>
#include <unistd.h>

#include "fake_nvml.h"

enum { event_type_xid = 8 };

struct event_set {
  int news;  // tells of changes where the script is; -1 where nothing does
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

/// A descriptor that can be read when the script may have been changed or replaced.
static int watch_script(void) {
  char folder[4096] = "";
  const char *path = script_path();
  const char *slash = path == NULL ? NULL : strrchr(path, '/');
  if (slash != NULL) strncat(folder, path, (size_t)(slash - path));
  int news = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (news < 0) return -1;
  const char *watched = slash == NULL ? "." : folder[0] == 0 ? "/" : folder;
  if (inotify_add_watch(news, watched, IN_CREATE | IN_MOVED_TO | IN_MODIFY | IN_DELETE) >= 0) {
    return news;
  }
  close(news);
  return -1;
}

int nvmlEventSetCreate(struct event_set **set) {
  int code = enter_system(__func__);
  if (code == 0) *set = calloc(1, sizeof **set);
  if (code == 0 && *set == NULL) code = answer_memory;
  if (code == 0) (*set)->news = watch_script();
  return leave(code);
}

int nvmlEventSetFree(struct event_set *set) {
  if (set != NULL && set->news >= 0) close(set->news);
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
/// - next_ms: set to when another comes by the script as it is, or left alone.
static bool next_event(
    struct event_set *set, int64_t now_ms, int64_t *next_ms, struct event_data_v1 *data) {
  for (unsigned slot = 0; slot < machine.device_count; slot++) {
    const struct device *device = &machine.devices[slot];
    for (unsigned index = 0; index < device->event_count; index++) {
      const struct event *event = &device->events[index];
      bool is_new = event->time_ms >= set->devices[slot].since_ms ||
                    index >= set->devices[slot].known;
      bool is_told = (set->devices[slot].delivered >> index & 1) != 0;
      if (!set->devices[slot].registered || !is_new || is_told) continue;
      if (event->time_ms > now_ms) {
        if (event->time_ms < *next_ms) *next_ms = event->time_ms;
        continue;
      }
      set->devices[slot].delivered |= (uint32_t)1 << index;
      *data = (struct event_data_v1){handle_of(slot, -1, now_ms), event_type_xid, event->xid};
      return true;
    }
  }
  return false;
}

/// Waits as a driver does, without looking about: until then, or until the script may be another.
static void wait_for_news(struct event_set *set, int64_t milliseconds) {
  char ignored[4096];
  struct pollfd news = {set->news, POLLIN, 0};
  if (poll(&news, 1, (int)milliseconds) > 0) {
    while (read(set->news, ignored, sizeof ignored) > 0) continue;
  }
}

static int wait_for_event(
    const char *function, struct event_set *set, struct event_data_v1 *data, uint32_t timeout_ms) {
  if (set == NULL) return answer_invalid_argument;
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  int64_t end_ms = time.tv_sec * 1000 + time.tv_nsec / 1000000 + timeout_ms;
  while (true) {
    int code = enter_system(function);
    if (code != 0) return leave(code);
    int64_t now_ms = clock_ms(), next_ms = never;
    bool found = next_event(set, now_ms, &next_ms, data);
    leave(0);
    if (found) return 0;
    clock_gettime(CLOCK_MONOTONIC, &time);
    int64_t rest_ms = end_ms - time.tv_sec * 1000 - time.tv_nsec / 1000000;
    if (rest_ms <= 0) return answer_timeout;
    wait_for_news(set, next_ms - now_ms < rest_ms ? next_ms - now_ms : rest_ms);
  }
}

int nvmlEventSetWait_v2(struct event_set *set, struct event_data *data, uint32_t timeout_ms) {
  data->gpu_instance = data->compute_instance = no_instance;
  return wait_for_event(__func__, set, &data->event, timeout_ms);
}

int nvmlEventSetWait(struct event_set *set, struct event_data_v1 *data, uint32_t timeout_ms) {
  return wait_for_event(__func__, set, data, timeout_ms);
}

// A stand-in for NVIDIA's management library, libnvidia-ml.so.1, with scripted devices: this file
// has the calls on the library and the machine, the others those on devices.
//
// The script is the file named by FAKE_NVML_SCRIPT, else `fake-nvml.conf` beside this library. It
// is read when the library is initialised and again at any call after it has changed, so that a
// test can change the machine under a running program. One `key=value` a line; `#` starts a
// comment. The machine's keys come first; `device` starts the next device, `instance` the next MIG
// instance of that device. A figure that is left out answers 3, not supported. A figure is `N`,
// `error N` (its call answers N) or follows the library's clock:
//   sine MIN MAX PERIOD_MS [PHASE_MS]   saw …   square …   noise MIN MAX STEP_MS   (`:` for spaces)
// Without PHASE_MS a wave's phase comes of seed, device and key; it is 0 where the seed is 0.
// Memory is in bytes, power in mW, energy in mJ, clocks in MHz, PCIe throughput in KB/s.
//
// The machine
//   driver=580.82.07   cuda=13000   init=9 (answer of init)   count=15 (answer of count)
//   delay_ms=20 (every device call sleeps)   hang_ms=20000 (utilisation alone sleeps)
//   pcie_ms=20 (a PCIe throughput call sleeps)   serial=1 (calls wait for one another)
//   time_ms=N (the clock stands; else it counts from the first initialisation)
//   start_us=N (when the clock was 0, µs since 1970: processes then share a clock)   seed=N
//   strict=0 (any version word will do; else a wrong one answers 25)
//   record=16, 24 or 32 (bytes of a process record of the third generation)
//   driver_gone_ms=A driver_back_ms=B driver_code=9   From A on, sessions begun before answer the
//     code until they are initialised again; initialisation answers it until B.
//   reload=N   A changed script with another N: sessions answer driver_code (1) until initialised.
//   delay=FUNCTION MS [from_ms=A] [until_ms=B] [times=K]   `hang=` is the same. FUNCTION is a name
//   answer=FUNCTION CODE [from_ms=A] …                     or `*`, every call of a device. Both also
//     below a device, for that device alone. K: only the first K calls.
//   calls=PATH (every call appends `FUNCTION DEVICE` to this file; device -1: none)
//
// A device
//   handle=15 (answer of the handle call)   lost=1 (every call of this device answers 15)
//   lost_after_ms=A back_after_ms=B lost_code=15 (handles got before A stay dead)
//   removed_after_ms=A returned_after_ms=B (it is not counted; later devices move up)
//   name uuid bus serial minor capability (100 × major + 10 × minor)
//   gpu memory encoder decoder jpeg ofa (%)   total reserved used free
//   temperature memory_temperature shutdown slowdown memory_max gpu_max margin
//   tlimit_shutdown tlimit_slowdown tlimit_memory tlimit_gpu   fan fans (how many) fan_rpm
//   power power_average power_instant limit management_limit   energy (at clock 0; power is added)
//   graphics sm memory_clock video_clock max_graphics max_sm max_memory_clock max_video_clock
//   pstate reasons (0x…) persistence   ecc ecc_pending (0 or 1)   ecc_corrected ecc_uncorrected
//   ecc_corrected_total ecc_uncorrected_total   remapped_corrected remapped_uncorrected
//   remapped_pending remapped_failure   mig mig_pending (0 or 1) mig_max (places, 7)
//   pcie_tx pcie_rx pcie_generation pcie_width pcie_max_generation pcie_max_width
//   pcie_bytes_tx pcie_bytes_rx (at clock 0; throughput × 1000 a second is added)
//   pcie_counter_bits=32 (they wrap)   field=ID FIGURE (any number of a field value)
//   ring_ms=N ring_count=100 (the driver's samples: their distance, how many are kept)
//   xid=MS CODE (an event; one that a later script adds is told at once)
//   process=PID BYTES|none [compute+graphics+mps] [name=…] [sm=…] [mem=…] [enc=…] [dec=…] [gi=N]
//     [ci=N] [from_ms=A] [until_ms=B] [age_ms=N] [garbage=1]   A process with sm, mem, enc or dec
//     has a utilisation sample, age_ms old; a garbage one has that alone and is in no list.
//   processes=COUNT FIRST_PID BYTES   growing=N (a list that was too long for the caller has one
//     more at the next call, N times)   gpm=ID FIGURE
//
// An instance
//   slot gi ci name uuid total reserved used slices compute_slices memory_mb process processes gpm
//
// A symbol is taken away by linking with a version script that makes it local.
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "fake_nvml.h"

int nvmlInitWithFlags(unsigned flags) {
  (void)flags;
  return begin_session(__func__);
}

int nvmlInit_v2(void) { return begin_session(__func__); }

int nvmlInit(void) { return begin_session(__func__); }

int nvmlShutdown(void) {
  end_session();
  return 0;
}

const char *nvmlErrorString(int code) {
  static const char *const texts[] = {
      [0] = "Success", [1] = "Uninitialized", [2] = "Invalid Argument", [3] = "Not Supported",
      [4] = "Insufficient Permissions", [6] = "Not Found", [7] = "Insufficient Size",
      [8] = "Insufficient External Power", [9] = "Driver Not Loaded", [10] = "Timeout",
      [11] = "Interrupt Request Issue", [12] = "NVML Shared Library Not Found",
      [13] = "Function Not Found", [14] = "Corrupted infoROM", [15] = "GPU is lost",
      [16] = "GPU requires reset", [17] = "Operating System Error",
      [18] = "Driver/library version mismatch", [25] = "Argument Version Mismatch",
      [28] = "GPU not found"};
  bool known = code >= 0 && code < (int)(sizeof texts / sizeof *texts) && texts[code] != NULL;
  return known ? texts[code] : "Unknown Error";
}

int nvmlSystemGetDriverVersion(char *buffer, uint32_t length) {
  int code = enter_system(__func__);
  if (code == 0 && machine.driver[0] == 0) code = answer_not_supported;
  return leave(code != 0 ? code : give_text(machine.driver, buffer, length));
}

int nvmlSystemGetNVMLVersion(char *buffer, uint32_t length) {
  int code = enter_system(__func__);
  if (code != 0 || machine.driver[0] == 0) return leave(code != 0 ? code : answer_not_supported);
  char text[text_length + 4];
  snprintf(text, sizeof text, "13.%s", machine.driver);
  return leave(give_text(text, buffer, length));
}

static int give_cuda(const char *function, int *version) {
  int code = enter_system(function);
  *version = machine.cuda;
  if (code == 0 && machine.cuda == 0) code = answer_library_not_found;
  return leave(code);
}

int nvmlSystemGetCudaDriverVersion(int *version) { return give_cuda(__func__, version); }

int nvmlSystemGetCudaDriverVersion_v2(int *version) { return give_cuda(__func__, version); }

int nvmlSystemGetProcessName(unsigned pid, char *name, unsigned length) {
  int code = enter_system(__func__);
  if (code != 0) return leave(code);
  const char *text = process_name(pid);
  return leave(text == NULL ? answer_not_found : give_text(text, name, length));
}

static int give_count(const char *function, uint32_t *count) {
  int code = enter_system(function);
  if (code == 0) code = machine.count_code;
  *count = 0;
  int64_t now = clock_ms();
  for (unsigned slot = 0; slot < machine.device_count; slot++) {
    *count += is_present(&machine.devices[slot], now);
  }
  return leave(code);
}

int nvmlDeviceGetCount_v2(uint32_t *count) { return give_count(__func__, count); }

int nvmlDeviceGetCount(uint32_t *count) { return give_count(__func__, count); }

/// What the call for a handle of a device answers.
static int give_handle(unsigned slot, int64_t now_ms, void **handle) {
  const struct device *device = &machine.devices[slot];
  int code = (int)device->part.figures[key_handle].number;
  if (now_ms >= device->lost_after_ms && now_ms < device->back_after_ms) code = device->lost_code;
  if (code == 0) *handle = handle_of(slot, -1, now_ms);
  return code;
}

static int handle_by_index(const char *function, uint32_t index, void **handle) {
  *handle = NULL;
  int code = enter_system(function);
  if (code != 0) return leave(code);
  int64_t now = clock_ms();
  for (unsigned slot = 0; slot < machine.device_count; slot++) {
    if (!is_present(&machine.devices[slot], now)) continue;
    if (index-- == 0) return leave(give_handle(slot, now, handle));
  }
  return leave(answer_invalid_argument);
}

int nvmlDeviceGetHandleByIndex_v2(uint32_t index, void **handle) {
  return handle_by_index(__func__, index, handle);
}

int nvmlDeviceGetHandleByIndex(uint32_t index, void **handle) {
  return handle_by_index(__func__, index, handle);
}

int nvmlDeviceGetHandleByUUID(const char *uuid, void **handle) {
  *handle = NULL;
  int code = enter_system(__func__);
  if (code != 0) return leave(code);
  int64_t now = clock_ms();
  for (unsigned slot = 0; slot < machine.device_count; slot++) {
    const struct device *device = &machine.devices[slot];
    if (!is_present(device, now)) continue;
    if (strcmp(device->part.uuid, uuid) == 0) return leave(give_handle(slot, now, handle));
    for (unsigned index = 0; index < device->instance_count; index++) {
      if (strcmp(device->instances[index].part.uuid, uuid) != 0) continue;
      *handle = handle_of(slot, (int)index, now);
      return leave(0);
    }
  }
  return leave(answer_not_found);
}

int nvmlDeviceGetHandleByPciBusId_v2(const char *bus, void **handle) {
  *handle = NULL;
  int code = enter_system(__func__);
  if (code != 0) return leave(code);
  int64_t now = clock_ms();
  for (unsigned slot = 0; slot < machine.device_count; slot++) {
    const struct device *device = &machine.devices[slot];
    // The domain may be left short: 0000:01:00.0 for 00000000:01:00.0.
    size_t length = strlen(bus), whole = strlen(device->part.bus);
    bool fits = length >= 7 && length <= whole &&
                strcasecmp(device->part.bus + whole - length, bus) == 0;
    if (fits && is_present(device, now)) return leave(give_handle(slot, now, handle));
  }
  return leave(answer_not_found);
}

int nvmlDeviceGetIndex(void *handle, uint32_t *index) {
  struct call call;
  int code = enter(&call, __func__, handle);
  if (code != 0) return leave(code);
  if (call.instance != NULL) {
    *index = call.instance->slot;
    return leave(0);
  }
  *index = 0;
  for (struct device *other = machine.devices; other < call.device; other++) {
    *index += is_present(other, call.now_ms);
  }
  return leave(0);
}

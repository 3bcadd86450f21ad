// The part of NVML's ABI that Atelier reads, written down from NVIDIA's published description of
// the library (nvml.h, API 13). Nothing here links against it: the library is opened at run time,
// and every function is looked up by the name given above its type. The versioned names matter:
// an unversioned name is the oldest generation of a call, not the newest.
#ifndef ATELIER_NVML_ABI_H
#define ATELIER_NVML_ABI_H

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

typedef int32_t nvml_return_t;
typedef void *nvml_device_t;

// Return codes.
enum {
  NVML_CODE_SUCCESS = 0,
  NVML_CODE_UNINITIALIZED = 1,
  NVML_CODE_INVALID_ARGUMENT = 2,
  NVML_CODE_NOT_SUPPORTED = 3,
  NVML_CODE_NO_PERMISSION = 4,
  NVML_CODE_NOT_FOUND = 6,
  NVML_CODE_INSUFFICIENT_SIZE = 7,
  NVML_CODE_INSUFFICIENT_POWER = 8,
  NVML_CODE_DRIVER_NOT_LOADED = 9,
  NVML_CODE_TIMEOUT = 10,
  NVML_CODE_IRQ_ISSUE = 11,
  NVML_CODE_LIBRARY_NOT_FOUND = 12,
  NVML_CODE_FUNCTION_NOT_FOUND = 13,
  NVML_CODE_CORRUPTED_INFOROM = 14,
  NVML_CODE_GPU_IS_LOST = 15,
  NVML_CODE_RESET_REQUIRED = 16,
  NVML_CODE_OPERATING_SYSTEM = 17,
  NVML_CODE_LIBRARY_VERSION_MISMATCH = 18,
  NVML_CODE_IN_USE = 19,
  NVML_CODE_MEMORY = 20,
  NVML_CODE_NO_DATA = 21,
  NVML_CODE_INSUFFICIENT_RESOURCES = 23,
  NVML_CODE_ARGUMENT_VERSION_MISMATCH = 25,
  NVML_CODE_DEPRECATED = 26,
  NVML_CODE_NOT_READY = 27,
  NVML_CODE_GPU_NOT_FOUND = 28,
  NVML_CODE_INVALID_STATE = 29,
  NVML_CODE_UNKNOWN = 999
};

// Buffer lengths in bytes, the terminating zero included.
enum { NVML_DRIVER_VERSION_LENGTH = 80, NVML_NAME_LENGTH = 96, NVML_UUID_LENGTH = 96 };

enum { NVML_TEMPERATURE_SENSOR_GPU = 0 };
enum { NVML_CLOCK_SM = 1 };

// Percentages over the driver's last sample period.
typedef struct {
  uint32_t gpu;
  uint32_t memory;
} nvml_utilization_t;

// Bytes; since driver 510 `used` contains what the driver keeps for itself.
typedef struct {
  uint64_t total;
  uint64_t free;
  uint64_t used;
} nvml_memory_t;

// Bytes; total is the sum of reserved, free and used.
typedef struct {
  uint32_t version;
  uint64_t total;
  uint64_t reserved;
  uint64_t free;
  uint64_t used;
} nvml_memory_v2_t;

typedef struct {
  char bus_id_legacy[16];
  uint32_t domain;
  uint32_t bus;
  uint32_t device;
  uint32_t pci_device_id;
  uint32_t pci_subsystem_id;
  char bus_id[32];
} nvml_pci_info_t;

// A versioned structure carries its size and its generation in its first word.
#define NVML_STRUCTURE_VERSION(type, generation) \
  ((uint32_t)(sizeof(type) | ((uint32_t)(generation) << 24)))

static const uint32_t NVML_MEMORY_V2_VERSION = NVML_STRUCTURE_VERSION(nvml_memory_v2_t, 2);

static_assert(sizeof(nvml_utilization_t) == 8, "nvmlUtilization_t has 8 bytes");
static_assert(sizeof(nvml_memory_t) == 24, "nvmlMemory_t has 24 bytes");
static_assert(sizeof(nvml_memory_v2_t) == 40, "nvmlMemory_v2_t has 40 bytes");
static_assert(offsetof(nvml_memory_v2_t, total) == 8, "total follows the padded version");
static_assert(offsetof(nvml_memory_v2_t, used) == 32, "used is the last field");
static_assert(sizeof(nvml_pci_info_t) == 68, "nvmlPciInfo_t has 68 bytes");
static_assert(offsetof(nvml_pci_info_t, bus_id) == 36, "busId is the last field");
static_assert(NVML_STRUCTURE_VERSION(nvml_memory_v2_t, 2) == 0x02000028, "version word");

// nvmlInit_v2, nvmlShutdown
typedef nvml_return_t (*nvml_no_argument_function)(void);
// nvmlSystemGetDriverVersion
typedef nvml_return_t (*nvml_system_text_function)(char *, uint32_t);
// nvmlSystemGetCudaDriverVersion: 1000 × major + 10 × minor
typedef nvml_return_t (*nvml_system_number_function)(int32_t *);
// nvmlDeviceGetCount_v2
typedef nvml_return_t (*nvml_count_function)(uint32_t *);
// nvmlDeviceGetHandleByIndex_v2
typedef nvml_return_t (*nvml_handle_function)(uint32_t, nvml_device_t *);
// nvmlDeviceGetName, nvmlDeviceGetUUID
typedef nvml_return_t (*nvml_device_text_function)(nvml_device_t, char *, uint32_t);
// nvmlDeviceGetFanSpeed (%), nvmlDeviceGetPowerUsage, nvmlDeviceGetEnforcedPowerLimit and
// nvmlDeviceGetPowerManagementLimit (mW)
typedef nvml_return_t (*nvml_device_number_function)(nvml_device_t, uint32_t *);
// nvmlDeviceGetTemperature (°C by sensor), nvmlDeviceGetClockInfo (MHz by clock)
typedef nvml_return_t (*nvml_device_choice_function)(nvml_device_t, int32_t, uint32_t *);
// nvmlDeviceGetUtilizationRates
typedef nvml_return_t (*nvml_device_utilization_function)(nvml_device_t, nvml_utilization_t *);
// nvmlDeviceGetMemoryInfo
typedef nvml_return_t (*nvml_device_memory_function)(nvml_device_t, nvml_memory_t *);
// nvmlDeviceGetMemoryInfo_v2
typedef nvml_return_t (*nvml_device_memory_v2_function)(nvml_device_t, nvml_memory_v2_t *);
// nvmlDeviceGetCudaComputeCapability: major, minor
typedef nvml_return_t (*nvml_device_pair_function)(nvml_device_t, int32_t *, int32_t *);
// nvmlDeviceGetPciInfo_v3
typedef nvml_return_t (*nvml_device_pci_function)(nvml_device_t, nvml_pci_info_t *);

#endif

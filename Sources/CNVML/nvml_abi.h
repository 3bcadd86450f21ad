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
enum { NVML_TEMPERATURE_THRESHOLD_SHUTDOWN = 0, NVML_TEMPERATURE_THRESHOLD_SLOWDOWN = 1 };
enum {
  NVML_CLOCK_GRAPHICS = 0,
  NVML_CLOCK_SM = 1,
  NVML_CLOCK_MEMORY = 2,
  NVML_CLOCK_VIDEO = 3
};
enum { NVML_PCIE_TRANSMIT = 0, NVML_PCIE_RECEIVE = 1 };
enum { NVML_ECC_CORRECTED = 0, NVML_ECC_UNCORRECTED = 1 };
enum { NVML_ECC_VOLATILE = 0 };
enum { NVML_EVENT_XID = 0x8 };
// An instance's number in the record of a process that belongs to none.
enum { NVML_NO_INSTANCE = 0xFFFFFFFF };

// Fields of nvmlDeviceGetFieldValues.
enum {
  NVML_FIELD_MEMORY_TEMPERATURE = 82,  // °C
  NVML_FIELD_POWER_INSTANT = 186,      // mW
  NVML_FIELD_PCIE_TRANSMITTED = 197,   // bytes; the counter wraps
  NVML_FIELD_PCIE_RECEIVED = 198       // bytes; the counter wraps
};

// Types of a value in a union.
enum {
  NVML_VALUE_DOUBLE = 0,
  NVML_VALUE_UINT32 = 1,
  NVML_VALUE_ULONG = 2,
  NVML_VALUE_UINT64 = 3,
  NVML_VALUE_INT64 = 4,
  NVML_VALUE_INT32 = 5
};

// Kinds of nvmlDeviceGetSamples.
enum {
  NVML_SAMPLES_POWER = 0,  // mW
  NVML_SAMPLES_GPU_UTILIZATION = 1,
  NVML_SAMPLES_MEMORY_UTILIZATION = 2,
  NVML_SAMPLES_SM_CLOCK = 5  // MHz
};

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

// °C left to the slowdown; may be negative.
typedef struct {
  uint32_t version;
  int32_t margin;
} nvml_margin_temperature_t;

// °C at one sensor.
typedef struct {
  uint32_t version;
  uint32_t sensor;
  int32_t temperature;
} nvml_temperature_v1_t;

// What one call among several answered; `value` is a union, whose type says which bytes count.
typedef struct {
  uint32_t field;
  uint32_t scope;
  int64_t timestamp;  // µs since 1970
  int64_t latency;    // µs
  int32_t value_type;
  nvml_return_t code;
  uint64_t value;
} nvml_field_value_t;

// A process in the layout of most drivers; a driver may write 16 or 32 bytes a record instead.
typedef struct {
  uint32_t pid;
  uint64_t used_memory;  // bytes; all bits set: not available
  uint32_t gpu_instance;
  uint32_t compute_instance;
} nvml_process_t;

// A process's use over a sample period, in percent.
typedef struct {
  uint32_t pid;
  uint64_t timestamp;  // µs since 1970
  uint32_t sm;
  uint32_t memory;
  uint32_t encoder;
  uint32_t decoder;
} nvml_process_utilization_t;

typedef struct {
  uint64_t timestamp;  // µs since 1970
  uint64_t value;      // a union
} nvml_sample_t;

typedef struct {
  nvml_device_t device;
  uint64_t type;
  uint64_t data;  // the XID
  uint32_t gpu_instance;
  uint32_t compute_instance;
} nvml_event_t;

typedef void *nvml_event_set_t;

// Performance counters (GPM): what instances have in place of utilisation, from Hopper on.
enum { NVML_GPM_VERSION = 1 };
enum {
  NVML_GPM_GRAPHICS_UTILIZATION = 1,   // %
  NVML_GPM_SM_UTILIZATION = 2,         // %
  NVML_GPM_MEMORY_UTILIZATION = 10     // % of the bandwidth
};
// Room for more metrics than the library knows.
enum { NVML_GPM_METRICS_ROOM = 400 };

typedef struct {
  uint32_t version;
  uint32_t is_supported;
} nvml_gpm_support_t;

typedef void *nvml_gpm_sample_t;

typedef struct {
  uint32_t metric;
  nvml_return_t code;
  double value;
  const char *short_name;
  const char *long_name;
  const char *unit;
} nvml_gpm_metric_t;

// Two samples of one instance, to be followed by as many metrics as are asked for.
typedef struct {
  uint32_t version;
  uint32_t count;
  nvml_gpm_sample_t first;
  nvml_gpm_sample_t second;
} nvml_gpm_question_t;

// A versioned structure carries its size and its generation in its first word.
#define NVML_STRUCTURE_VERSION(type, generation) \
  ((uint32_t)(sizeof(type) | ((uint32_t)(generation) << 24)))

static const uint32_t NVML_MEMORY_V2_VERSION = NVML_STRUCTURE_VERSION(nvml_memory_v2_t, 2);

static const uint32_t NVML_MARGIN_VERSION = NVML_STRUCTURE_VERSION(nvml_margin_temperature_t, 1);
static const uint32_t NVML_TEMPERATURE_VERSION = NVML_STRUCTURE_VERSION(nvml_temperature_v1_t, 1);

static_assert(sizeof(nvml_field_value_t) == 40, "nvmlFieldValue_t has 40 bytes");
static_assert(offsetof(nvml_field_value_t, value) == 32, "the value is the last field");
static_assert(sizeof(nvml_process_t) == 24, "nvmlProcessInfo_v2_t has 24 bytes");
static_assert(offsetof(nvml_process_t, gpu_instance) == 16, "instances follow the memory");
static_assert(sizeof(nvml_process_utilization_t) == 32, "nvmlProcessUtilizationSample_t");
static_assert(offsetof(nvml_process_utilization_t, sm) == 16, "smUtil follows the time");
static_assert(sizeof(nvml_sample_t) == 16, "nvmlSample_t has 16 bytes");
static_assert(sizeof(nvml_gpm_support_t) == 8, "nvmlGpmSupport_t has 8 bytes");
static_assert(sizeof(nvml_gpm_metric_t) == 40, "nvmlGpmMetric_t has 40 bytes");
static_assert(sizeof(nvml_gpm_question_t) == 24, "the metrics follow the samples");
static_assert(sizeof(nvml_event_t) == 32, "nvmlEventData_t has 32 bytes");
static_assert(sizeof(nvml_margin_temperature_t) == 8, "nvmlMarginTemperature_v1_t has 8 bytes");
static_assert(sizeof(nvml_temperature_v1_t) == 12, "nvmlTemperature_v1_t has 12 bytes");
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
// nvmlDeviceGetPerformanceState, nvmlDeviceGetPersistenceMode
typedef nvml_return_t (*nvml_device_state_function)(nvml_device_t, int32_t *);
// nvmlDeviceGetTotalEnergyConsumption (mJ), nvmlDeviceGetCurrentClocksEventReasons (bits)
typedef nvml_return_t (*nvml_device_large_number_function)(nvml_device_t, uint64_t *);
// nvmlDeviceGetEncoderUtilization, ...Decoder... (%, µs), nvmlDeviceGetEccMode and
// nvmlDeviceGetMigMode (current, pending)
typedef nvml_return_t (*nvml_device_two_numbers_function)(nvml_device_t, uint32_t *, uint32_t *);
// nvmlDeviceGetRemappedRows: corrected, uncorrected, pending, failure
typedef nvml_return_t (*nvml_device_rows_function)(
    nvml_device_t, uint32_t *, uint32_t *, uint32_t *, uint32_t *);
// nvmlDeviceGetTotalEccErrors: error type, counter type, count
typedef nvml_return_t (*nvml_device_errors_function)(nvml_device_t, int32_t, int32_t, uint64_t *);
// nvmlDeviceGetMarginTemperature
typedef nvml_return_t (*nvml_device_margin_function)(nvml_device_t, nvml_margin_temperature_t *);
// nvmlDeviceGetTemperatureV
typedef nvml_return_t (*nvml_device_temperature_function)(nvml_device_t, nvml_temperature_v1_t *);
// nvmlDeviceGetFieldValues
typedef nvml_return_t (*nvml_device_fields_function)(
    nvml_device_t, int32_t, nvml_field_value_t *);
// nvmlDeviceGetComputeRunningProcesses_v3, ...Graphics..., ...MPSCompute...
typedef nvml_return_t (*nvml_device_processes_function)(nvml_device_t, uint32_t *, void *);
// nvmlDeviceGetProcessUtilization: samples newer than a time in µs since 1970
typedef nvml_return_t (*nvml_device_process_use_function)(
    nvml_device_t, nvml_process_utilization_t *, uint32_t *, uint64_t);
// nvmlDeviceGetSamples: kind, newer than, type of the values, count, samples
typedef nvml_return_t (*nvml_device_samples_function)(
    nvml_device_t, int32_t, uint64_t, int32_t *, uint32_t *, nvml_sample_t *);
// nvmlDeviceGetMigDeviceHandleByIndex
typedef nvml_return_t (*nvml_device_instance_function)(
    nvml_device_t, uint32_t, nvml_device_t *);
// nvmlSystemGetProcessName
typedef nvml_return_t (*nvml_process_name_function)(uint32_t, char *, uint32_t);
// nvmlEventSetCreate
typedef nvml_return_t (*nvml_event_set_create_function)(nvml_event_set_t *);
// nvmlEventSetFree
typedef nvml_return_t (*nvml_event_set_free_function)(nvml_event_set_t);
// nvmlDeviceRegisterEvents
typedef nvml_return_t (*nvml_register_events_function)(
    nvml_device_t, uint64_t, nvml_event_set_t);
// nvmlEventSetWait_v2: at most so many ms
typedef nvml_return_t (*nvml_event_wait_function)(nvml_event_set_t, nvml_event_t *, uint32_t);

// nvmlGpmQueryDeviceSupport
typedef nvml_return_t (*nvml_gpm_support_function)(nvml_device_t, nvml_gpm_support_t *);
// nvmlGpmSampleAlloc
typedef nvml_return_t (*nvml_gpm_allocate_function)(nvml_gpm_sample_t *);
// nvmlGpmSampleFree
typedef nvml_return_t (*nvml_gpm_free_function)(nvml_gpm_sample_t);
// nvmlGpmMigSampleGet: a device, one of its GPU instances
typedef nvml_return_t (*nvml_gpm_instance_function)(nvml_device_t, uint32_t, nvml_gpm_sample_t);
// nvmlGpmMetricsGet
typedef nvml_return_t (*nvml_gpm_metrics_function)(void *);

#endif

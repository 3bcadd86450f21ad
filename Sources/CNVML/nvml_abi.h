// The part of NVML's ABI that Atelier reads. The library itself is opened at run time.
#ifndef ATELIER_NVML_ABI_H
#define ATELIER_NVML_ABI_H

#include <stdint.h>

typedef int32_t nvml_return_t;
typedef void *nvml_device_t;

#endif

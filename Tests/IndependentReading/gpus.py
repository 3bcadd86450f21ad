#!/usr/bin/env python3
"""Reads GPUs with nvidia-ml-py, NVIDIA's own binding of NVML, and with gpustat.

Usage: gpus.py   prints one JSON object: `nvml` and `gpustat`, each a list of devices under the keys
of `atelier gpu --json`; a figure that was not given is null. `gpustat` is null where it does not run
on such a driver. LD_LIBRARY_PATH leads to the library.
"""

import ctypes
import json

import pynvml as nvml

NONE = 0xFFFFFFFF
UNTOLD = 0xFFFFFFFFFFFFFFFF


def ask(function, *arguments, **named):
    try:
        return function(*arguments, **named)
    except nvml.NVMLError:
        return None


def field(device, number):
    answers = ask(nvml.nvmlDeviceGetFieldValues, device, [number]) or []
    for answer in answers:
        if answer.nvmlReturn == nvml.NVML_SUCCESS:
            kinds = {3: answer.value.ullVal, 5: answer.value.siVal}
            return kinds.get(answer.valueType, answer.value.uiVal)
    return None


def part(values, index):
    return None if values is None else values[index]


def attribute(value, name):
    return None if value is None else getattr(value, name)


def thousandth(value):
    return None if value is None else value / 1000


def memory(device):
    newer = ask(nvml.nvmlDeviceGetMemoryInfo, device, version=nvml.nvmlMemory_v2)
    info = newer or ask(nvml.nvmlDeviceGetMemoryInfo, device)
    names = {"used": "memory_used_bytes", "total": "memory_total_bytes", "free": "memory_free_bytes"}
    figures = {key: attribute(info, name) for name, key in names.items()}
    return {**figures, "memory_reserved_bytes": attribute(newer, "reserved")}


def errors(device, kind):
    return ask(nvml.nvmlDeviceGetTotalEccErrors, device, kind, nvml.NVML_VOLATILE_ECC)


def figures(device):
    rates = ask(nvml.nvmlDeviceGetUtilizationRates, device)
    rows = ask(nvml.nvmlDeviceGetRemappedRows, device)
    now, most = nvml.nvmlDeviceGetClockInfo, nvml.nvmlDeviceGetMaxClockInfo
    return {
        "utilization_percent": attribute(rates, "gpu"),
        "memory_utilization_percent": attribute(rates, "memory"),
        "encoder_percent": part(ask(nvml.nvmlDeviceGetEncoderUtilization, device), 0),
        "decoder_percent": part(ask(nvml.nvmlDeviceGetDecoderUtilization, device), 0),
        **memory(device),
        "temperature_celsius": ask(nvml.nvmlDeviceGetTemperature, device, 0),
        "memory_temperature_celsius": field(device, 82),
        "temperature_shutdown_celsius": ask(nvml.nvmlDeviceGetTemperatureThreshold, device, 0),
        "temperature_slowdown_celsius": ask(nvml.nvmlDeviceGetTemperatureThreshold, device, 1),
        "temperature_margin_celsius": ask(nvml.nvmlDeviceGetMarginTemperature, device),
        "fan_percent": ask(nvml.nvmlDeviceGetFanSpeed, device),
        "power_watts": thousandth(ask(nvml.nvmlDeviceGetPowerUsage, device)),
        "power_instant_watts": thousandth(field(device, 186)),
        "power_limit_watts": thousandth(ask(nvml.nvmlDeviceGetEnforcedPowerLimit, device)),
        "energy_joules": thousandth(ask(nvml.nvmlDeviceGetTotalEnergyConsumption, device)),
        "graphics_clock_mhz": ask(now, device, nvml.NVML_CLOCK_GRAPHICS),
        "sm_clock_mhz": ask(now, device, nvml.NVML_CLOCK_SM),
        "memory_clock_mhz": ask(now, device, nvml.NVML_CLOCK_MEM),
        "video_clock_mhz": ask(now, device, nvml.NVML_CLOCK_VIDEO),
        "graphics_clock_max_mhz": ask(most, device, nvml.NVML_CLOCK_GRAPHICS),
        "sm_clock_max_mhz": ask(most, device, nvml.NVML_CLOCK_SM),
        "memory_clock_max_mhz": ask(most, device, nvml.NVML_CLOCK_MEM),
        "video_clock_max_mhz": ask(most, device, nvml.NVML_CLOCK_VIDEO),
        "performance_state": ask(nvml.nvmlDeviceGetPerformanceState, device),
        "pcie_generation": ask(nvml.nvmlDeviceGetCurrPcieLinkGeneration, device),
        "pcie_generation_max": ask(nvml.nvmlDeviceGetMaxPcieLinkGeneration, device),
        "pcie_width": ask(nvml.nvmlDeviceGetCurrPcieLinkWidth, device),
        "pcie_width_max": ask(nvml.nvmlDeviceGetMaxPcieLinkWidth, device),
        "ecc_corrected_errors": errors(device, nvml.NVML_MEMORY_ERROR_TYPE_CORRECTED),
        "ecc_uncorrected_errors": errors(device, nvml.NVML_MEMORY_ERROR_TYPE_UNCORRECTED),
        "remapped_rows_pending": part(rows, 2),
        "remapped_rows_failure": part(rows, 3),
    }


def switch(value):
    return None if value is None else value == 1


class OldRecord(ctypes.Structure):
    _fields_ = [("pid", ctypes.c_uint), ("usedGpuMemory", ctypes.c_ulonglong)]


class Record(ctypes.Structure):
    _fields_ = OldRecord._fields_ + [
        ("gpuInstanceId", ctypes.c_uint), ("computeInstanceId", ctypes.c_uint)]


def records(device, name):
    """The second generation of the call has one layout on every driver, the first has another."""
    for function, record in [(f"{name}_v2", Record), (name, OldRecord)]:
        try:
            call = getattr(nvml.nvmlLib, function)
        except AttributeError:
            continue
        room = (record * 512)()
        count = ctypes.c_uint(len(room))
        return room[:count.value] if call(device, ctypes.byref(count), room) == 0 else []
    return []


def processes(device):
    found = {}
    lists = {"compute": "Compute", "graphics": "Graphics", "mps": "MPSCompute"}
    for kind, name in lists.items():
        for record in records(device, f"nvmlDeviceGet{name}RunningProcesses"):
            told = record.usedGpuMemory != UNTOLD
            instance = getattr(record, "gpuInstanceId", NONE)
            entry = found.setdefault((record.pid, instance), {
                "pid": record.pid, "kinds": [],
                "memory_bytes": record.usedGpuMemory if told else None,
                "gpu_instance": None if instance == NONE else instance})
            entry["kinds"].append(kind)
    return [found[key] for key in sorted(found)]


def instances(device):
    found = []
    for place in range(ask(nvml.nvmlDeviceGetMaxMigDeviceCount, device) or 0):
        handle = ask(nvml.nvmlDeviceGetMigDeviceHandleByIndex, device, place)
        if handle is None:
            continue
        info = memory(handle)
        found.append({
            "gpu_instance": nvml.nvmlDeviceGetGpuInstanceId(handle),
            "compute_instance": nvml.nvmlDeviceGetComputeInstanceId(handle),
            "uuid": ask(nvml.nvmlDeviceGetUUID, handle), "name": ask(nvml.nvmlDeviceGetName, handle),
            "memory_used_bytes": info["memory_used_bytes"],
            "memory_total_bytes": info["memory_total_bytes"]})
    return found


def device(index):
    handle = nvml.nvmlDeviceGetHandleByIndex(index)
    capability = ask(nvml.nvmlDeviceGetCudaComputeCapability, handle)
    return {
        "index": index,
        "name": ask(nvml.nvmlDeviceGetName, handle),
        "uuid": ask(nvml.nvmlDeviceGetUUID, handle),
        "pci_bus_id": attribute(ask(nvml.nvmlDeviceGetPciInfo, handle), "busId"),
        "compute_capability": capability and f"{capability[0]}.{capability[1]}",
        **figures(handle),
        "persistence": switch(ask(nvml.nvmlDeviceGetPersistenceMode, handle)),
        "ecc_enabled": switch(part(ask(nvml.nvmlDeviceGetEccMode, handle), 0)),
        "mig_enabled": switch(part(ask(nvml.nvmlDeviceGetMigMode, handle), 0)),
        "processes": processes(handle),
        "instances": instances(handle),
    }


def with_gpustat():
    # Imported late: it changes what pynvml's functions do.
    import gpustat

    try:
        found = gpustat.new_query().jsonify()["gpus"]
    except nvml.NVMLLibraryMismatchError:
        return None
    return [
        {
            "index": gpu["index"], "name": gpu["name"], "uuid": gpu["uuid"],
            "temperature_celsius": gpu["temperature.gpu"], "fan_percent": gpu["fan.speed"],
            "utilization_percent": gpu["utilization.gpu"],
            "encoder_percent": gpu["utilization.enc"], "decoder_percent": gpu["utilization.dec"],
            # Whole watts and mebibytes are all that it tells.
            "whole_power_watts": gpu["power.draw"],
            "whole_power_limit_watts": gpu["enforced.power.limit"],
            "memory_used_mebibytes": gpu["memory.used"],
            "memory_total_mebibytes": gpu["memory.total"],
            "processes": [
                {"pid": process["pid"], "memory_used_mebibytes": process["gpu_memory_usage"]}
                for process in gpu["processes"] or []],
        }
        for gpu in found
    ]


def main():
    nvml.nvmlInit()
    devices = [device(index) for index in range(nvml.nvmlDeviceGetCount())]
    versions = {
        "driver": nvml.nvmlSystemGetDriverVersion(),
        "cuda": nvml.nvmlSystemGetCudaDriverVersion()}
    nvml.nvmlShutdown()
    print(json.dumps({**versions, "nvml": devices, "gpustat": with_gpustat()}))


if __name__ == "__main__":
    main()

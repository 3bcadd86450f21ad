"""What the kernel tells of the machine and of processes."""

import os
import time


def describe():
    """The machine in words: processor, cores, memory, kernel and load."""
    model = "unknown processor"
    with open("/proc/cpuinfo") as file:
        for line in file:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    with open("/proc/meminfo") as file:
        memory = int(file.readline().split()[1]) / (1 << 20)
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    cores = len(os.sched_getaffinity(0))
    return (
        f"{model}, {cores} cores, {memory:.1f} GiB of memory, Linux {os.uname().release}; "
        f"load {load}")


def cpu_seconds(process):
    """Processor time of a process and all its threads, of those that have ended, too.

    By the kernel's clock of the process, to the nanosecond: /proc/PID/stat counts in hundredths.
    """
    # As clock_getcpuclockid(3) makes it: the process's number, inverted, and the scheduler's clock.
    return time.clock_gettime((~process << 3) | 2)


def peak_megabytes(process):
    """The most memory that was ever resident, in megabytes of 10^6 bytes."""
    with open(f"/proc/{process}/status") as file:
        for line in file:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024 / 1e6
    return 0.0


def megabytes(process):
    """Resident and proportional memory, in megabytes of 10^6 bytes."""
    found = {}
    with open(f"/proc/{process}/smaps_rollup") as file:
        for line in file:
            name, _, rest = line.partition(":")
            if name in ("Rss", "Pss"):
                found[name] = int(rest.split()[0]) * 1024 / 1e6
    return found["Rss"], found["Pss"]

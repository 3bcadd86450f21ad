"""What the kernel tells of the machine and of processes."""

import os

TICKS = os.sysconf("SC_CLK_TCK")


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
    """Processor time of a process and all its threads."""
    with open(f"/proc/{process}/stat") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def precise_cpu_seconds(process):
    """The same to the nanosecond, of the threads that are alive."""
    total = 0
    for thread in os.listdir(f"/proc/{process}/task"):
        with open(f"/proc/{process}/task/{thread}/schedstat") as file:
            total += int(file.read().split()[0])
    return total / 1e9


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

#!/usr/bin/env python3
"""Runs a command and prints its seconds and its greatest private memory in MB: memory.py COMMAND...

Private is Private_Clean + Private_Dirty of /proc/PID/smaps_rollup less the pages of mapped files, sampled ten times a second.
"""
import subprocess
import sys
import time


def private(pid):
    try:
        anonymous = 0
        for line in open("/proc/%d/smaps_rollup" % pid, encoding="ascii"):
            if line.startswith("Private_Dirty:"):
                anonymous += int(line.split()[1])
        return anonymous
    except OSError:
        return 0


def main():
    if sys.argv[1] == "--pid":
        print("private memory %d MB" % (private(int(sys.argv[2])) // 1024))
        return
    start, greatest = time.perf_counter(), 0
    process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    while process.poll() is None:
        greatest = max(greatest, private(process.pid))
        time.sleep(.1)
    print("%.1f s, at most %d MB private memory, exit %d" % (time.perf_counter() - start, greatest // 1024, process.returncode))


main()

"""What a run of a program costs: its CPU time and the memory of its largest process, workers counted."""
import json
import subprocess
import sys

# A program of its own, small and started before anything large is made: the kernel counts the memory of whoever forks as
# memory of the child.
_LAUNCHER = r'''
import json, os, subprocess, sys
for line in sys.stdin:
    order = json.loads(line)
    with open(order['input'], 'rb') as source, open(order['output'], 'wb') as target:
        process = subprocess.Popen(order['command'], stdin=source, stdout=target)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    print(json.dumps([os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024]), flush=True)
'''


class Launcher:
    """Runs programs and says what they cost."""

    def __init__(self):
        self.process = subprocess.Popen([sys.executable, '-S', '-E', '-c', _LAUNCHER], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)

    def run(self, command, source, target):
        """Runs a command on files: its exit status, CPU seconds, peak of resident bytes."""
        self.process.stdin.write(json.dumps({'command': command, 'input': source, 'output': target}) + '\n')
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()

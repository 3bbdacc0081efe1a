"""How fast the console answers a person: its first prompt, Tab, and Ctrl-C, at a pseudo-terminal.

Usage: console.py TENON STORE FOLDER. Prints rows as Benchmarks/run wants them; the peer is the goal, or, for the first
prompt, the sqlite3 shell. What is measured is from the key to the first byte that answers it.
"""
import os
import pty
import select
import signal
import statistics
import sys
import time

TENON, STORE, FOLDER = sys.argv[1:4]
ENVIRONMENT = {"TERM": "xterm", "NO_COLOR": "1", "INPUTRC": "/dev/null", "PATH": os.environ["PATH"], "HOME": FOLDER}


class Terminal:
    def __init__(self, *words):
        self.start = time.perf_counter()
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            os.execvpe(words[0], words, ENVIRONMENT)
        self.shown = b""

    def type(self, text):
        os.write(self.descriptor, text.encode())

    def expect(self, text, seconds=30):
        """Seconds until the text is shown."""
        start, wanted = time.perf_counter(), text.encode()
        while wanted not in self.shown:
            if not select.select([self.descriptor], [], [], seconds)[0]:
                raise SystemExit(f"{text!r} was not shown: {self.shown[-300:]!r}")
            self.shown += os.read(self.descriptor, 65536)
        self.shown = self.shown.split(wanted, 1)[1]
        return time.perf_counter() - start

    def end(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.descriptor)


def first_prompt(prompt, *words):
    times = []
    for _ in range(5):
        terminal = Terminal(*words)
        terminal.expect(prompt)
        times.append(time.perf_counter() - terminal.start)
        terminal.end()
    return statistics.median(times)


def console():
    terminal = Terminal(TENON, "repl", "--store", STORE, "--no-rc")
    terminal.expect("tenon> ")
    return terminal


# What is typed before Tab, and what then must appear.
WORDS = [
    ("custom", "ers"), ("customers:grou", "p_by"), ("customers:first().annual_p", "urchase"),
    ("for c in customers:each() do print(c.annual_p", "urchase"), ("pricing.repl", "ay"),
    ("customers:where{annual_p", "urchase"), ('customers:where{size = "me', "dium"),
    ("customers:first():orders():first().amou", "nt"), ('customers:get("firm 1', "firm 1"),
    ('customers:get("zzz', "\x07"), ("tiering.apply{pol", "icy"),
]


def completions():
    terminal, times = console(), []
    for typed, answer in WORDS:
        terminal.type(typed)
        terminal.expect(typed[-4:])
        time.sleep(0.1)
        terminal.type("\t")
        times.append(terminal.expect(answer))
        terminal.type("\x03")
        terminal.expect("tenon> ")
    terminal.end()
    return times


LOOPS = [
    ("for i = 1, 1e10 do end", 0.5),
    ("coroutine.wrap(function() while true do end end)()", 0.5),
    ("while true do pcall(function() while true do end end) end", 0.5),
    ('csv.import{to = customers, from = "many.csv"}', 1.0),
]


def stops():
    with open(os.path.join(FOLDER, "many.csv"), "w") as file:
        file.write("code,name\n")
        file.writelines(f"K{i},Company {i}\n" for i in range(3_000_000))
    os.chdir(FOLDER)
    terminal, times = console(), []
    for chunk, wait in LOOPS:
        terminal.type("customers:limit(1):update{credit = 1} " + chunk + "\r")
        time.sleep(wait)
        terminal.type("\x03")
        times.append(terminal.expect("interrupted: nothing was changed"))
        terminal.expect("tenon> ")
    terminal.end()
    return times


peer = first_prompt("sqlite> ", "sqlite3", STORE)
prompt = first_prompt("tenon> ", TENON, "repl", "--store", STORE, "--no-rc")
print(f"first prompt of the console (peer: the sqlite3 shell's)\t{prompt:.4f}\t{peer:.4f}\t-")
print(f"… against its goal of 100 ms\t{prompt:.4f}\t0.1\t1")
tabs = completions()
print(f"Tab, the slowest of {len(tabs)} places (peer: the goal of 30 ms)\t{max(tabs):.4f}\t0.03\t1")
times = stops()
print(f"Ctrl-C in a loop, a coroutine, a pcall loop and an import, the slowest (peer: the goal of 100 ms)\t{max(times):.4f}\t0.1\t1")
print("Tab and Ctrl-C by place:", [f"{t * 1000:.1f} ms" for t in tabs + times], file=sys.stderr)

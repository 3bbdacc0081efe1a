"""The shared library as a program in another language uses and abuses it.

    python3 library_test.py LIBRARY [unittest options]; TENON_OPENS says how often a store is opened and closed
"""
import ctypes
import locale
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../../examples/embed/python"))
import tenon

LIBRARY = None
MAKE = """
  customers:create{code = "C-1", name = "中国航发", level = "B", annual_purchase = yuan(312400)}
  customers:create{code = "C-2", name = "two"}
"""


def signals_caught():
    """The signals that have a handler, as a set of numbers."""
    with open("/proc/self/status") as status:
        mask = next(int(line.split()[1], 16) for line in status if line.startswith("SigCgt:"))
    return {bit + 1 for bit in range(64) if mask >> bit & 1}


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="tenon-ctypes-")
        self.path = os.path.join(self.folder, "sales.db")

    def tearDown(self):
        shutil.rmtree(self.folder)

    def store(self, path=":memory:", **options):
        store = tenon.Store(LIBRARY, path, **options)
        return store

    def fails(self, code, body, *arguments, **options):
        with self.assertRaises(tenon.Failure) as raised:
            body(*arguments, **options)
        self.assertEqual(raised.exception.code, code, raised.exception)
        return raised.exception


class Values(Case):
    def test_versions(self):
        self.assertRegex(LIBRARY.tenon_version().decode(), r"^\d+\.\d+\.\d+$")
        self.assertEqual(LIBRARY.tenon_api(), 1)

    def test_values(self):
        with self.store(clock="2026-06-30T09:00:00") as store:
            for source, value in [
                ("1 + 1", 2), ("return 1, 'a', nil", [1, "a", None]), ("", None), ("nil", None),
                ("{}", []), ("{1, {a = true}}", [1, {"a": True}]), ("yuan(12)", 12.0),
                ("today()", "2026-06-30"), ("'\\n\\\"\\0中'", "\n\"\0中"), ("1e300 * 1e300", "inf"),
                ("customers:count()", 0), ("customers", []), ("function() end", "function"),
                ("arg", []), ("{1, nil, 3}", {"1": 1, "3": 3}), ("math.mininteger", -2**63),
            ]:
                self.assertEqual(store.eval(source), value, source)

    def test_records_and_queries(self):
        with self.store() as store:
            store.eval("for i = 1, 50 do customers:create{code = 'C' .. i, name = 'n'} end")
            rows = store.eval("customers")
            self.assertEqual([row["id"] for row in rows], list(range(1, 51)))
            record = store.eval("customers:get('C7')")
            self.assertEqual((record[0]["id"], record[0]["code"]), (7, "C7"))
            nested = store.eval("{all = customers:order_by('-id'):limit(30)}")
            self.assertEqual([row["id"] for row in nested["all"]], list(range(50, 20, -1)))

    def test_output(self):
        with self.store() as store:
            store.eval("print('a') print('中', 1)")
            self.assertEqual(store.output, "a\n中\t1\n")
            store.eval("for i = 1, 3000 do print(string.rep('中', 1000)) end")
            self.assertLessEqual(len(store.output.encode()), 1 << 20)
            self.assertGreater(len(store.output.encode()), (1 << 20) - 3)
            store.eval("1")
            self.assertEqual(store.output, "")

    def test_policies_come_along(self):
        """The library is copied elsewhere, the working folder is another: the policies are inside."""
        copied = shutil.copy(LIBRARY._name, os.path.join(self.folder, "libtenon.so"))
        here = os.getcwd()
        os.chdir("/")
        try:
            with tenon.Store(tenon.load(copied), ":memory:") as store:
                store.eval(MAKE)
                store.eval("tiering.apply{policy = 'fastener'}")
                self.assertEqual(store.eval("customers:get('C-2').level"), "D")
        finally:
            os.chdir(here)


class Runs(Case):
    def test_a_run_is_recorded_and_taken_back(self):
        with self.store(self.path, create=True, actor="clerk") as store:
            store.eval(MAKE)
            self.assertEqual((store.run, store.changed), (1, 2))
            store.eval("for c in customers:each() do c.level = 'A' end return 'done'")
            run = store.run
            self.assertEqual((run, store.changed), (2, 2))
            self.assertEqual(store.changes, [
                {"entity": "customers", "id": 1, "kind": "updated", "field": "level",
                 "before": "B", "after": "A"},
                {"entity": "customers", "id": 2, "kind": "updated", "field": "level",
                 "before": None, "after": "A"},
            ])
            store.eval("customers:count()")
            self.assertEqual((store.run, store.changed, store.changes), (0, 0, []))
            store.undo(run)
            self.assertEqual((store.run, store.changed), (3, 2))
            self.assertEqual(store.eval("customers:get('C-1').level"), "B")
            self.fails("run.undone", store.undo, run)
            self.fails("run.missing", store.undo, 99)
            self.fails("run.missing", store.undo, -1)
            self.assertEqual(store.run, 0)
        with sqlite3.connect(self.path) as plain:
            rows = plain.execute("select id, kind, actor from runs order by id").fetchall()
        plain.close()
        self.assertEqual(
            rows, [(1, "console", "clerk"), (2, "console", "clerk"), (3, "undo", "clerk")])
        self.assertEqual(os.listdir(self.folder), ["sales.db"])

    def test_undo_is_blocked_by_a_later_change(self):
        with self.store() as store:
            store.eval(MAKE)
            store.eval("customers:get('C-1').level = 'A'")
            run = store.run
            store.eval("customers:get('C-1').level = 'C'")
            self.fails("run.blocked", store.undo, run)
            self.assertEqual(store.eval("customers:get('C-1').level"), "C")

    def test_a_plan_changes_nothing(self):
        with self.store() as store:
            store.eval(MAKE)
            self.assertEqual(store.plan("customers:delete() return customers:count()"), 0)
            self.assertEqual((store.run, store.changed), (0, 2))
            self.assertIn(
                {"entity": "customers", "id": 1, "kind": "deleted", "field": "annual_purchase",
                 "before": 312400.0}, store.changes)
            self.assertEqual(store.eval("customers:count()"), 2)

    def test_a_failed_chunk_changes_nothing(self):
        with self.store() as store:
            store.eval(MAKE)
            error = self.fails(
                "script.error", store.eval, "customers:get('C-1').level = 'A'\nerror('boo')")
            self.assertEqual((error.message, error.chunk, error.line), ("boo", "eval", 2))
            self.assertEqual((store.run, store.changed), (0, 0))
            self.assertEqual(store.eval("customers:get('C-1').level"), "B")

    def test_two_handles(self):
        with self.store(self.path, create=True) as one, self.store(self.path) as two:
            one.eval(MAKE)
            self.assertEqual(two.eval("customers:count()"), 2)
            two.eval("customers:get('C-1').level = 'A'")
            self.assertEqual(one.eval("customers:get('C-1').level"), "A")
            self.assertEqual((one.run, two.run), (0, 2))
            with self.store(self.path, readonly=True) as reader:
                self.assertEqual(reader.eval("customers:count()"), 2)
                self.fails("store.readonly", reader.eval, "customers:get('C-1').level = 'C'")
                self.fails("store.readonly", reader.plan, "1")

    def test_the_locale_of_the_program_does_not_matter(self):
        """Where German can be had, numbers still have a point and texts the order of their bytes."""
        command = ["localedef", "-i", "de_DE", "-f", "UTF-8", os.path.join(self.folder, "de_DE.UTF-8")]
        try:
            made = subprocess.run(command, capture_output=True).returncode == 0
        except OSError:
            made = False
        if not made:
            self.skipTest("no sources of locales")
        os.environ["LOCPATH"] = self.folder
        try:
            locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")
            self.assertEqual(locale.str(1.5), "1,5")
            with self.store() as store:
                self.assertEqual(store.eval("return tostring(1.5), string.format('%.2f', 2.5)"), ["1.5", "2.50"])
                self.assertEqual(store.eval("'b' < 'C'"), False)
            self.assertEqual(locale.str(1.5), "1,5")
        finally:
            locale.setlocale(locale.LC_ALL, "C")
            del os.environ["LOCPATH"]

    def test_each_call_is_by_itself(self):
        with self.store() as store:
            store.eval("string.mine = 5")
            self.assertIsNone(store.eval("string.mine"))


class Failures(Case):
    def test_opening(self):
        fails = lambda code, path, **options: self.fails(code, self.store, path, **options)
        fails("store.missing", "/nowhere/sales.db")
        fails("store.missing", self.path)
        fails("store.io", "/nowhere/sales.db", create=True)
        fails("store.foreign", os.path.abspath(__file__))
        self.assertEqual(os.listdir(self.folder), [])

    def test_options(self):
        for options, words in [
            ({"second": 1}, "did you mean 'seconds'?"), ({"seconds": 0}, "seconds"),
            ({"seconds": -1}, "seconds"), ({"seconds": 1e300}, "seconds"),
            ({"seconds": "x"}, "seconds: expected a number"),
            ({"megabytes": 0}, "megabytes"), ({"megabytes": 2**62}, "megabytes"),
            ({"megabytes": 1.5}, "megabytes"), ({"readonly": 1}, "readonly: expected true or false"),
            ({"clock": "soon"}, "clock"), ({"seed": -1}, "seed"), ({"read": "x"}, "read"),
            ({"read": [1]}, "read"), ({"wait": -1}, "wait"), ({"actor": {}}, "actor"),
            ({"create": True, "readonly": True}, "exclude"),
        ]:
            error = self.fails("usage.option", self.store, **options)
            self.assertIn(words, error.message + error.remedy)
        for options in [b"", b"[]", b"5", b"{", b"null", b"\xff", b"{\"a\": \xff}"]:
            self.assertEqual(LIBRARY.tenon_open(b":memory:", options), 0, options)

    def test_scripts(self):
        with self.store() as store:
            error = self.fails("script.syntax", store.eval, "local x = 1\nx = = 2")
            self.assertEqual((error.chunk, error.line), ("eval", 2))
            error = self.fails("script.undefined_name", store.eval, "custmers:count()")
            self.assertIn("customers", error.remedy)
            self.fails("script.error", store.eval, "error(setmetatable({}, {}))")
            with self.assertRaises(tenon.Failure):
                store.eval("local function f() return 1 + f() end return f()")
            self.fails("sandbox.file", store.eval, "for row in csv.rows('/etc/passwd') do end")
            self.assertIn("stack traceback", self.fails(
                "script.error", store.eval, "local function f() error('x') end f()").traceback)

    def test_limits(self):
        for code, seconds, sources in [
            ("limit.deadline", 0.3, [
                "while true do end", "while true do pcall(function() while true do end end) end"]),
            ("limit.memory", 600, [
                "local t = {} for i = 1, 1e9 do t[i] = {i} end", "return string.rep('x', 1 << 30)"]),
        ]:
            with self.store(self.path, create=True) as maker:
                maker.eval("if customers:count() == 0 then " + MAKE + " end")
            with self.store(self.path, seconds=seconds, megabytes=16) as store:
                for source in sources:
                    self.fails(code, store.eval, "customers:get('C-1').level = 'D' " + source)
                    with self.store(self.path) as reader:
                        self.assertEqual(reader.eval("customers:get('C-1').level"), "B")
                with self.assertRaises(tenon.Failure):
                    store.eval("error('x')")

    def test_null_everywhere(self):
        for path, options in [(None, None), (None, b"{}"), (None, b"{")]:
            self.assertEqual(LIBRARY.tenon_open(path, options), 0)
        handle = LIBRARY.tenon_open(b":memory:", None)
        self.assertGreater(handle, 0)
        for call in (LIBRARY.tenon_eval, LIBRARY.tenon_plan):
            self.assertIsNone(call(handle, None))
            self.assertEqual(LIBRARY.tenon_last_error().contents.code, b"script.argument")
            self.assertIsNone(call(handle, b"return '\xff'"))
            self.assertEqual(LIBRARY.tenon_last_error().contents.code, b"script.utf8")
        self.assertEqual(LIBRARY.tenon_open(b"\xff\xfe", None), 0)
        self.assertEqual(LIBRARY.tenon_last_error().contents.code, b"script.utf8")
        LIBRARY.tenon_free(None)
        self.assertEqual(LIBRARY.tenon_close(handle), 0)
        self.assertFalse(LIBRARY.tenon_last_error())

    def test_what_is_no_handle(self):
        closed = LIBRARY.tenon_open(b":memory:", None)
        self.assertEqual(LIBRARY.tenon_close(closed), 0)
        for handle in (0, -1, 10**12, closed, 2**63 - 1, -(2**63)):
            for call, failed in [
                (lambda: LIBRARY.tenon_eval(handle, b"1"), None),
                (lambda: LIBRARY.tenon_plan(handle, b"1"), None),
                (lambda: LIBRARY.tenon_undo(handle, 1), 1), (lambda: LIBRARY.tenon_run(handle), 0),
                (lambda: LIBRARY.tenon_changed(handle), -1),
                (lambda: LIBRARY.tenon_changes(handle), None),
                (lambda: LIBRARY.tenon_output(handle), None),
                (lambda: LIBRARY.tenon_close(handle), 1),
            ]:
                self.assertEqual(call(), failed)
                self.assertEqual(LIBRARY.tenon_last_error().contents.code, b"script.closed")
        another = LIBRARY.tenon_open(b":memory:", None)
        self.assertGreater(another, closed)
        LIBRARY.tenon_close(another)


class Threads(Case):
    def test_one_thread_at_a_time(self):
        """A second thread is refused, its error is its own, and closing waits for nobody."""
        with self.store(seconds=1) as store:
            codes, done = set(), threading.Event()

            def long():
                while not done.is_set():
                    try:
                        store.eval("while true do end")
                    except tenon.Failure as failure:
                        codes.add(failure.code)

            thread = threading.Thread(target=long)
            thread.start()
            refused = None
            while refused is None:
                try:
                    store.eval("1")
                    time.sleep(0.05)
                except tenon.Failure as failure:
                    refused = failure.code
            self.assertNotEqual(LIBRARY.tenon_close(store._handle), 0)
            done.set()
            thread.join()
            self.assertEqual(refused, "store.nested")
            self.assertLessEqual(codes, {"store.nested", "limit.deadline"})
            self.assertEqual(store.eval("1"), 1)

    def test_a_handle_moves_between_threads(self):
        with self.store(seconds=0.2) as store:
            store.eval(MAKE)
            codes = []

            def stopped():
                for source in ("while true do end", "error('x')", "customers:count()"):
                    try:
                        codes.append(store.eval(source))
                    except tenon.Failure as failure:
                        codes.append(failure.code)

            for _ in range(3):
                thread = threading.Thread(target=stopped)
                thread.start()
                thread.join()
            self.assertEqual(codes, ["limit.deadline", "script.error", 2] * 3)
            self.fails("limit.deadline", store.eval, "while true do end")

    def test_many_threads_with_handles_of_their_own(self):
        with self.store(self.path, create=True) as store:
            store.eval(MAKE)
        failures = []

        def work(number):
            try:
                with self.store(self.path) as own:
                    for round in range(5):
                        own.eval(f"customers:create{{code = 'T{number}-{round}', name = 'n'}}")
            except tenon.Failure as failure:
                failures.append(str(failure))

        threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])
        with self.store(self.path) as store:
            self.assertEqual(store.eval("customers:count()"), 22)

    def test_signals(self):
        """No handler of ours but that of SIGURG (23)."""
        before = signals_caught()
        with self.store(seconds=5) as store:
            store.eval(MAKE)
        self.assertLessEqual(signals_caught() - before, {23})


class Leaks(Case):
    def test_opening_and_closing(self):
        """No file stays open, and memory does not grow with the number of openings."""
        with self.store(self.path, create=True) as store:
            store.eval(MAKE)

        def opened(count):
            for index in range(count):
                with self.store(self.path, seconds=60) as store:
                    if index % 10 == 0:
                        self.assertEqual(store.eval("customers:count()"), 2)
                        with self.assertRaises(tenon.Failure):
                            store.eval("error('x')")

        def resident():
            with open("/proc/self/statm") as sizes:
                return int(sizes.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

        opened(100)
        files, memory = len(os.listdir("/proc/self/fd")), resident()
        opened(int(os.environ.get("TENON_OPENS", "1000")))
        self.assertEqual(len(os.listdir("/proc/self/fd")), files)
        self.assertLess(resident() - memory, 16 << 20)
        self.assertEqual(os.listdir(self.folder), ["sales.db"])


if __name__ == "__main__":
    LIBRARY = tenon.load(sys.argv.pop(1))
    unittest.main(verbosity=1)

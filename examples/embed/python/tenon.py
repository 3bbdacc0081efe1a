"""tenon.h for Python: the whole interface by ctypes, and nothing else."""
import ctypes
import json


class Failure(Exception):
    def __init__(self, error):
        self.code = error.code.decode()
        self.message = error.message.decode()
        self.remedy = error.remedy.decode()
        self.chunk = error.chunk.decode()
        self.traceback = error.traceback.decode()
        self.line = error.line
        super().__init__(f"{self.code}: {self.message}")


class _Error(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_char_p) for name in ("code", "message", "remedy", "chunk", "traceback")
    ] + [("line", ctypes.c_int32)]


def load(path):
    """The library, with the types of its functions. Texts that are to be freed come as addresses."""
    library = ctypes.CDLL(path)
    handle, text, number = ctypes.c_int64, ctypes.c_char_p, ctypes.c_int64
    owned = ctypes.c_void_p
    for name, result, arguments in [
        ("version", text, []), ("api", ctypes.c_int32, []), ("open", handle, [text, text]),
        ("eval", owned, [handle, text]), ("plan", owned, [handle, text]),
        ("undo", ctypes.c_int32, [handle, number]), ("run", number, [handle]),
        ("changed", number, [handle]), ("changes", owned, [handle]), ("output", owned, [handle]),
        ("last_error", ctypes.POINTER(_Error), []), ("free", None, [owned]),
        ("close", ctypes.c_int32, [handle]),
    ]:
        function = getattr(library, "tenon_" + name)
        function.restype, function.argtypes = result, arguments
    return library


class Store:
    """A store: opened here, closed by close() or the end of a `with`."""

    def __init__(self, library, path, **options):
        self._library = library
        self._handle = library.tenon_open(path.encode(), json.dumps(options).encode())
        if not self._handle:
            self._fail()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def eval(self, source):
        return json.loads(self._take(self._library.tenon_eval(self._handle, source.encode())))

    def plan(self, source):
        return json.loads(self._take(self._library.tenon_plan(self._handle, source.encode())))

    def undo(self, run):
        if self._library.tenon_undo(self._handle, run) != 0:
            self._fail()

    def close(self):
        if self._library.tenon_close(self._handle) != 0:
            self._fail()

    @property
    def run(self):
        return self._library.tenon_run(self._handle)

    @property
    def changed(self):
        return self._library.tenon_changed(self._handle)

    @property
    def changes(self):
        return json.loads(self._take(self._library.tenon_changes(self._handle)))

    @property
    def output(self):
        return self._take(self._library.tenon_output(self._handle))

    def _take(self, address):
        if not address:
            self._fail()
        try:
            return ctypes.string_at(address).decode()
        finally:
            self._library.tenon_free(address)

    def _fail(self):
        raise Failure(self._library.tenon_last_error().contents)

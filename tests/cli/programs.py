"""The program with less than it needs: without rights, without room, without a terminal."""

from __future__ import annotations

import sys

_MAIN = "from learnlead.__main__ import main; main()"

WITHOUT_RIGHTS = (
    sys.executable,
    "-c",
    "import ctypes, os\n"
    "if os.geteuid() == 0:  # root may write everywhere, unless it gives its capabilities away\n"
    "    version_3 = (ctypes.c_uint32 * 2)(0x20080522, 0)\n"
    "    assert ctypes.CDLL(None).capset(version_3, (ctypes.c_uint32 * 6)()) == 0\n" + _MAIN,
)
"""As a user who may only do what the permissions of files allow."""

WITHOUT_ROOM = (
    sys.executable,
    "-c",
    "import resource\n"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))  # bytes of a file, as on a full disk\n"
    + _MAIN,
)
"""Where no file may grow beyond a hundred bytes."""

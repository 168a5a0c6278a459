"""How much of a file is read at most: all caps in one place, each named in the message that it leads to."""

MAX_BYTES = 64 * 1024 * 1024
MAX_UNPACKED = 256 * 1024 * 1024
MAX_ROWS = 20_000
MAX_COLUMNS = 512
MAX_CELLS = 2_000_000
MAX_SHEETS = 200
MAX_FILES = 200
MAX_TABLES = 500
MAX_DEPTH = 50
MAX_PAGES = 500
MAX_OPENING = 60
MAX_EDGES = 6000

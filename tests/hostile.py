"""Addresses that no reader would ask for: targets that lead out of the folder, foreign host names, spoilt parameters."""

from urllib.parse import quote

from hypothesis import strategies as st

from dashboard.api import SCHEMAS, TABLES

# Out of the folder

ROOTS = (
    "/", "//", "///", "\\", "\\\\", "", "*", "/static/", "/media/", "/component/", "/component/daybook.cards/",
    "/app/static/", "/_stcore/", "/_stcore/bidi-components/daybook.cards/", "/_stcore/upload_file/s/", "/api/v1/",
    "/api/v1/articles/", "/r/", "/articles/", "http://evil.example/", "http://127.0.0.1/", "https://localhost:1/", "file:///",
    "/%2f", "/C:",
)  # fmt: skip
STEPS = (
    "../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..\\", "..%5c", "%252e%252e%252f", "..%c0%af", "%c0%ae%c0%ae/", "..%ef%bc%8f",
    "..//", "..;/", "./", ".%2e/", "..%00/", "%uff0e%uff0e/", "..%e0%80%af", "..%u2215", "x/../", "..%0d%0a/", "data/../",
    "static/..",
)  # fmt: skip
GOALS = (
    "etc/passwd", "/etc/passwd", "%2fetc%2fpasswd", "proc/self/environ", "%2fproc%2fself%2fcmdline", "C:%5cWindows%5cwin.ini",
    "%5c%5cevil.example%5cshare", "%5c%5c?%5cC:%5c", "confidential", "confidential.json", "confidential.csv",
    "data/areas.csv", "articles/confidential", "dashboard/server.py", "pyproject.toml", ".git/config",
    ".streamlit/config.toml", "index.html", "TRAP",
)  # fmt: skip
TAILS = ("", "%00", "%00.js", ".json", "?v=../../etc/passwd", "#x", "/", "/.", "%20", "%0d%0aX-Evil:%201", ";x", "::$DATA", "~")
targets = st.builds(
    lambda root, steps, goal, tail, junk: (root + "".join(steps) + goal + tail).encode() + junk,
    st.sampled_from(ROOTS),
    st.lists(st.sampled_from(STEPS), max_size=9),
    st.sampled_from(GOALS),
    st.sampled_from(TAILS),
    st.just(b"") | st.just(b"") | st.binary(max_size=6),
)


# By foreign names

FOREIGN = (
    "evil.example", "localhost.evil.example", "evil.localhost", "127.0.0.1.nip.io", "127.1", "127.0.0.2", "2130706433",
    "0x7f.1", "0177.0.0.1", "0.0.0.0", "localhost@evil.example", "evil.example@localhost", "u:p@localhost", "localhost#evil",
    "localhost/evil", "localhost?evil", "localhost,evil.example", "localhost evil", "localhost\tevil", "localhost\\evil",
    "localhost%00", "localhost..", "[::ffff:127.0.0.1]", "[::1%25lo]", "[::2]", "[localhost]", "::1", "", ".", "*",
    "LOCALHOST.EVIL.EXAMPLE", "l\xf6calhost", "localhost;x", "'localhost'", '"localhost"', "//localhost", "http://localhost",
    "localhost\x00",
)  # fmt: skip
OWN = ("localhost", "LOCALHOST", "localhost.", "127.0.0.1", "[::1]")
PORTS = ("", ":80", ":8501", ":")
NO_PORTS = (":0", ":99999", ":-1", ":x", ":80:80", ": 80", ":80/", ":٣")
AROUND = ("", " ", "\t", " \t ")
foreign = st.builds(str.__add__, st.sampled_from(FOREIGN), st.sampled_from(PORTS))
foreign |= st.builds(str.__add__, st.sampled_from(OWN), st.sampled_from(NO_PORTS))
own = st.builds(str.__add__, st.sampled_from(OWN), st.sampled_from(PORTS))
named = st.sampled_from(("Host", "host", "HOST"))
lines = st.builds("{}:{}{}{}".format, named, st.sampled_from(AROUND), foreign, st.sampled_from(AROUND))
own_lines = st.builds("{}:{}{}{}".format, named, st.sampled_from(AROUND), own, st.sampled_from(AROUND))
elsewhere = st.builds("{}: {}".format, st.sampled_from(("X-Forwarded-Host", "X-Host", "Forwarded", "Host ", " Host")), own)
heads = (
    lines.map(lambda one: [one])
    | st.tuples(own_lines, lines).flatmap(st.permutations)
    | st.tuples(own_lines, own_lines).map(list)
    | st.tuples(lines, elsewhere).map(list)
    | elsewhere.map(lambda one: [one])
    | st.just([])
)


# With every parameter spoilt

HOSTILE = (
    "<script>window.pwned=1</script>", "\"><img src=x onerror=pwned=1>", "javascript:alert(1)", "[a](javascript:alert(1))",
    "../../etc/passwd", "' OR 1=1 --", "{0.__class__.__init__.__globals__}", "{name}", "%s%n%x", "${7*7}", "{{7*7}}", "\0",
    "\x1b[31m", "\r\nX-Evil: 1", "\ud7ff", "\ufffe", "\u202e\u2066", "\u200b\u200d\ufeff", "e" + "\u0301" * 60, "𝕏" * 20,
    "ﷺ" * 40, "ß" * 99, "İ", "٣", "１５０４００", "150400 ", " 150400", "1504", "999999", "0150400", "150400,150500", "-1",
    "1e999", "NaN", "99999999999999999999", "0x10", "1_0", "+5", "2023-02-30", "0000-01-01", "9999-12-31", "10000-01-01",
    "2023-W32", "2023-08-12T00:00", "20230812", "2023-Q9", "2023-13", "today", "a" * 201, "x" * 501, "a " * 900, "\\" * 50,
    "(((((", "[" * 300, "*" * 100, "赤" * 199, "🗓️", ":red[x]", "$x^2$", ":material/bug:", "null",
)  # fmt: skip
FITTING = (
    "150400", "150500", "150000", "150402", "2023-08-12", "2016-01-01", "meeting", "visit", "county", "region",
    "chifeng grass", "赤峰", "events", "attendees", "stops", "articles", "event_areas", "not_stated", "named", "day", "2023",
    "2023-Q3", "2023-08", "prefecture", "2023-08-13-chifeng-cppcc-exchange", "m1.attendees.1", "v1.stops.2", "zhang-yankun",
    "organization", "role", "2", "topic", "end",
)  # fmt: skip
OF_PAGES = (
    "closer", "by", "person", "body", "article", "mark", "page", "table", "event", "basis", "role", "date_precision", "unit",
    "missing", "period", "with", "v", "lang", "embed", "embed_options", "utm_source", "a", "",
)  # fmt: skip
values = st.sampled_from(FITTING) | st.sampled_from(FITTING) | st.sampled_from(HOSTILE) | st.text(max_size=40)
parameters = st.sampled_from((*SCHEMAS, *OF_PAGES)) | st.sampled_from(HOSTILE)
queries = st.lists(st.tuples(parameters, values), max_size=7).map(
    lambda pairs: "&".join(f"{quote(name, errors='replace')}={quote(value, errors='replace')}" for name, value in pairs)
)
MALFORMED = (
    "%", "%%", "%zz", "%ff%fe", "%c0%af", "&&&==", "region", "region=", "=150400", "region[]=150400", "q=%", "x=" * 400,
    "q=" + "a" * 90_000,
)  # fmt: skip
raw = st.text(st.sampled_from("&=%+;?#/\\[]{}<>\"'\x00\x7f a0é赤🗓"), max_size=60) | st.sampled_from(MALFORMED)
PAGE_NAMES = ("", "attendees", "articles", "records", "about", "map", "nothing", "articles/", "/articles", "../app", "Articles")
pages = st.sampled_from(PAGE_NAMES) | st.sampled_from(HOSTILE)
PATHS = [f"/api/v1/{table}.{form}" for table, forms in TABLES.items() for form in forms]
MORE_PATHS = (
    "/api/v1/articles/{}.json", "/api/v1/areas.geojson", "/api/v1/area-names.geojson", "/api/v1/openapi.json", "/api/{}",
    "/api/v1/{}",
)  # fmt: skip
SPOILT = st.sampled_from((*HOSTILE, *FITTING)) | st.text(max_size=30)
paths = st.sampled_from(PATHS) | st.builds(
    lambda path, value: path.format(quote(value, safe="", errors="replace")), st.sampled_from(MORE_PATHS), SPOILT
)

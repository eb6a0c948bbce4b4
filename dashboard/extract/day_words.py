"""The words for days in English and Chinese, each with its number: of days back or ahead, of the week, of the month."""

import calendar

MONTHS = {name.lower(): i for i in range(1, 13) for name in (calendar.month_name[i], calendar.month_abbr[i])} | {"sept": 9}
WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)} | {sign: i for i, sign in enumerate("一二三四五六日")}
WEEKDAYS |= {"天": 6}
BACK = {
    "the day before yesterday": 2,
    "day before yesterday": 2,
    "two days ago": 2,
    "three days ago": 3,
    "yesterday": 1,
    "昨日": 1,
    "昨天": 1,
    "today": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "a week ago today": 7,
    "two weeks ago today": 14,
    "今日": 0,
    "今天": 0,
    "前天": 2,
}
NEXT = {  # the first that is a part of the words
    "week later": 7,
    "week earlier": -7,
    "week before": -7,
    "before": -1,
    "previous": -1,
    "earlier": -1,
    "next": 1,
    "followed": 1,
    "following": 1,
    "after": 1,
    "one": 1,
    "day later": 1,
    "eve ": -1,
}
NEXT |= dict.fromkeys(("次日", "翌日", "第二天", "隔日"), 1) | {"前一": -1}
DAYS = {word: n for n, word in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 2)}
DAYS_ZH = {"两": 2} | {sign: n for n, sign in enumerate("二三四五六七八九", 2)}
NTH = {word: n for n, word in enumerate(("first", "second", "third", "fourth", "fifth"))}
NTH |= {f"第{sign}": n for n, sign in enumerate("一二三四")}
NTH |= {word: n for n, word in enumerate(("one", *list(DAYS)[:4]))}  # `Day two`
ONES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
TEENS = [f"{word}teenth" for word in ("thir", "four", "fif", "six", "seven", "eigh", "nine")]
WORDS = [*ONES, "tenth", "eleventh", "twelfth", *TEENS, "twentieth", *(f"twenty-{one}" for one in ONES), "thirtieth"]
LATE = (*WORDS[9:], "thirty-first")  # `on the second` may be of the days of a visit, `on the twelfth` is of a month
ORDINALS = {word: n for n, word in enumerate([*WORDS, "thirty-first"], 1)}
# Feasts that reports call a day by, each with its month and day.
FEASTS = {
    "New Year’s Eve": (12, 31),
    "New Year’s Day": (1, 1),
    "Women’s Day": (3, 8),
    "May Day": (5, 1),
    "Labour Day": (5, 1),
    "Labor Day": (5, 1),
    "Children’s Day": (6, 1),
    "Teachers’ Day": (9, 10),
    "National Day": (10, 1),
    "Constitution Day": (12, 4),
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
}
FEASTS_ZH = {
    "元旦": (1, 1),
    "三八": (3, 8),
    "五一": (5, 1),
    "五四": (5, 4),
    "六一": (6, 1),
    "七一": (7, 1),
    "八一": (8, 1),
    "国庆": (10, 1),
}

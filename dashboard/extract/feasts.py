"""Feasts that reports call a day by: their names in English and Chinese, each with its month and day."""

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

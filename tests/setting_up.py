"""What an office of a fictional city answers when its site is set up, for `manage.py setup` without questions."""

HAIMEN = {
    "home": "haimen",
    "home_name_zh": "海门",
    "home_name_en": "Haimen",
    "home_country": "CN",
    "name_zh": "海门合作",
    "name_en": "Haimen Cooperation",
    "language": "zh",
    "time_zone": "Asia/Shanghai",
    "username": "first",
    "password": "Nobody-guesses-1t",
}

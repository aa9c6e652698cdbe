"""Currencies that news text names: the codes worth recognising, and the symbols that mean them everywhere."""

from __future__ import annotations

CODES = [
    "AED",
    "ARS",
    "AUD",
    "BGN",
    "BRL",
    "CAD",
    "CHF",
    "CLP",
    "CNY",
    "COP",
    "CZK",
    "DKK",
    "EGP",
    "EUR",
    "GBP",
    "HKD",
    "HUF",
    "IDR",
    "ILS",
    "INR",
    "IRR",
    "ISK",
    "JPY",
    "KRW",
    "KZT",
    "MXN",
    "MYR",
    "NGN",
    "NOK",
    "NZD",
    "PHP",
    "PKR",
    "PLN",
    "RON",
    "RSD",
    "RUB",
    "SAR",
    "SEK",
    "SGD",
    "THB",
    "TRY",
    "TWD",
    "UAH",
    "USD",
    "VND",
    "ZAR",
]
"""ISO 4217 codes of the currencies that are recognised by code and by CLDR name."""

SYMBOLS: dict[str, str] = {
    "€": "EUR",
    "£": "GBP",
    "ECU": "EUR",
    "XEU": "EUR",
    "$": "$",
    "US$": "USD",
    "U.S.$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "NT$": "TWD",
    "฿": "THB",
    "R$": "BRL",
    "¥": "¥",
    "\N{FULLWIDTH YEN SIGN}": "¥",
    "\N{FULLWIDTH DOLLAR SIGN}": "$",
    "₽": "RUB",
    "₹": "INR",
    "₴": "UAH",
    "₺": "TRY",
    "₩": "KRW",
    "₪": "ILS",
    "zł": "PLN",
    "Kč": "CZK",
}
"""Symbols, with "$" and "¥" standing for any dollar and for yen or yuan; an ecu became a euro one for one."""

_FAMILIES = {
    "$": frozenset({"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP"}),
    "¥": frozenset({"JPY", "CNY"}),
    "元": frozenset({"CNY", "TWD", "HKD", "MOP"}),
}
"""Names that several currencies share: the dollar, the mark of yen and yuan, the yuan in traditional characters."""


def may_be_same_currency(first: str, second: str) -> bool:
    """Tell whether two currencies can be the same money; "$" can be any dollar."""
    return bool(_FAMILIES.get(first, {first}) & _FAMILIES.get(second, {second}))

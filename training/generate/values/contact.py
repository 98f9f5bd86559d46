"""Telephone and fax numbers, e-mail and web addresses, IP addresses."""

from __future__ import annotations

from random import Random

from .. import words
from .name_forms import Person
from .people import stripped, username
from .pick import Maker, ranked, shape, spoken_digits, weighted


def phone(rng: Random) -> str:
    """A telephone number in any punctuation; half of them in the 555-01xx range kept for fiction."""
    return weighted(rng, _PHONES)(rng)


def _parts(rng: Random) -> tuple[str, str, str]:
    area = f"{rng.randrange(2, 10)}{rng.randrange(0, 9)}{rng.randrange(10)}"
    if rng.random() < 0.4:
        return area, "555", f"01{rng.randrange(100):02d}"
    return (
        area,
        f"{rng.randrange(2, 10)}{rng.randrange(10)}{rng.randrange(10)}",
        f"{rng.randrange(10000):04d}",
    )


def _national(rng: Random) -> str:
    return ranked(rng, words.sections("shapes")["phone styles"]).format(*_parts(rng))


def _local(rng: Random) -> str:
    _, exchange, last = _parts(rng)
    return f"{exchange}{weighted(rng, ((80, '-'), (8, '.'), (8, ' '), (4, '')))}{last}"


def _with_extension(rng: Random) -> str:
    joiner = rng.choice((" x", " ext ", " ext. ", "x", " X", ", ext. ", " #"))
    return f"{_national(rng)}{joiner}{rng.randrange(10, 99999)}"


def _foreign(rng: Random) -> str:
    return shape(rng, rng.choice(words.sections("contact")["foreign phone"]))


def _vanity(rng: Random) -> str:
    word = rng.choice(words.sections("contact")["vanity"])
    head = rng.choice(("1-800-", "800-", "(888) ", "1-877-", "855-", "1-866-"))
    return head + word


def _dictated(rng: Random) -> str:
    groups = _parts(rng)[0 if rng.random() < 0.7 else 1 :]
    comma = rng.choice((", ", " ", ", ", " dash ", "... "))
    return comma.join(spoken_digits(rng, group) for group in groups)


_PHONES: tuple[tuple[float, Maker], ...] = (
    (72, _national),
    (11, _local),
    (6, _with_extension),
    (5, _foreign),
    (3, _vanity),
    (3, _dictated),
)


def fax(rng: Random) -> str:
    """A fax number."""
    return weighted(rng, ((90, _national), (6, _local), (4, _foreign)))(rng)


def extension(rng: Random) -> str:
    """An extension: the figures only."""
    return weighted(
        rng,
        (
            (70, shape(rng, "8999")),
            (15, shape(rng, "899")),
            (10, shape(rng, "89999")),
            (5, shape(rng, "8-9999")),
        ),
    )


def pager(rng: Random) -> str:
    """A pager number: short, seven or ten figures, or with a PIN letter."""
    form = weighted(
        rng, ((46, "8999"), (20, "89999"), (10, "999-9999"), (8, "P8999"), (8, "8-9999"), (8, ""))
    )
    return shape(rng, form) if form else _national(rng)


def brand(rng: Random) -> str:
    """A made-up one-word brand, in small letters, for domains and portals."""
    heads, tails = words.words("contact")["brand heads"], words.words("contact")["brand tails"]
    return rng.choice(heads) + rng.choice(tails)


def domain(rng: Random) -> str:
    """A domain name, mostly made up."""
    usual = words.words("contact")["mail"]
    ends = words.words("contact")["tops"]
    return weighted(
        rng,
        (
            (45, ranked(rng, usual)),
            (45, f"{brand(rng)}{ranked(rng, ends)}"),
            (10, f"{rng.choice(('mail', 'staff', 'mychart', 'students'))}.{brand(rng)}{ranked(rng, ends)}"),
        ),
    )


def email(rng: Random, person: Person) -> str:
    """An e-mail address, now and then in an odd form."""
    user = username(rng, person)
    if rng.random() < 0.3:
        user = rng.choice(words.words("contact")["handles"]) + rng.choice(
            ("", str(rng.randrange(1000)), "_" + user[:4])
        )
    host = domain(rng)
    odd = (
        f"{user} @ {host}",
        f"{user} at {host.replace('.', ' dot ')}",
        f"{user}(at){host}",
        f"{user}[at]{host}",
        f"{user}@{host}".upper(),
        f"{user}+clinic@{host}",
        f"{user}@\n{host}",
        f"{user} AT {host}".upper(),
    )
    return rng.choice(odd) if rng.random() < 0.12 else f"{user}@{host}"


def url(rng: Random, person: Person) -> str:
    """A web address, bare or with its scheme and path."""
    path = rng.choice(words.lines("url_paths")).format(
        n=rng.randrange(100, 99999999),
        hex=shape(rng, "^^^^^^^^").lower(),
        user=username(rng, person),
        token=shape(rng, "&@9&9@@&9&"),
    )
    scheme = weighted(rng, ((50, "https://"), (15, "http://"), (18, "www."), (14, ""), (3, "sftp://")))
    head = rng.choice(("", "", "portal.", "mychart.", "secure.", "my."))
    host = head + brand(rng) + ranked(rng, words.words("contact")["tops"])
    social = rng.choice(
        (
            "facebook.com/",
            "instagram.com/",
            "linkedin.com/in/",
            "gofundme.com/f/",
            "caringbridge.org/visit/",
            "tiktok.com/@",
            "youtu.be/",
            "zoom.us/j/",
            "doxy.me/",
        )
    )
    if rng.random() < 0.2:
        return scheme.replace("sftp", "https") + social + username(rng, person)
    return scheme + host + path


def ip(rng: Random) -> str:
    """An IP address: version 4 mostly, with port or mask now and then, or version 6."""
    four = ".".join(str(rng.randrange(256)) for _ in range(4))
    private = rng.choice(("10.", "192.168.", "172.16.")) + ".".join(str(rng.randrange(256)) for _ in range(2))
    if private.count(".") < 3:
        private += f".{rng.randrange(256)}"
    six = ":".join(shape(rng, "^^^^").lower() for _ in range(rng.choice((4, 8))))
    return weighted(
        rng,
        (
            (50, four),
            (26, private),
            (6, f"{four}:{rng.randrange(80, 65000)}"),
            (4, f"{private}/24"),
            (8, six if six.count(":") == 7 else six.replace(":", "::", 1)),
            (3, f"fe80::{six[:9]}"),
            (3, shape(rng, "^^:^^:^^:^^:^^:^^")),
        ),
    )


def handle(rng: Random, person: Person) -> str:
    """A log-in name or handle: jsmith2, @kayak_girl, CORP\\jsmith."""
    plain = username(rng, person)
    made = (
        rng.choice(words.words("contact")["handles"])
        + rng.choice(("", "_", ".", ""))
        + str(rng.randrange(1, 2030))
    )
    letters = stripped(person.given[:1] + (person.family or person.nick)[:3]).upper()
    return weighted(
        rng,
        (
            (40, plain),
            (12, "@" + plain),
            (12, "@" + made),
            (12, made),
            (6, f"{brand(rng).upper()[:6]}\\{plain}"),
            (12, f"{letters}{rng.randrange(1, 99):02d}"),
            (6, plain.upper()),
        ),
    )

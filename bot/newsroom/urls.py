"""One address for one report: tracking parameters, fragments and spellings of the same page gone."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import regex

_TRACKING = regex.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|twclid|igshid|yclid|mc_[ce]id|_hsenc|_hsmi|mkt_tok|ns_\w+|at_\w+|ito|ocid|"
    r"cmpid|cmp|ncid|smid|sref|ref|ref_src|referrer|source|src|share|guccounter|guce_\w+|xtor|wt_\w+|feature|s_cid|"
    r"traffic_source|partner|rss|outputtype|amp",
    regex.IGNORECASE,
)
_PORTS = {"http": "80", "https": "443"}


def canonical_url(url: str) -> str:
    """Return an address without what does not say which page it is. Raises ValueError for what is no web address."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").rstrip(".").lower()
    if parts.scheme.lower() not in _PORTS or not host:
        raise ValueError(f"no web address: {url[:80]}")
    scheme = parts.scheme.lower()
    port = f":{parts.port}" if parts.port is not None and str(parts.port) != _PORTS[scheme] else ""
    query = urlencode([pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(pair[0])])
    name = f"[{host}]" if ":" in host else host
    return urlunsplit((scheme, name + port, parts.path or "/", query, ""))


def _is_tracking(name: str) -> bool:
    return _TRACKING.fullmatch(name) is not None


def url_key(url: str) -> str:
    """Return what two addresses of one page have in common: no scheme, no `www.`, no slash at the end."""
    parts = urlsplit(canonical_url(url))
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}{'?' + parts.query if parts.query else ''}"


def are_same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site, or one of a site below the other's."""
    hosts = [(urlsplit(url).hostname or "").removeprefix("www.") for url in (one, other)]
    return hosts[0] == hosts[1] or hosts[0].endswith(f".{hosts[1]}") or hosts[1].endswith(f".{hosts[0]}")


def find_url_key(url: str | None) -> str | None:
    """Return an address's key, or None where it is no web address."""
    try:
        return url_key(url) if url else None
    except ValueError:
        return None

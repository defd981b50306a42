"""What two addresses of one page have in common; the address itself stays as it was given."""

import unicodedata
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

import idna
import regex

# Parameters that say where a reader came from, and nothing else on any host. What might be a page's identity
# somewhere (`ref`, `source`, `feature`, `share`) stays.
_TRACKING = regex.compile(
    r"utm[_-]\w+|fbclid|igsh|mibextid|_ga|_gl|gaa_\w+|gclid|gbraid|wbraid|dclid|msclkid|twclid|ttclid|igshid|yclid|"
    r"mc_[ce]id|_hsenc|_hsmi|mkt_tok|ns_(?:mchannel|source|campaign|linkname|fee)|at_(?:medium|campaign\w*|format|link\w*|ptr\w*|bbc\w*)|"
    r"mtm_\w+|pk_(?:campaign|kwd|source|medium|content)|piwik_(?:campaign|kwd)|srsltid|gad_source|li_fat_id|vero_(?:id|conv)"
    r"|_openstat|ysclid|itm_(?:source|medium|campaign|content)|oly_(?:enc|anon)_id|_branch_match_id|hss_channel|"
    r"guccounter|guce_\w+|wt_z?mc\w*|ref_src|xtor|ocid|cmpid|ncid|smid|s_cid|traffic_source|__twitter_impression",
    regex.IGNORECASE,
)
# What a page's address has behind it in another form: for a phone, for paper, its second page.
_FORM = regex.compile(
    r"amp|print|mobile|full|single|index\.\w+|(?:amp|print|mobile)\.\w+|[a-z]?\d{5,}", regex.IGNORECASE
)
_NUMBERED = regex.compile(r"[-_.]?\d+(?:\.\w+)?|\.\w+")  # ferry-7 is ferry
LEAST_STEM = 6  # letters: fewer begin too many names
_PORTS = {"http": "80", "https": "443"}
_SLASHES = regex.compile("/{2,}")
_FEED_SCHEME = regex.compile(r"^(?:feed:(?://)?)?(?:(https?)://)?(?<=[:/])", regex.IGNORECASE)


def canonical_url(url: str) -> str:
    """Return an address in its normal form, without what does not say which page it is.

    Raises ValueError for what is no web address.
    """
    parts = urlsplit(url.strip())
    host = _host(parts.hostname or "")
    if parts.scheme.lower() not in _PORTS or not host:
        raise ValueError(f"no web address: {url[:80]}")
    scheme = parts.scheme.lower()
    port = f":{parts.port}" if parts.port is not None and str(parts.port) != _PORTS[scheme] else ""
    pairs = parse_qsl(parts.query.replace("&amp;", "&"), keep_blank_values=True)
    query = urlencode([pair for pair in pairs if not _is_tracking(pair[0])])
    name = f"[{host}]" if ":" in host else host
    # #!/a and #/a name a page, others a place in one.
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return urlunsplit((scheme, name + port, _without_dots(_path(parts.path)) or "/", query, fragment))


def as_web_address(url: str) -> str:
    """Return `feed:https://a` and `HTTPS://a` as `https://a`, and `feed://a`, as feed readers write it, as `http://a`."""
    return _FEED_SCHEME.sub(lambda found: f"{(found[1] or 'http').lower()}://", url)


def find_host(url: str) -> str:
    """Return the name of the host in an address, without `www.`; nothing for what is no address."""
    try:
        return (urlsplit(url).hostname or "").casefold().removeprefix("www.")
    except ValueError:
        return ""


def _host(host: str) -> str:
    host = host.rstrip(".").lower()
    if host.isascii():
        return host
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        return host


def _path(path: str) -> str:
    """Return a path in one spelling: letters beyond ASCII are escaped, and those that need not be are not."""
    try:
        plain = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return path  # escaped in another encoding: it is what it is
    return quote(unicodedata.normalize("NFC", plain), safe="/:@!$&'()*+,;=~-._%") if "%2F" not in path.upper() else path


def _without_dots(path: str) -> str:
    """Return a path without `.` and `..`, and with one slash where there are several (RFC 3986 §5.2.4)."""
    kept: list[str] = []
    for segment in _SLASHES.sub("/", path).split("/"):
        if segment == ".." and len(kept) > 1:
            kept.pop()
        elif segment not in (".", ".."):
            kept.append(segment)
    return "/".join(kept)


def _is_tracking(name: str) -> bool:
    return _TRACKING.fullmatch(name) is not None


def url_key(url: str) -> str:
    """Return what two addresses of one page have in common: no scheme, no `www.`, no slash at the end."""
    parts = urlsplit(canonical_url(url))
    rest = ("?" + parts.query if parts.query else "") + ("#" + parts.fragment if parts.fragment else "")
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}{rest}"


def are_same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site, or one of a site below the other's."""
    hosts = [find_host(url) for url in (one, other)]
    return hosts[0] == hosts[1] or hosts[0].endswith(f".{hosts[1]}") or hosts[1].endswith(f".{hosts[0]}")


def find_url_key(url: str | None) -> str | None:
    """Return an address's key, or None where it is no web address."""
    try:
        return url_key(url) if url else None
    except ValueError:
        return None


def find_canonical(named: str | None, url: str) -> str:
    """Return what a page names as its address, where that can be the same page; else where it was found.

    Many pages name their site's home page, or another story's address: a canonical one of the same site counts where
    its path ends as the page's own does, or the page's is a form of it (an AMP page, a print page, one with an id).
    """
    if not named or not are_same_site(named, url):
        return url
    given, claimed = (_segments(each) for each in (url, named))
    if not claimed or not given or (given == claimed and _query(url) != _query(named)):
        return url  # what stands behind the question mark tells its pages apart
    stem = claimed[-1].partition(".")[0]
    behind = given[given.index(claimed[-1]) + 1 :] if claimed[-1] in given else ["another page"]
    is_form_of_it = all(_FORM.fullmatch(each) for each in behind)
    rest = given[-1].removeprefix(stem)
    is_longer_name = rest != given[-1] and (len(stem) >= LEAST_STEM or _NUMBERED.fullmatch(rest) is not None)
    return named if is_form_of_it or is_longer_name else url


def _query(url: str) -> str:
    key = find_url_key(url) or ""
    return key.partition("?")[2]


def _segments(url: str) -> list[str]:
    path = url.partition("?")[0].partition("#")[0].partition("://")[2].partition("/")[2]
    return [segment.casefold() for segment in path.split("/") if segment]

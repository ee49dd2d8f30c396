"""The roles that elements of a page claim by their labels: tag, classes, id and role."""

from kzcheck.domain import ZoneKind
from kzcheck.ingest.html_tree import Element

_TAGS = {
    "nav": ZoneKind.NAVIGATION,
    "footer": ZoneKind.BOILERPLATE,
    "aside": ZoneKind.BOILERPLATE,
    "button": ZoneKind.BOILERPLATE,
    "select": ZoneKind.BOILERPLATE,
    "option": ZoneKind.BOILERPLATE,
    "label": ZoneKind.BOILERPLATE,
    "textarea": ZoneKind.BOILERPLATE,
    "noscript": ZoneKind.BOILERPLATE,
    "dialog": ZoneKind.BOILERPLATE,
    "figcaption": ZoneKind.CAPTION,
    "figure": ZoneKind.CAPTION,
    "video": ZoneKind.CAPTION,
    "audio": ZoneKind.CAPTION,
    "time": ZoneKind.BYLINE,
    "address": ZoneKind.BYLINE,
}

_BOILERPLATE = (
    "related share sharing sharedaddy social newsletter newsletters subscribe subscription signup promo "
    "promos sponsor sponsored advert advertisement advertising ad ads dfp adsense outbrain taboola popular "
    "trending recommended recommendation recommendations recirc sidebar widget widgets tags tag cookie "
    "cookies gdpr banner footer copyright modal popup tooltip toolbar rating ratings login signin register "
    "print hidden follow facebook whatsapp reactions interstitial more readmore next prev previous "
    "meta flyout overlay alert"
)
_WORDS = {
    ZoneKind.COMMENT: "comment comments commentlist disqus respond commenting livefyre",
    ZoneKind.HEADLINE: "dek standfirst subheadline subtitle",
    ZoneKind.BIO: "bio biography authorbox vcard contributor",
    ZoneKind.CAPTION: "caption captions figcaption credit cutline gallery slideshow carousel slider",
    ZoneKind.BYLINE: "byline author authors dateline timestamp published pubdate datetime updated postmeta",
    ZoneKind.NAVIGATION: "nav navigation navbar breadcrumb breadcrumbs menu menubar pagination pager toc",
    ZoneKind.BOILERPLATE: _BOILERPLATE,
}
_ROLES = {word: kind for kind, words in reversed(_WORDS.items()) for word in words.split()}
_TEXT_OF = frozenset(("article", "story", "entry", "post"))
_TEXT = frozenset(("body", "content", "text"))
_ORDER = tuple(_WORDS)


def role_of(element: Element) -> ZoneKind | None:
    """Return the role that an element's own tag and labels claim, or None."""
    if element.hidden:
        return ZoneKind.BOILERPLATE
    role = _TAGS.get(element.tag)
    if role is not None or not element.words:
        return role
    claimed = {_ROLES[word] for word in element.words if word in _ROLES}
    return min(claimed, key=_ORDER.index, default=None)


def is_article_text(element: Element) -> bool:
    """Return whether an element is labelled as the text of an article or a post."""
    words = element.words
    return "articlebody" in words or not (words.isdisjoint(_TEXT_OF) or words.isdisjoint(_TEXT))

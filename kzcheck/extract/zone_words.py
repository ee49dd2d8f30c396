"""The words by which pages of any make mark what is not their article."""

import re

from kzcheck.extract.patterns import Pattern

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?"
_DATE = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\.?\s+{_MONTH},?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
_TIME = r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}|\(?UTC[^)]{0,6}\)?)?"
_AGO = r"\d{1,3}\s+(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago"
_I = re.IGNORECASE

DATE_LINE = Pattern(
    rf"\W{{0,3}}(?:(?:published|updated|posted|last\s+(?:updated"
    rf"|modified))(?:\s+on)?:?\s*)?(?:{_WEEKDAY}\s*)?"
    rf"{_DATE}(?:\s*(?:[-–—|,•·]|at)?\s*{_TIME})?\W*(?:$|[-–—|•·]\s*(?:updated|by|\d+\s+min).*$)",
    _I,
)
"""A line that is only a date, with or without a time."""

TIMESTAMP_LINE = Pattern(
    rf"\W{{0,3}}(?:{_TIME}|{_AGO}|\d{{1,2}}\s+min(?:ute)?s?\s+read|(?:published|updated"
    rf"|posted)\b.{{0,60}})\W*$",
    _I,
)
"""A line that is only a time, an age, or a reading time."""

BYLINE = Pattern(
    r"\W{0,3}(?:(?:[Bb]y|BY|[Ww]ritten\s+by|[Ww]ords\s+by|[Rr]eporting\s+by|[Ee]dited\s+by"
    r"|[Tt]ext\s+by|[Ss]tory\s+by)"
    r"(?::\s*|\s+)(?:the\s+)?[A-Z][^.!?]{1,80}$"
    r"|[Bb]y:?\s+[A-Z]\.?\s?[\w.'’-]*\s[^!?]{1,60}$"
    r"|(?:[Rr]eporting|[Ww]riting|[Ee]diting)\s+by\s+[A-Z].{1,200}$"
    r"|(?:[A-Z][\w.'’-]+\s){1,4}(?:[|•·]\s*)(?:[A-Z][\w.'’-]+\s?){1,5}[|•·].{0,60}$)"
)
"""A line that names who wrote, reported or edited."""

CAPTION = Pattern(
    r"(?:(?:image|photo(?:graph)?|picture|pic|illustration|video|graphic|map|chart|file\s+photo"
    r"|caption|credits?|photo\s+credit"
    r"|image\s+credit|source)\s*(?::|of\b|by\b|courtesy|credit|©|\(c\))|©\s?\w|\(?(?:ap|afp|reuters"
    r"|getty|epa)\s+photo)",
    _I,
)
"""What opens a line under a picture."""

CREDIT = Pattern(
    r"\b(?:image|photo(?:graph)?|picture|credit|illustration)s?\s?(?::|by"
    r"|courtesy(?:\s+of)?|©)\s?[^.]{1,80}\.?\)?$"
    r"|[\[(](?:ap|afp|reuters|getty|epa|file|handout|shutterstock|alamy"
    r"|[^()\[\]]{0,40}/[^()\[\]]{0,40}(?:images|photos?|ap|afp|reuters|getty))"
    r"[^()\[\]]{0,40}[\])]\.?$|(?:getty\s+images|creative\s+commons|wikimedia\s+commons"
    r"|shutterstock)\.?$",
    _I,
)
"""What closes one: whose the picture is."""

INVITATION = Pattern(
    r"\W{0,3}(?:subscribe|sign\s+up|sign\s+in|log\s?in|register|follow\s+(?:us|him|her|them)"
    r"|connect\s+with\s+us|share\s+(?:this|on|via)"
    r"|share$|tweet$|print$|email$|(?:read|see)\s+(?:more|also|next)|also\s+read"
    r"|related(?:\s+(?:stories|articles|posts|topics|coverage))?\b(?=:|\s*$)"
    r"|recommended|most\s+(?:read|popular|viewed)|trending|more\s+(?:from|on|stories)\b"
    r"|advertisement|sponsored|click\s+here|skip\s+to"
    r"|menu$|search$|home$|newsletters?$|hi,\s+what\s+are|all\s+rights\s+reserved|copyright"
    r"|terms\s+of|privacy|cookies?\b.{0,80}$"
    r"|we\s+use\s+cookies|back\s+to\s+top|next\s+(?:article|post)|previous\s+(?:article|post)"
    r"|load\s+more|show\s+(?:more|less)|tags?:|filed\s+under"
    r"|topics?:|in\s+this\s+article|download\s+(?:the|our)\s+app|support\s+our|donate"
    r"|you\s+can\s+follow|listen\s+to\s+this|watch:"
    r"|get\s+(?:the|our)\s+.{0,40}(?:newsletter|inbox)|unsubscribe|view\s+(?:this\s+)?(?:email"
    r"|in\s+(?:your\s+)?browser)|forward\s+(?:this|to)"
    r"|do\s+you\s+have\s+(?:a\s+)?(?:story|tip|information)|have\s+a\s+(?:story|tip)"
    r"|got\s+a\s+(?:story|tip)|this\s+article\s+(?:was|first|originally))",
    _I,
)
"""A line that asks the reader to go, sign up, share or read elsewhere."""

COMMENT_HEADING = Pattern(
    r"\W{0,3}(?:\(?(?:\d[\d,.]{0,8}|no|one|two|three|all|view|show|read|see|latest|top"
    r"|readers?['’]?|user|recent|add)\s+(?:\d+\s+|all\s+)?)?"
    r"(?:comments?|responses?|replies|thoughts\s+on|discussion"
    r"|reactions?)\s*(?:\(\d+\))?(?:\s*(?:to|on)\s+[\"“].{0,120})?\W*$"
    r"|\W{0,3}(?:join\s+the\s+(?:conversation|discussion)|what\s+do\s+you\s+think\??"
    r"|conversation\s+\d+\s+comments?)\W*$",
    _I,
)
"""A heading over readers' comments."""

REPLY_FORM = Pattern(
    r"\W{0,3}(?:(?:leave|post|add|write|submit)\s+(?:a|your)\s+(?:reply|comment|response)"
    r"|cancel\s+reply|your\s+email\s+address\s+will"
    r"|required\s+fields\s+are|(?:log|sign)\s+in\s+to\s+(?:comment|reply|leave)|comments?\s+(?:are"
    r"|is)\s+closed)",
    _I,
)
"""The form in which readers write comments."""

COMMENT_STAMP = Pattern(rf"(?:{_DATE}\s*(?:at|@|,|-|–|•|·)?\s*{_TIME}|{_AGO}\s*$|^\W*{_AGO})", _I)
"""When a comment was written."""

COMMENT_NAME = Pattern(
    r"(?:\d{1,4}[.)]\s*)?[\w.@'’-]{1,30}(?:\s[\w.@'’-]{1,30}){0,3}\s*(?:says|wrote|on|•|·|[-–|,])\s*:?", _I
)
"""Who wrote a comment, on one line with when."""

BIO_HEADING = Pattern(
    r"\W{0,3}(?:about\s+the\s+(?:authors?|writers?|contributors?|reporters?)"
    r"|about\s+(?:the\s+)?author|written\s+by\W*$|the\s+authors?\W*$"
    r"|authors?\W*$|author\s+(?:bio|profile|information)|contributors?\W*$|meet\s+the\s+author"
    r"|biography\W*$|posted\s+by\W*$)",
    _I,
)
"""A heading over who the author is."""

BIO_SENTENCE = Pattern(
    r"(?:[A-Z][\w.'’-]*\s+){1,5}(?:\([^)]{1,40}\)\s+)?(?:is|was|are|has\s+been|serves\s+as"
    r"|works\s+as|covers|writes|reports|teaches)\s+"
    r"(?:(?:an?|the|also|currently|our|now|based|about|on|for)\s+)*"
    r"(?:[\w'’-]+\s+){0,6}?(?:dean|fellow|professor|lecturer|editor|author|journalist|reporter"
    r"|writer|correspondent|columnist|director|analyst|researcher"
    r"|scholar|contributor|freelance|bureau\s+chief|consultant|historian|economist|senior\s+adviser"
    r"|visiting|student|candidate|producer|photographer"
    r"|politics|business|technology|health|climate|education|crime|sports?)\b"
)
"""A sentence that says who the author is; only trusted at the end of an article."""

DISCLAIMER = Pattern(
    r"\W{0,3}(?:the\s+(?:opinions?|views?)\s+(?:and\s+opinions\s+)?expressed|views\s+expressed"
    r"|opinions\s+expressed|image\s+credits?:|disclaimer|disclosure:"
    r"|corrections?\s+policy|our\s+standards:|this\s+(?:article|story"
    r"|piece)\s+(?:was\s+(?:originally|first)|originally|first)|(?:©|copyright)\s)",
    _I,
)
"""What a house says of itself under an article."""

DATELINE = Pattern(
    r"^(?:[A-ZÀ-Ý][A-ZÀ-Ý.’' -]{2,40})(?:,\s*[A-Z][\w.]+){0,2}?,?\s*"
    r"(?:(?P<date>[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s*\d{4})?)\s*)?"
    r"(?:\((?P<agency>[A-Z][\w .]{1,30})\)\s*)?[–—-]{1,2}\s",
)
"""What opens a report of an agency: place, date, agency, and a dash."""

AGENCY = Pattern(r"^\([A-Z][\w .]{1,20}\)\s*(?:[–—-]{1,2}\s)?(?=[A-Z“\"])")
"""What opens one with only the agency: "(AFP) — "."""

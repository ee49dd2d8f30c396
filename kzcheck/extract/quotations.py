"""Quotations longer than a sentence: who speaks in each of their sentences."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from kzcheck.domain import Span, SubjectOrigin
from kzcheck.extract.lexicon import SAYING_BASES
from kzcheck.extract.memory import Memory
from kzcheck.extract.reading import Sentence, Subject, read_sentence
from kzcheck.extract.speakers import is_speaker, voice_of
from kzcheck.extract.speech import Frame, frames_of
from kzcheck.extract.subjects import subject_of

_PAUSE = 300  # characters between a speaker and the quotation that goes on without one
_AHEAD = 12  # sentences of a quotation, at most, to its end
_TAG = 12  # words of the sentence that only says whose the quotation before it was
_MOSTLY = 0.8  # of a sentence is quotation, where little else is said in it


@dataclass(slots=True)
class Quotations:
    """The sentences of a zone, and who was found to speak in its quotations."""

    text: str
    spans: Sequence[Span]
    common: Set[str]
    closers: dict[int, Subject | None] = field(default_factory=dict)
    """The speaker named at the end of a quotation, by where that begins."""
    ahead: dict[int, Sentence] = field(default_factory=dict)
    """Sentences read before their turn."""

    def sentence(self, at: int) -> Sentence:
        """Return sentence number `at`, to be asked for once."""
        return self.ahead.pop(at, None) or read_sentence(self.text, self.spans[at], self.common)

    def speaking(
        self, frames: list[Frame], sentence: Sentence, at: int, quotes: Sequence[Span], memory: Memory
    ) -> list[Frame]:
        """Return the acts of speech in sentence number `at`: a quotation's inside is its speaker's."""
        told = [frame for frame in frames if any(_inside(frame, quote) for quote in quotes)]
        if len(told) < len(frames):
            return [frame for frame in frames if frame not in told]
        return self._spoken_on(sentence, at, quotes, memory) or frames

    def _spoken_on(self, sentence: Sentence, at: int, quotes: Sequence[Span], memory: Memory) -> list[Frame]:
        """Return who speaks in sentence number `at`, when it is little but quotation and names nobody.

        That is who spoke before within the quotation, who is named where it ends, or who spoke just before.
        """
        for quote in quotes:
            start, end = max(quote.start, sentence.span.start), min(quote.end, sentence.span.end)
            if end - start < _MOSTLY * (sentence.span.end - sentence.span.start):
                continue
            speaker = self._speaker(at, quote, memory)
            if speaker is None:
                return []
            speaker, said = speaker.with_origin(SubjectOrigin.CARRIED), Span(start, end)
            return [Frame(speaker, voice_of(speaker.name), "on", "", said, said)]
        return []

    def _speaker(self, at: int, quote: Span, memory: Memory) -> Subject | None:
        before = memory.speaker if self.spans[at].start - memory.spoke_at <= _PAUSE else None
        if before is not None and memory.spoke_at > quote.start:
            return before
        if quote.start not in self.closers:
            self.closers[quote.start] = self._closer(at, quote, memory)
        return self.closers[quote.start] or before

    def _closer(self, at: int, quote: Span, memory: Memory) -> Subject | None:
        """Return the speaker named where a quotation ends: "… It rained,” she said."."""
        last = next((i for i in self._ahead(at) if self.spans[i].end >= quote.end), None)
        if last is None:
            return None
        if last > at:
            closing = self._read_ahead(last)
            frames = frames_of(closing, memory)
            closing.subjects.clear()  # it is read again when more is remembered
            for frame in frames:
                if frame.content.start < quote.end < frame.whole.end and not frame.silent:
                    return frame.speaker
        ended = self.spans[last].end - quote.end <= 1 and self.text[quote.end - 1] in "?!"
        return self._tag(last + 1, memory) if ended and last + 1 < len(self.spans) else None

    def _read_ahead(self, at: int) -> Sentence:
        if at not in self.ahead:
            self.ahead[at] = read_sentence(self.text, self.spans[at], self.common)
        return self.ahead[at]

    def _ahead(self, at: int) -> range:
        return range(at, min(at + _AHEAD, len(self.spans)))

    def _tag(self, at: int, memory: Memory) -> Subject | None:
        """Return the speaker of a sentence that only says who asked or cried what stands before it."""
        sentence = self._read_ahead(at)
        if len(sentence.words) > _TAG or not sentence.verbs or "“" in "".join(sentence.gaps):
            return None
        group = sentence.verbs[0]
        speaker = subject_of(sentence, 0, memory) if group.base in SAYING_BASES else None
        sentence.subjects.clear()
        if speaker is None or group.mood != "finite" or group.last - group.first > 0:
            return None
        return speaker if is_speaker(speaker.name) else None


def _inside(frame: Frame, quote: Span) -> bool:
    """Whether an act of speech is told within a quotation, though what it tells seems to go on behind it."""
    if quote.start > frame.whole.start:
        return False
    return frame.whole.end <= quote.end + 1 or frame.whole.start < frame.content.start < quote.end


def note_introduced(sentence: Sentence, memory: Memory) -> None:
    """Remember who is about to speak where a sentence ends in a colon: "He added:" before a quotation."""
    if not sentence.verbs:
        return
    index = len(sentence.verbs) - 1
    group = sentence.verbs[index]
    if group.base in SAYING_BASES and group.mood == "finite" and not group.passive:
        speaker = subject_of(sentence, index, memory)
        if speaker is not None and is_speaker(speaker.name):
            memory.speaker, memory.spoke_at = speaker, sentence.span.end

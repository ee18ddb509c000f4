"""What a template may see of a page, and a note of what it saw.

A template is a function of what it reads. `PageView` and `MetaView` stand for a page and its front matter while a
template runs, and tell a `Recorder` each value that is read; `memo` uses the notes to tell whether a block of another
page comes out the same. Values themselves are handed on as they are, so a template sees no difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

MISSING: Any = object()
"""Read for a name that is not there."""
PLAIN = (str, int, float, bool, type(None))
"""Types of values that can be compared."""


class NeedsOthersError(Exception):
    """A template reads what another page, or the day, decides: that page is rendered last, and never kept."""


class Guard:
    """Stands for a value that a page of its own may not depend on; any use raises `NeedsOthersError`."""

    def _stop(self, *_: object) -> NoReturn:
        raise NeedsOthersError

    __getattr__ = __getitem__ = __str__ = __repr__ = __html__ = __iter__ = __bool__ = __len__ = __call__ = _stop
    __eq__ = __contains__ = __lt__ = __gt__ = __le__ = __ge__ = __add__ = __radd__ = __format__ = _stop
    __hash__ = None  # type: ignore[assignment]


def same(one: object, other: object) -> bool:
    """Tell whether a template cannot tell these apart: the same object, or equal plain values of one type."""
    return one is other or (type(one) is type(other) and isinstance(one, PLAIN) and one == other)


class Recorder:
    """Notes of what is being recorded, innermost last: what was read → its value; `None` where that cannot be told."""

    def __init__(self) -> None:
        self.open: list[dict[tuple[str, str], Any] | None] = []

    def note(self, kind: str, name: str, value: object) -> None:
        """Note that a value was read."""
        for index, reads in enumerate(self.open):
            if reads is not None and not same(reads.setdefault((kind, name), value), value):
                self.open[index] = None

    def spoil(self) -> None:
        """Note that something was read that cannot be compared."""
        self.open = [None] * len(self.open)


class MetaView:
    """A page's front matter, read with notes."""

    __slots__ = ("_found", "_recorder")

    def __init__(self, found: Mapping[str, Any], recorder: Recorder) -> None:
        self._found = found
        self._recorder = recorder

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return type(self._found)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - front matter holds anything
        value = getattr(self._found, name)
        self._recorder.spoil()
        return value

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - front matter holds anything
        value = self._found.get(name, MISSING)
        if not isinstance(value, PLAIN) and value is not MISSING:
            self._recorder.spoil()
        else:
            self._recorder.note("meta", name, value)
        if value is MISSING:
            raise KeyError(name)
        return value

    def __contains__(self, name: str) -> bool:
        self._recorder.note("in meta", name, name in self._found)
        return name in self._found

    def __bool__(self) -> bool:
        self._recorder.note("any meta", "", bool(self._found))
        return bool(self._found)

    def __iter__(self) -> Iterator[str]:
        self._recorder.spoil()
        return iter(self._found)

    def __len__(self) -> int:
        self._recorder.spoil()
        return len(self._found)

    def __str__(self) -> str:
        self._recorder.spoil()
        return str(self._found)

    def __eq__(self, other: object) -> bool:
        self._recorder.spoil()
        return self._found == other

    __hash__ = None  # type: ignore[assignment]


class PageView:
    """A page, read with notes."""

    __slots__ = ("_meta", "_page", "_recorder", "_relative")

    def __init__(self, page: Any, recorder: Recorder, relative: Callable[[str], str]) -> None:  # noqa: ANN401 - see Page
        self._page = page
        self._recorder = recorder
        self._relative = relative
        self._meta = MetaView(page.meta, recorder)

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return type(self._page)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a page holds anything
        if name == "meta":
            return self._meta
        if name == "update_date":
            raise NeedsOthersError
        value = getattr(self._page, name, MISSING)
        if isinstance(value, PLAIN) or value is MISSING:
            self._recorder.note("page", name, value)
        else:
            self._recorder.spoil()
        if value is MISSING:
            raise AttributeError(name)
        return value

    def __str__(self) -> str:
        self._recorder.spoil()
        return str(self._page)

    def __eq__(self, other: object) -> bool:
        self._recorder.spoil()
        return bool(self._page == (other._page if type(other) is PageView else other))

    __hash__ = None  # type: ignore[assignment]


def url_from(view: PageView, address: str) -> str:
    """Give an address as it is from this page, with a note of what came out."""
    found = view._relative(address)  # noqa: SLF001 - the views are one module; a template must see no more names
    view._recorder.note("url", address, found)  # noqa: SLF001 - as above
    return found


def read_again(view: PageView, kind: str, name: str) -> Any:  # noqa: ANN401 - a page holds anything
    """Read from this page what was read from another; `MISSING` where it is not there."""
    page = view._page  # noqa: SLF001 - as above
    if kind == "url":
        return view._relative(name)  # noqa: SLF001 - as above
    if kind == "page":
        return getattr(page, name, MISSING)
    if kind == "meta":
        return page.meta.get(name, MISSING)
    return name in page.meta if kind == "in meta" else bool(page.meta)


def recorder_of(view: PageView) -> Recorder:
    """Give the recorder that this view tells."""
    return view._recorder  # noqa: SLF001 - as above

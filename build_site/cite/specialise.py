"""A CSL style → the part of it that one kind of reference needs.

The styles are written for dozens of types and a hundred variables, with choices a hundred levels deep; a newspaper
article has eight variables. What a reference has is known before it is rendered, so every condition can be answered
beforehand. What is left is small and fast, and uses only what our processor does right: by itself, citeproc-py 0.11
repeats a title that stands in for a missing author, and prints the words of groups whose values are missing.

Where a style does what its own manual does not say, the manual is followed: an id keeps its letters, "Retrieved" needs
a day, "circa" is small behind a comma, a day that is not certain is never given as one that is, and no reference begins
with its date.

The rules are those of the CSL 1.0.2 specification, sections "Choose", "Group" and "Substitute".
"""

from __future__ import annotations

import copy
import xml.etree.ElementTree as ET  # the styles are packaged files of ours
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from build_site.cite.model import Shape

CSL = "{http://purl.org/net/xbiblio/csl}"
"""Namespace of the elements of a style."""
_OF_TEXT = {"quotes", "text-case", "strip-periods", "display"}
"""Attributes that a text may have and a group may not."""
_TYPE = "article-newspaper"
_TESTS = ("type", "variable", "is-uncertain-date", "is-numeric", "position", "locator", "disambiguate")


def specialise(style: ET.Element, shape: Shape) -> ET.Element:
    """Give a copy of `style` whose bibliography holds no condition, no substitution and no empty group."""
    return _Specialiser(style, shape).style()


@dataclass(slots=True)
class _Part:
    """What is left of an element."""

    nodes: list[ET.Element]
    """Elements that take its place."""
    called: bool = False
    """True where it speaks of a variable at all."""
    filled: bool = False
    """True where one of those variables has a value."""


class _Specialiser:
    def __init__(self, style: ET.Element, shape: Shape) -> None:
        self._style = style
        self._shape = shape
        self._macros = {macro.get("name", ""): macro for macro in style.iter(f"{CSL}macro")}
        self._tells_uncertain = any("is-uncertain-date" in element.attrib for element in style.iter())
        self._made: list[ET.Element] = []
        self._used_up: set[str] = set()

    def style(self) -> ET.Element:
        result = ET.Element(self._style.tag, self._style.attrib)
        for child in self._style:
            if child.tag in (f"{CSL}info", f"{CSL}locale"):
                result.append(copy.deepcopy(child))
        bibliography = self._bibliography()
        result.extend(self._made)
        result.append(bibliography)
        if "season" in self._shape.date_parts:
            _write_seasons_out(result)
        return _with_whole_names(result)

    def _bibliography(self) -> ET.Element:
        given = self._style.find(f"{CSL}bibliography")
        layout = given.find(f"{CSL}layout") if given is not None else None
        if given is None or layout is None:
            raise ValueError("the style has no bibliography")
        return _element(given.tag, given.attrib, [_element(layout.tag, layout.attrib, self._children(layout).nodes)])

    def _children(self, parent: ET.Element) -> _Part:
        parts = [self._node(child) for child in parent]
        nodes = [node for part in parts for node in part.nodes]
        return _Part(nodes, any(part.called for part in parts), any(part.filled for part in parts))

    def _node(self, node: ET.Element) -> _Part:
        kind = str(node.tag).removeprefix(CSL)
        special = {"choose": self._choose, "group": self._group, "names": self._names, "date": self._date}
        if kind in special:
            return special[kind](node)
        if kind == "text" and "macro" in node.attrib:
            return self._macro(node)
        if "variable" in node.attrib:
            return self._variable(node, node.attrib["variable"].split())
        return self._words(node)

    def _words(self, node: ET.Element) -> _Part:
        result, term = copy.deepcopy(node), node.get("term")
        if term == "retrieved" and "accessed" not in self._shape.present:
            return _Part([])
        if term == "circa" and "container-title" in self._shape.present:
            result.attrib.pop("text-case", None)
        return _Part([result])

    def _variable(self, node: ET.Element, names: list[str]) -> _Part:
        if names == ["year-suffix"]:
            return _Part([])  # the processor's own mark, which makes no group empty
        there = any(name in self._shape.present and name not in self._used_up for name in names)
        result = copy.deepcopy(node)
        if names == ["archive_location"]:
            result.attrib.pop("text-case", None)
        return _Part([result] if there else [], called=True, filled=there)

    def _date(self, node: ET.Element) -> _Part:
        parts = {part.get("name", "") for part in node} if "form" not in node.attrib else {"year", "month", "day"}
        if "form" in node.attrib and "date-parts" in node.attrib:
            parts = set(node.attrib["date-parts"].split("-"))
        if not parts & self._shape.date_parts:
            return _Part([], called=True)
        result = self._variable(node, node.attrib["variable"].split())
        if "year" in parts and self._shape.uncertain and not self._tells_uncertain:
            result.nodes[:] = [_element(f"{CSL}group", {"prefix": "c. "}, result.nodes)]
        return result

    def _group(self, node: ET.Element) -> _Part:
        """Leave a group out when it speaks of variables and none has a value; one that stays counts as a value."""
        inside = self._children(node)
        if not inside.nodes or (inside.called and not inside.filled):
            return _Part([], inside.called)
        if len(inside.nodes) == 1 and node.attrib.keys() <= {"delimiter"}:
            return _Part(inside.nodes, called=True, filled=True)
        return _Part([_element(node.tag, node.attrib, inside.nodes)], called=True, filled=True)

    def _macro(self, node: ET.Element) -> _Part:
        inside = self._children(self._macros[node.attrib["macro"]])
        if not inside.nodes:
            return _Part([], inside.called)
        attributes = {key: value for key, value in node.attrib.items() if key != "macro"}
        if not attributes and len(inside.nodes) == 1:
            return inside
        if not attributes.keys() & _OF_TEXT:
            return _Part([_element(f"{CSL}group", attributes, inside.nodes)], inside.called, inside.filled)
        name = f"macro-{len(self._made)}"
        self._made.append(_element(f"{CSL}macro", {"name": name}, inside.nodes))
        return _Part([_element(node.tag, {**attributes, "macro": name})], inside.called, inside.filled)

    def _names(self, node: ET.Element) -> _Part:
        """Keep the names that are there; else the first substitute with a value, which is then used up."""
        there = [name for name in node.get("variable", "").split() if name in self._shape.present]
        if there:
            result = copy.deepcopy(node)
            result.set("variable", " ".join(there))
            # An author has no label in any language, and looking for it takes a third of the time.
            for child in [child for child in result if child.tag in (f"{CSL}substitute", f"{CSL}label")]:
                result.remove(child)
            return _Part([result], called=True, filled=True)
        substitutes = node.find(f"{CSL}substitute")
        title = _element(f"{CSL}text", {"macro": "title"})
        for child in (*substitutes, title) if substitutes is not None else ():
            part = self._node(_with_form_of(node, child))
            if part.filled:
                self._used_up |= self._variables(part.nodes)
                return _Part(_wrapped(node, part.nodes), called=True, filled=True)
        return _Part([], called=True)

    def _variables(self, nodes: list[ET.Element]) -> set[str]:
        found: set[str] = set()
        made = {macro.get("name"): macro for macro in self._made}
        for element in [inner for node in nodes for inner in node.iter()]:
            found |= set(element.get("variable", "").split())
            if "macro" in element.attrib:
                found |= self._variables(list(made[element.attrib["macro"]]))
        return found

    def _choose(self, node: ET.Element) -> _Part:
        for branch in node:
            if branch.tag == f"{CSL}else" or self._holds(branch):
                return self._children(branch)
        return _Part([])

    def _holds(self, branch: ET.Element) -> bool:
        answers = [
            self._answer(test, value)
            for test in _TESTS
            if test in branch.attrib
            for value in branch.attrib[test].split()
        ]
        match = branch.get("match", "all")
        return not any(answers) if match == "none" else any(answers) if match == "any" else all(answers)

    def _answer(self, test: str, value: str) -> bool:
        if test == "type":
            return value == _TYPE
        if test == "variable":
            return value in self._shape.present
        if test == "is-uncertain-date":
            return value == "issued" and self._shape.uncertain
        return False


def _element(tag: str, attributes: Mapping[str, str], children: Sequence[ET.Element] = ()) -> ET.Element:
    result = ET.Element(tag, dict(attributes))
    result.extend(children)
    return result


def _with_form_of(names: ET.Element, child: ET.Element) -> ET.Element:
    """Give names within a substitute the form of the names that they stand in for."""
    if child.tag != names.tag or len(child):
        return child
    parts = [copy.deepcopy(part) for part in names if part.tag != f"{CSL}substitute"]
    return _element(child.tag, {**names.attrib, **child.attrib}, parts)


def _wrapped(names: ET.Element, nodes: list[ET.Element]) -> list[ET.Element]:
    affixes = {key: value for key, value in names.attrib.items() if key != "variable"}
    if not affixes:
        return nodes
    return [_element(f"{CSL}group", affixes, nodes)]


def _write_seasons_out(style: ET.Element) -> None:
    """Ask for the long form: seasons have no short one, and citeproc-py leaves out what it does not find."""
    for part in style.iter(f"{CSL}date-part"):
        if part.get("name") == "month":
            part.attrib.pop("form", None)


def _with_whole_names(style: ET.Element) -> ET.Element:
    """Do what `initialize="false"` says, which citeproc-py does not know: names are written out."""
    everywhere = style.get("initialize") == "false"
    for element in style.iter():
        if everywhere or element.get("initialize") == "false":
            element.attrib.pop("initialize-with", None)
            style.attrib.pop("initialize-with", None)
    return style

"""How a forest of people is cut into sheets of columns: chiefs side by side, their people hanging below."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.story.blocks.people import OrgNode


@dataclass(frozen=True, slots=True)
class Room:
    """What a sheet holds: columns side by side, boxes in a column under a root, and in a column without one."""

    columns: int
    rows: int
    rows_without_root: int


@dataclass(frozen=True, slots=True)
class Column:
    """Branches under each other; ``is_attached`` when they belong to the sheet's root."""

    branches: tuple[OrgNode, ...]
    is_attached: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A root on top, or none, and the columns below it.

    ``is_packed``: a column may hold several branches, each hung from the column's own upright.
    """

    root: OrgNode | None
    columns: tuple[Column, ...]
    is_packed: bool


def sheets(roots: tuple[OrgNode, ...], room: Room) -> tuple[Sheet, ...]:
    """The sheets of a forest, in reading order: a branch too large for a column gets its own, its chief on top."""
    if len(roots) == 1:
        return _rooted(roots[0], room)
    large = [root for root in roots if size(root) > room.rows_without_root]
    small = tuple(root for root in roots if size(root) <= room.rows_without_root)
    if len(large) == 1 and (joined := _joined(large[0], small, room)):
        return (joined,)
    own = tuple(sheet for root in large for sheet in _rooted(root, room))
    return (*own, *_flat(None, small, room))


def size(node: OrgNode) -> int:
    """How many boxes a branch has."""
    return 1 + sum(size(child) for child in node.children)


def depth(node: OrgNode) -> int:
    """How many levels a branch has below its chief."""
    return max((1 + depth(child) for child in node.children), default=0)


def in_order(node: OrgNode, level: int = 0) -> list[tuple[OrgNode, int, OrgNode | None]]:
    """The boxes of a branch from top to bottom: person, level, chief."""
    listed: list[tuple[OrgNode, int, OrgNode | None]] = [(node, level, None)]
    for child in node.children:
        below = in_order(child, level + 1)
        listed.extend((one, deep, chief or node) for one, deep, chief in below)
    return listed


def _rooted(root: OrgNode, room: Room) -> tuple[Sheet, ...]:
    if not root.children:
        return (Sheet(root, (), is_packed=False),)
    shown = tuple(_alone(child) if size(child) > room.rows else child for child in root.children)
    later = tuple(child for child in root.children if size(child) > room.rows)
    return (*_flat(root, shown, room), *(sheet for chief in later for sheet in _rooted(chief, room)))


def _alone(chief: OrgNode) -> OrgNode:
    """A chief whose people stand on a later sheet."""
    return replace(chief, children=())


def _flat(root: OrgNode | None, branches: tuple[OrgNode, ...], room: Room) -> tuple[Sheet, ...]:
    """Branches that each fit a column: one a column when there are few, packed otherwise."""
    if not branches:
        return ()
    if len(branches) <= room.columns:
        return (Sheet(root, tuple(Column((one,), root is not None) for one in branches), is_packed=False),)
    columns = _packed(branches, room.rows if root else room.rows_without_root, is_attached=root is not None)
    count = -(-len(columns) // room.columns)
    each, more = divmod(len(columns), count)
    dealt: list[Sheet] = []
    start = 0
    for at in range(count):
        stop = start + each + (at < more)
        dealt.append(Sheet(root, columns[start:stop], is_packed=True))
        start = stop
    return tuple(dealt)


def _packed(branches: tuple[OrgNode, ...], rows: int, *, is_attached: bool) -> tuple[Column, ...]:
    columns: list[list[OrgNode]] = [[]]
    used = 0
    for branch in branches:
        if columns[-1] and used + size(branch) > rows:
            columns.append([])
            used = 0
        columns[-1].append(branch)
        used += size(branch)
    return tuple(Column(tuple(column), is_attached) for column in columns)


def _joined(root: OrgNode, others: tuple[OrgNode, ...], room: Room) -> Sheet | None:
    """The one large tree with the people who report to nobody beside it, if all of it goes on one sheet."""
    if any(size(child) > room.rows for child in root.children):
        return None
    loose = _packed(others, room.rows, is_attached=False)
    if len(root.children) + len(loose) > room.columns or any(size(one) > room.rows for one in others):
        return None
    return Sheet(root, (*(Column((child,)) for child in root.children), *loose), is_packed=False)

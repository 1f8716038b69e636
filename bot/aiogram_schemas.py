"""Builds aiogram's pydantic schemas on first use, instead of all of them while aiogram is imported.

`aiogram.types` ends with a loop that calls `model_rebuild` on each of its 400 types, which takes four fifths of the
import time and 100 MB; a bot that parses updates uses two of these schemas. `build_on_first_use` disables the loop and
keeps the namespace it passes. pydantic then proceeds as for any model with `defer_build`: the first use of a type's
validator or serializer calls its `model_rebuild`, which now gets that namespace (decision 11).

This relies on types deriving from `TelegramObject` and methods from `TelegramMethod`, neither of which defines
`model_rebuild`, and on the loop passing the module's `_types_namespace`. If a newer aiogram differs in any of this, its
types are built the usual way, and only time is lost.
"""

from __future__ import annotations

import sys
import threading
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import ModuleType

    from pydantic import BaseModel

TYPES = "aiogram.types"
NAMESPACE = "_types_namespace"  # the name in the module, and of the argument that receives it
BASES = {
    "aiogram.types.base": ("TelegramObject",),
    "aiogram.methods.base": ("TelegramMethod", "Response"),
}


def build_on_first_use() -> None:
    """Call this before anything imports aiogram; afterwards it has no effect."""
    if TYPES not in sys.modules and not any(isinstance(each, _Finder) for each in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


class _Finder(MetaPathFinder):
    """Finds only the modules that define the base classes."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Finds a module as Python does, with a loader that changes its base classes if it is a source file."""
        spec = PathFinder.find_spec(fullname, path, target) if fullname in BASES else None
        if spec is not None and spec.origin and type(spec.loader) is SourceFileLoader:
            spec.loader = _Loader(fullname, spec.origin)
        return spec


class _Loader(SourceFileLoader):
    """Changes the base classes before anything derives from them."""

    def exec_module(self, module: ModuleType) -> None:
        """Executes the module and changes its base classes."""
        super().exec_module(module)
        for name in BASES[module.__name__]:
            _defer(getattr(module, name, None))


def _defer(base: object) -> None:
    from pydantic import BaseModel  # noqa: PLC0415  # already imported by aiogram; commands without aiogram do not need it

    if isinstance(base, type) and issubclass(base, BaseModel) and "model_rebuild" not in vars(base):
        base.model_config["defer_build"] = True
        base.model_rebuild = classmethod(_model_rebuild)  # type: ignore[method-assign, assignment]  # pydantic's extension point


_building = threading.RLock()  # pydantic's own building is not thread-safe
_namespace: dict[str, Any] = {}


def _model_rebuild(
    model: type[BaseModel],
    /,
    *,
    _parent_namespace_depth: int = 2,
    _types_namespace: Mapping[str, Any] | None = None,
    **others: bool,
) -> bool | None:
    """Replaces `BaseModel.model_rebuild`: skips aiogram's loop, and later uses the namespace the loop passed."""
    from pydantic import BaseModel  # noqa: PLC0415

    if _types_namespace and _is_the_loops(_types_namespace):
        _namespace.update(_types_namespace)
        return None
    with _building:
        return BaseModel.model_rebuild.__func__(  # type: ignore[attr-defined, no-any-return]
            model,
            _parent_namespace_depth=_parent_namespace_depth + 1,
            _types_namespace=_types_namespace or _namespace or None,
            **others,
        )


def _is_the_loops(namespace: Mapping[str, Any]) -> bool:
    """The module deletes the namespace after its loop."""
    return namespace is vars(sys.modules[TYPES]).get(NAMESPACE)

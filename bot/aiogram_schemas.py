"""aiogram's pydantic schemas, each built when it is first used instead of all while aiogram is imported.

`aiogram.types` ends with a loop that calls `model_rebuild` of each of its 400 types, which takes four fifths of the
import and 100 MB; a bot that parses updates uses two of these schemas. `build_on_first_use` leaves the loop without
effect and keeps the namespace that it passes. pydantic then does what it does for every model with `defer_build`: the
first use of a type's validator or serializer calls the type's `model_rebuild`, which now gets that namespace
(decision 11).

Relied upon: types come from `TelegramObject` and methods from `TelegramMethod`, which have no `model_rebuild` of their
own, and the loop passes the module's `_types_namespace`. Where a newer aiogram differs in one of these, its types are
built as it builds them: nothing but time is lost.
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
NAMESPACE = "_types_namespace"  # of the module, and of the argument that takes it
BASES = {
    "aiogram.types.base": ("TelegramObject",),
    "aiogram.methods.base": ("TelegramMethod", "Response"),
}


def build_on_first_use() -> None:
    """Call before anything imports aiogram; afterwards it has no effect."""
    if TYPES not in sys.modules and not any(isinstance(each, _Finder) for each in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


class _Finder(MetaPathFinder):
    """Finds the modules that define the base classes, and nothing else."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Python's own finding, with a loader that changes the base classes where the module is a source file."""
        spec = PathFinder.find_spec(fullname, path, target) if fullname in BASES else None
        if spec is not None and spec.origin and type(spec.loader) is SourceFileLoader:
            spec.loader = _Loader(fullname, spec.origin)
        return spec


class _Loader(SourceFileLoader):
    """Changes the base classes before anything derives from them."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module, then change what it has made."""
        super().exec_module(module)
        for name in BASES[module.__name__]:
            _defer(getattr(module, name, None))


def _defer(base: object) -> None:
    from pydantic import BaseModel  # noqa: PLC0415  # aiogram has imported it; commands without aiogram need not

    if isinstance(base, type) and issubclass(base, BaseModel) and "model_rebuild" not in vars(base):
        base.model_config["defer_build"] = True
        base.model_rebuild = classmethod(_model_rebuild)  # type: ignore[method-assign, assignment]  # pydantic's way in


_building = threading.RLock()  # pydantic's own is not safe for threads
_namespace: dict[str, Any] = {}


def _model_rebuild(
    model: type[BaseModel],
    /,
    *,
    _parent_namespace_depth: int = 2,
    _types_namespace: Mapping[str, Any] | None = None,
    **others: bool,
) -> bool | None:
    """In the place of `BaseModel.model_rebuild`: put off in aiogram's loop, with what that loop passed later on."""
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
    """The module deletes it when its loop is done."""
    return namespace is vars(sys.modules[TYPES]).get(NAMESPACE)

"""Who said what, when and where, in French.

>>> import quotex
>>> quotex.extract("« On verra », a dit Anne Roy.")[0].speaker.name
'Anne Roy'
"""

from typing import TYPE_CHECKING, Any

from quotex.extract import Extractor, extract

if TYPE_CHECKING:
    from quotex.batch.many import Extraction, Text, extract_many

__all__ = ["Extraction", "Extractor", "Text", "extract", "extract_many"]


def __getattr__(name: str) -> Any:
    """What is for many texts is imported when it is asked for: the command line starts faster."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from quotex.batch import many

    return getattr(many, name)

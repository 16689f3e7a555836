"""Who said what, when and where, in French.

>>> import quotex
>>> quotex.extract("« On verra », a dit Anne Roy.")[0].speaker.name
'Anne Roy'
"""

from quotex.extract import Extractor, extract

__all__ = ["Extractor", "extract"]

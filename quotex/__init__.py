"""Who said what, when and where, in French.

>>> import quotex
>>> quotex.extract("« On verra », a dit Anne Roy.")[0].speaker.name
'Anne Roy'
"""

from quotex.batch.many import Extraction, Text, extract_many
from quotex.extract import Extractor, extract

__all__ = ["Extraction", "Extractor", "Text", "extract", "extract_many"]

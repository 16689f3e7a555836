"""The first stage: from what the user names to documents, one by one and in order.

Files, folders, corpora of one document a row, archives, web pages and standard input all become
:class:`~quotex.inputs.source.Source` values.  One of them knows where its document is and may be
sent to another process; only its ``load`` reads and decodes, and only that may fail.
"""

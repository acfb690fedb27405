"""Documents: texts in Markdown, HTML, EPUB, Word, subtitles, translators' files, tables or plain text.

A reader for each format (``html``, ``markdown``, ``epub``, ``word``, ``subtitles``, ``po``, ``xliff``, ``tmx``,
``csv_table``, ``plain_text``) makes a :class:`~reader.importing.documents.document.Document` of units; it runs in a
confined process (``requests``, ``confined_documents``). ``languages`` and ``splitting`` find the language of each unit,
``pairing`` puts the two languages beside each other, and ``building`` makes articles of the pairs.
"""

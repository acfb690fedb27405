"""The overview that ``reader --help`` prints."""

OVERVIEW = """\
usage: reader [TARGET] [--library DIR] [--no-mouse] [--interface zh|en] [--theme NAME]
       reader VERB …

A reader for bilingual magazines. Without a verb it opens the screen: on the shelf, or on
TARGET, which is an address, an issue file or a folder of issues. Without a terminal (in a
pipe, or where TERM is dumb) it prints plain text.

verbs:
  open [TARGET]      the screen, as without a verb
  list               the shelf: every issue with its contents and addresses
  show TARGET        an issue's contents, an article side by side, a paragraph, a figure
  search QUERY…      every place that holds the words, in either language
  check [FILE|DIR…]  what is wrong with issue files, and where
  new ISSUE          a new issue file to fill in; new article adds one to an issue
  preview FILE       the screen beside your editor: what is saved is shown at once
  import SOURCE…     printed pages, as PDF or as text, to a draft issue
  fmt FILE…          issue files in one layout
  status [FILE…]     which translations are there, complete, abridged, missing or stale
  schema             the JSON Schema of issue files, for editors
  index              reads what is new in a big library, for quick starts and searches
  config             where the settings lie, what holds, and a file to begin with
  marks              your bookmarks, highlights, notes and words: listed, exported, synced
  doctor             what the program sees, for a report; --fix repairs what is damaged

options:
  --library DIR      a folder of issues, or one issue file; may be given more than once.
                     Else READER_LIBRARY (folders as in PATH), else the library of the settings,
                     else the issues that come along and those in your own folder for them
  --no-mouse         leaves the mouse to the terminal
  --interface zh|en  the language of the interface; as set (or the locale's) if not given
  --theme NAME       light, dark or paper; as set if not given
  --json, --plain    prints instead of opening the screen; every verb takes them
  --log-level LEVEL  what goes into the log in the platform's state folder: error, warning (if
                     not given), info, debug; every verb takes it, READER_LOG_LEVEL sets it
  --help             this text; reader VERB --help tells a verb's options, with examples
  --version          the version

addresses:
  city-of-springs-08                    an issue
  city-of-springs-08/new-drivers        an article
  city-of-springs-08/new-drivers#p3     its third paragraph
  city-of-springs-08/new-drivers#zone   a figure, or a block that has an id

exit codes:
  0  good            1  problems found, nothing found, or a file with errors
  2  usage, or an address or file that is not there            130  interrupted

NO_COLOR turns colour off. READER_DEBUG=1 shows where an unforeseen fault arose.
"""

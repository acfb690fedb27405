"""Opens, locks, signs, checks, backs up and puts aside SQLite files, whatever their tables are.

The modules are ``connection`` (opening, the write-ahead log, transactions), ``signature`` (application id and version)
and ``health`` (checking a file, putting it aside, copying and deleting it).
"""

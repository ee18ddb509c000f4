"""What helps a person to contribute: more checks than a build needs, repairs, suggestions, schemas, new archives.

The modules, each with its noun:

report      problems as text, as annotations of GitHub, as JSON
inspect     what a reviewer would say of a record: rights, sources, names, what is left to settle
names       names that nearly match the register of people
written     pictures and links in a Markdown body
alike       texts that share much of their wording
tracked     texts that git publishes or holds back against their record
repair      what is safe to mend in a record, and the difference
identify    a permanent id for a new article
suggest     a record filled with what a text says of itself
schema      the tables of fields as JSON Schemas
archive     a new archive, complete
summary     what a pull request changes, for its reviewer

None of them touches the disk or knows the date; the commands in `build_site.cli` do that for them.
"""

"""Press Archive: a folder of news articles becomes a static, searchable site.

The packages in the order in which an article passes through them; imports run from the bottom of this list to
the top and never back (`tests/unit/test_shape.py` holds the order):

    problem     what is wrong, where, and what to do about it
    layout      JSON for people to read
    machine     the one place each for disk, console, processes and today's date
    seed        bytes in `seeds/` → text and positioned values            → `Seed`
    fields      what each field of a record means                         → `Record`
    registers   the controlled vocabularies: people, topics, sources      → `Registers`
    derive      what a text says of itself, with evidence                 → `Description`
    lint        what a person should look at before a text is published
    article     record > register > derived                               → `Article`
    catalog     all articles: by topic, person, source, date              → `Catalog`
    describe    descriptions of many texts: kept, shown to people, written as provenance
    web         an archive's name, and where its pages stand on the web   → `Settings`
    cite        the original article in citation styles and formats
    metadata    what a page tells machines that read it
    feeds       what is new, for feed readers
    data        the catalog as CSV, JSON Lines and SQLite
    page        addresses and complete Markdown texts                     → `Page`
    files       pages → files under `docs/`, only what changed
    search      catalog → the index that the browser searches, through Pagefind
    site        MkDocs: `docs/` → `site/`
    offline     a copy to keep: site, seeds and data as a bag in a zip, and how it is verified
    pipeline    the whole way as one function that reads as a map
    contribute  more checks, repairs, suggestions and schemas for who adds articles
    cli         the command `build-site`
    accelerator  MkDocs in less time, the same site: for the hook `overrides/hooks/accelerate.py` and nobody else
"""

__version__ = "0.1.0"

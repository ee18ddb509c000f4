"""Whole builds, measured: ours beside stock MkDocs with Material, and beside Hugo followed by Pagefind."""

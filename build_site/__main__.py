"""`python -m build_site` is the command `build-site`."""

from build_site.cli import main

main()

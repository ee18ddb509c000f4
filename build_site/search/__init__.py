"""The search index: a catalog becomes lean documents, and Pagefind makes an index of them."""

"""One article: what the record, the registers and the text say, in this order of precedence."""

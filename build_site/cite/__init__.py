"""Citations: the original article, "via" this archive, in the styles and formats that readers and their tools use."""

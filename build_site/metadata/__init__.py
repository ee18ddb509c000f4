"""What a page tells the machines that read it: JSON-LD, Highwire, Dublin Core, PRISM and Open Graph names, feeds."""

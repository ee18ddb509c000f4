"""A copy to keep: site, seeds and data as a bag (BagIt 1.0, RFC 8493) in a zip, and how it is verified."""

"""Seeds that mean harm, all invented, and what must not come of them."""

"""When, where and to whom it was said."""

"""What a document says of itself: its date, its place, its title, and its furniture."""

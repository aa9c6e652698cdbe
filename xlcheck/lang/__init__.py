"""What is known about languages: profiles read from data files, and language detection."""

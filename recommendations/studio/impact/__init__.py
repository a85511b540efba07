"""What a release would change for those who have answered."""

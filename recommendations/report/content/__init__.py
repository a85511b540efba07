"""What a report says, frozen before it is drawn: page, PDF and JSON print these strings and calculate nothing."""

"""Which addresses hold a secret, and which are nobody's search result: one list for the log and for search engines."""

# What follows opens something for whoever has it.
SECRET = ("/r/", "/s/", "/i/", "/contact/", "/letters/", "/plan/reminders/", "/my/hand-over/", "/verify/")

KEPT_OUT = ("/a/", "/account/", "/contact/", "/i/", "/letters/", "/my/", "/plan/", "/r/", "/s/", "/verify/", "/w/")

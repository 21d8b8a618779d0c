"""What browsers, checkers and assistive programs make of every page of the demonstration, as a server serves it."""

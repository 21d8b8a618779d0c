"""Newsroom: the website of a city's cooperation desk."""

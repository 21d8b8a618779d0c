"""Photos: upload, renditions and crops, captions, and who is to be seen."""

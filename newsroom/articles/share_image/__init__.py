"""Draws the picture that a shared story shows: a program of its own, which needs Pillow, fonts and nothing of ours.

    python -I press < what is to be printed (JSON, see `__main__`) > picture.png

It ends with status 3 where no font of this machine has every letter that is to be printed: rather no picture than
one with boxes. Apart from the server, a worker holds neither fonts nor pixels, and the memory goes when it ends.
"""

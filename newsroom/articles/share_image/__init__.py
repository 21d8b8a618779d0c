"""Open Graph image renderer: a subprocess that needs Pillow and fonts, and imports nothing of the project.

    python -I share_image < payload (JSON, see `__main__`) > image.png

It exits with status 3 where no font of this machine has every character: no image is better than one with boxes.
Being a subprocess, it leaves neither fonts nor pixels in a worker, and its memory is freed when it ends.
"""

"""Parameters of the leak proof for changed files: `python -m tests.run.pages FILE…`.

Prints the names of pages whose view is in one of the files, and the files that call `public` themselves.
"""

import os
import sys


def main(files: list[str]) -> None:
    """Print one name per line."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    from tests.leak import addresses
    from tests.leak.test_leak import ASKING

    modules = {file.removesuffix(".py").replace("/", ".") for file in files}
    pages = {pattern.name for _where, pattern in addresses.patterns() if pattern.callback.__module__ in modules}
    asking = {file.removeprefix("newsroom/") for file in files} & set(ASKING)
    print(*sorted(pages & set(addresses.page_names()) | asking), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])

"""Map of tests to the rooms that they cover. README prints it; a test compares both with the folders."""

from tests.run.place import ROOT

# Folder or file pattern → rooms covered. Templates and stylesheets belong to their room.
TESTS = {
    "tests/accounts": "accounts",
    "tests/architecture": "",  # architecture tests: run for every change
    "tests/bench": "",  # the benchmark and the audits, which are not part of the suite
    "tests/browser": "articles desk forms photos",
    "tests/cases": "cooperation people places profiles sources",
    "tests/claims": "articles claims cooperation profiles",
    "tests/desk": "accounts articles desk forms",
    "tests/leak": "",  # every public page: selected when its view changes
    "tests/lists": "lists",
    "tests/look": "plots website",
    "tests/machines": "articles masthead pages website",
    "tests/pages": "articles lists masthead pages search urls website",
    "tests/pages_records": "cooperation people places profiles",
    "tests/photos": "photos",
    "tests/publishing": "publishing",
    "tests/readers": "website",
    "tests/recipes": "",  # README's recipes: when they change
    "tests/record_cases": "cooperation people places profiles",
    "tests/records": "cooperation people places",
    "tests/sources": "sources",
    "tests/test_body.py": "articles",
    "tests/test_call_stack.py": "call_stack settings",
    "tests/test_commands.py": "accounts jobs launch management",
    "tests/test_compiled.py": "compiled",
    "tests/test_databases.py": "databases",
    "tests/test_dates*.py": "dates",
    "tests/test_demo*.py": "demo terms",
    "tests/test_installation.py": "cooperation management places tables terms",
    "tests/test_languages.py": "languages",
    "tests/test_launch.py": "launch",
    "tests/test_mutants.py": "",  # the test runner's mutants
    "tests/test_pinyin.py": "languages",
    "tests/test_secrets.py": "secrets settings",
    "tests/test_serving.py": "management serving wsgi",
    "tests/test_settings.py": "settings",
    "tests/test_translations.py": "catalogues management",
    "tests/test_upgrade*.py": "lists management",
    "tests/test_test_command.py": "",  # the test runner itself
}
# What most rooms depend on: a change can break any test.
BENEATH = {"databases", "dates", "forms", "languages", "lists", "masthead", "pages", "publishing", "settings"}


def tests_of(rooms: set[str]) -> list[str]:
    """Return the folders and files of tests that cover any of the rooms."""
    return [file for tests, proved in TESTS.items() if rooms & set(proved.split()) for file in expanded(tests)]


def expanded(tests: str) -> list[str]:
    """Return the folder or the files of one entry of the map."""
    return sorted(str(path.relative_to(ROOT)) for path in ROOT.glob(tests))

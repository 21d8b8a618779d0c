"""Every rule that the database holds is said in a sentence for people."""

from django.apps import apps


def ours():
    return [model for model in apps.get_models() if model.__module__.startswith("newsroom.")]


def test_every_constraint_says_what_is_wrong_in_a_sentence():
    silent = [
        rule.name
        for model in ours()
        for rule in model._meta.constraints
        if rule.violation_error_message == rule.default_violation_error_message
    ]

    assert silent == []


def test_every_sentence_ends_like_one():
    sentences = {str(rule.violation_error_message) for model in ours() for rule in model._meta.constraints}

    assert [sentence for sentence in sentences if not sentence.endswith(("。", "."))] == []

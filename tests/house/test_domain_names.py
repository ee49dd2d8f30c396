"""The domain's names, of which some are made when they are first asked for."""

import pytest

from kzcheck import domain


def test_every_name_of_the_domain_can_be_had() -> None:
    assert all(getattr(domain, name) is not None for name in domain.__all__)


def test_a_name_the_domain_has_not_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="Nothing"):
        getattr(domain, "Nothing")  # noqa: B009 - the name is not to be checked before it runs

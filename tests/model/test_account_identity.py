"""What makes two accounts one: what a person retypes without noticing, and nothing else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editions import redact
from generator.model.account_identity import AccountIdentity, identity_of, retyped
from tests.builders import a_plan, an_account

VALMONDE = AccountIdentity("Groupe Valmonde", "Nordane Services")
MINISTRY = "Ministère de la Transformation et des Services Publics Régionaux – Direction"
NEAR = st.one_of(
    st.text(max_size=12),
    st.text("aàâeéèôœ sS-–'’&+«».\u00a0\u202f\u200b😀Ж", max_size=8),
    st.sampled_from([f"{MINISTRY} des achats", f"{MINISTRY} du numérique", "Société Générée", "Societe generee"]),
)
CODES = st.one_of(st.none(), st.sampled_from(["V-1", "v-1", "V-2", "é"]))
IDENTITIES = st.builds(AccountIdentity, NEAR, st.sampled_from(["Nordane", "nordane ", "Nördane"]), CODES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Groupe Valmonde", "GROUPE  valmonde "),
        ("Groupe Valmonde", "Groupe\u00a0Valmonde"),
        ("Groupe Valmonde", "Groupe\u202fValmonde"),
        ("L’Atelier d’Orée", "L'Atelier d'Orée"),
        ("Société Orée", unicodedata.normalize("NFD", "Société Orée")),
    ],
)
def test_a_name_retyped_is_the_same_account_and_the_same_folder(one: str, other: str) -> None:
    first, second = AccountIdentity(one, "Nordane"), AccountIdentity(other, "NORDANE")
    assert first.is_same(second)
    assert first.is_written_as(second)
    assert first.slug == second.slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{MINISTRY} des achats", f"{MINISTRY} du numérique"),
        ("Société Générée", "Societe generee"),
        ("Groupe Orange", "Groupe « Orange+ »"),
        ("A&B", "A.B"),
        ("Œuvre", "Oeuvre"),
        ("Жуков", "Чехов"),
        ("株式会社", "有限会社"),
        ("GroupeOrange +", "GroupeOrange ++"),
        ("con", "Con."),
    ],
)
def test_two_names_never_share_a_folder(one: str, other: str) -> None:
    first, second = AccountIdentity(one, "Nordane"), AccountIdentity(other, "Nordane")
    assert not first.is_same(second)
    assert first.slug != second.slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Groupe Valmonde", "groupe-valmonde"),
        ("  GROUPE\u00a0 Valmonde", "groupe-valmonde"),
        ("Val-Monde 3", "val-monde-3"),
    ],
)
def test_a_name_of_which_nothing_is_lost_stays_readable(name: str, slug: str) -> None:
    assert AccountIdentity(name, "Nordane").slug == slug


@pytest.mark.parametrize("name", ["Société", "A & B", "x" * 61, "con", "😀", ""])
def test_a_name_of_which_something_is_lost_ends_in_eight_digits_of_its_digest(name: str) -> None:
    account = AccountIdentity(name, "Nordane")
    assert account.slug.endswith(f"-{account.digest[:8]}")


@given(IDENTITIES, IDENTITIES)
def test_two_accounts_share_no_slug_and_identity(one: AccountIdentity, other: AccountIdentity) -> None:
    """Those with the same slug are told apart by what the folder says, word for word."""
    alike = [retyped(one.client), retyped(one.supplier), retyped(one.code or "")] == [
        retyped(other.client),
        retyped(other.supplier),
        retyped(other.code or ""),
    ]
    assert (one.slug == other.slug and one.is_written_as(other)) is alike
    if one.client and retyped(one.client) != retyped(other.client) and one.slug == other.slug:
        assert {*retyped(one.client), *retyped(other.client)} <= {*"abcdefghijklmnopqrstuvwxyz0123456789 -"}


@given(NEAR)
def test_retyping_once_is_enough(name: str) -> None:
    assert retyped(retyped(name)) == retyped(name)


def test_codes_decide_where_both_have_one() -> None:
    coded = AccountIdentity("Groupe Valmonde", "Nordane Services", "V-1")
    assert coded.is_same(AccountIdentity("Valmonde Industrie", "Autre", "v-1 "))
    assert not coded.is_same(AccountIdentity("Groupe Valmonde", "Nordane Services", "V-2"))
    assert coded.is_same(VALMONDE)
    assert not coded.is_written_as(VALMONDE)


def test_the_supplier_tells_accounts_apart() -> None:
    other = AccountIdentity("Groupe Valmonde", "Lumière Conseil")
    assert not VALMONDE.is_same(other)
    assert VALMONDE.slug == other.slug  # the folder's account.json tells them apart


def test_a_client_knows_no_code_and_no_path_tells_it() -> None:
    plan = a_plan(account=an_account(client="Société Orée", code="V-1"))
    assert identity_of(plan.account).code == "V-1"
    assert identity_of(redact(plan).plan.account).code is None
    assert identity_of(plan.account).slug == identity_of(redact(plan).plan.account).slug

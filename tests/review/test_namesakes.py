"""The shelf of names leaves out nothing that a close look at every pair would propose."""

from hypothesis import given
from hypothesis import strategies as st

from amicity.review.likeness import _alike
from amicity.review.namesakes import Shelf
from amicity.terms.place import Place

WORDS = ("san", "jose", "josé", "pedro", "new", "york", "yorck", "lyu", "lü", "city", "ii", "-", "karachi", "karachy", "沈阳", "l'aquila")
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).flatmap(lambda words: st.sampled_from([" ".join(words), "".join(words)]))
PLACES = st.lists(st.builds(Place, NAMES, st.sampled_from(["MX", "US", None])), min_size=1, max_size=25)


@given(PLACES)
def test_it_gives_whatever_a_look_at_all_would_propose(places: list[Place]) -> None:
    shelf = Shelf(places)
    for one in places:
        near = shelf.near(one)
        assert near == sorted(set(near))
        for two in places:
            apart = one.country and two.country and one.country != two.country
            if not apart and _alike(str(one.name), str(two.name))[0]:
                assert two.key in near, (one, two)
            if apart:
                assert two.key not in near


def test_it_leaves_out_what_is_unlike() -> None:
    karachi, karachy, lahore, bare = (
        Place(name, country) for name, country in (("Karachi", "PK"), ("Karachy", "PK"), ("Lahore", "PK"), ("-", "PK"))
    )
    shelf = Shelf([karachi, karachy, lahore, bare, Place(None, "PK")])
    assert shelf.near(karachy) == sorted([karachi.key, karachy.key])
    assert shelf.near(bare) == [] and shelf.near(Place(None, "PK")) == []

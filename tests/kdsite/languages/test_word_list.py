"""A list of words is made once, and read from the disk by whoever needs it."""

from kdsite.languages.word_list import WordList, kept

FORMS = {"kommunen": "kommun", "kommuner": "kommun", "skolan": "skola", "ö": "ö"}


def never():
    raise AssertionError("it is made anew")


def test_what_it_holds():
    words = WordList.of(FORMS)
    assert words.get("kommunen") == "kommun"
    assert words.get("ö") == "ö"
    assert words.get("kommun") is None
    assert words.get("kommun", "so") == "so"
    assert "skolan" in words and "skola" not in words
    assert "skola" in words.lemmas and "skolan" not in words.lemmas
    assert set(words.beginning_with("ko")) == {"kommun"}
    assert words.ending_with("la") == ["skola"]


def test_it_is_made_once(tmp_path, settings):
    """And read from the disk from then on, by every process."""
    settings.WORD_LISTS = tmp_path
    assert kept("sv-1", lambda: FORMS).get("skolan") == "skola"
    assert kept("sv-1", never).get("skolan") == "skola"
    assert kept("sv-2", dict).get("skolan") is None
    # Nothing is left of its making.
    (folder,) = tmp_path.glob("sv-1*")
    assert len(list(folder.iterdir())) == 3


def test_one_that_is_not_whole_is_made_anew(tmp_path, settings):
    """A disk that was full, a machine that went off."""
    settings.WORD_LISTS = tmp_path
    kept("sv-1", lambda: FORMS)
    for broken in tmp_path.glob("sv-1*/*"):
        broken.write_bytes(broken.read_bytes()[:20])
        assert kept("sv-1", lambda: FORMS).get("skolan") == "skola"
        assert kept("sv-1", never).ending_with("la") == ["skola"]


def test_where_nothing_can_be_kept_it_is_there_all_the_same(tmp_path, settings):
    file = tmp_path / "file"
    file.touch()
    settings.WORD_LISTS = file
    assert kept("sv-1", lambda: FORMS).get("skolan") == "skola"
    assert file.read_bytes() == b""

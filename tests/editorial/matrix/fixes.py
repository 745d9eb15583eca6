"""What Wagtail and allauth have published as mended from 2020 to 2026, by what it was; wagtail-localize
has published nothing. Those about addresses of the admin are marked in the table.

After an upgrade: its release notes are read, and what they mend is added here.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fix:
    """:param number: that of the CVE; else of GitHub's advisory; else the release.
    :param hole: what somebody could do.
    :param addresses: those of the table that it was about, or that do the same here.
    :param shown: the test that shows it closed here, where the table alone does not.
    """

    number: str
    hole: str
    addresses: tuple = ()
    shown: str = ""


HERE = "tests/editorial/matrix/test_holes.py::"
WORDS = "tests/editorial/matrix/test_words.py::test_no_word_of_a_person_becomes_markup"
NOT_THERE = f"{HERE}test_what_is_not_there_has_no_hole"
COMPARE = (
    r"admin/pages/^(?P<pk>\d+)/revisions/compare/"
    r"(?P<revision_id_a>live|earliest|\d+)\.\.\.(?P<revision_id_b>live|latest|\d+)/$"
)
PREVIEW_OF_A_SIZE = "admin/images/<int:image_id>/preview/<str:filter_spec>/"
SIZES_BY_ADDRESS = (
    "admin/images/<int:image_id>/generate_url/",
    "admin/images/<int:image_id>/generate_url/output/",
)
LISTS_OF_FILES = ("admin/api/main/^documents/", "admin/api/main/^images/")
SETTINGS = (
    "admin/settings/<slug:app_name>/<slug:model_name>/",
    "admin/settings/<slug:app_name>/<slug:model_name>/<int:pk>/",
)

CLASSES = {
    "seen without the right to edit": (
        Fix("CVE-2026-44197", "compare versions of any page", (COMPARE,)),
        Fix(
            "CVE-2026-44198",
            "read the history of any page",
            (
                "admin/pages/<int:page_id>/history/",
                "admin/pages/<int:page_id>/history/results/",
            ),
        ),
        Fix(
            "CVE-2026-55468",
            "read fields of any page, draft or public, in the API of the admin",
            ("admin/api/main/^pages/", "admin/api/main/^pages/<int:pk>/"),
            "tests/editorial/review/test_only_mine.py::test_lists_show_no_draft_title",
        ),
    ),
    "copied without the right to see": (
        Fix(
            "CVE-2026-44200",
            "copy any page to a place of one's own",
            ("admin/pages/<int:page_id>/copy/",),
        ),
        Fix(
            "GHSA-x5cx-w6p2-mxf2",
            "copy a row of a model that one may add to, but not read",
            ("admin/users/copy/<int:pk>/", "admin/sites/copy/<int:pk>/"),
        ),
        Fix(
            "GHSA-jm5p-837g-rv8g",
            "copy any page into another language, in the API of the admin",
            ("admin/api/main/^pages/<int:pk>/action/<str:action_name>/",),
            "tests/editorial/ways_around/test_titles_and_copies.py::test_b19_the_admin_api_changes_nothing",
        ),
        Fix(
            "CVE-2026-54262",
            "translate any page, by simple_translation; here wagtail-localize does",
            ("admin/localize/submit/page/<int:page_id>/",),
        ),
    ),
    "files of others": (
        Fix(
            "CVE-2026-44201",
            "list the files of a closed collection, in the public API",
            LISTS_OF_FILES,
        ),
        Fix(
            "GHSA-c2xx-cjmh-9q8f",
            "the same, of the collections below a closed one",
            LISTS_OF_FILES,
        ),
        Fix(
            "CVE-2026-54259",
            "choose any file by its number, and read its name and address",
            (
                "admin/documents/chooser/chosen/<str:pk>/",
                "admin/documents/chooser/chosen-multiple/",
                "admin/images/chooser/chosen/<str:pk>/",
                "admin/images/chooser/chosen-multiple/",
            ),
            f"{HERE}test_no_file_is_chosen_by_its_number",
        ),
        Fix("CVE-2026-54261", "look at any picture", (PREVIEW_OF_A_SIZE,)),
        Fix(
            "Wagtail 8.0",
            "put any picture into a text",
            ("admin/images/chooser/<int:image_id>/select_format/",),
        ),
        Fix(
            "GHSA-92hv-j533-69wc",
            "learn by its hash whether a file is among the documents",
            shown=f"{HERE}test_a_hash_tells_nothing_of_a_document",
        ),
    ),
    "previews": (
        Fix(
            "CVE-2026-25517",
            "draw any page or setting with made-up fields, and what its template shows beside them",
            (
                "admin/pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/"
                "<int:parent_page_id>/preview/",
                "admin/pages/<int:page_id>/edit/preview/",
                "admin/settings/<slug:app_name>/<slug:model_name>/<int:pk>/preview/",
            ),
            f"{HERE}test_a_preview_of_a_new_page_shows_nothing_of_others",
        ),
    ),
    "settings and fields": (
        Fix("CVE-2024-35228", "change settings that one has no right to", SETTINGS),
        Fix(
            "CVE-2024-32882",
            "change a field that needs a right of its own, where the row may be edited",
            (*SETTINGS, "admin/users/edit/<int:pk>/"),
        ),
    ),
    "names in a refusal": (
        Fix(
            "CVE-2023-45809",
            "be refused an action on accounts, with their names",
            ("admin/bulk/<str:app_label>/<str:model_name>/<str:action>/",),
            f"{HERE}test_a_refused_action_names_no_account",
        ),
    ),
    "told to the wrong people": (
        Fix(
            "CVE-2022-21683",
            "get the replies of every thread",
            shown="tests/editorial/approvers/test_comments.py::test_a_reply_is_told_to_its_thread",
        ),
    ),
    "markup": (
        Fix("CVE-2020-11001", "in what two versions say", (COMPARE,), WORDS),
        Fix("CVE-2020-15118", "in the help of a form's field", shown=NOT_THERE),
        Fix(
            "CVE-2021-29434",
            "where a link leads to",
            shown=f"{HERE}test_a_link_to_a_script_is_not_kept",
        ),
        Fix("CVE-2021-32681", "in a block of plain text", shown=f"{HERE}test_a_block"),
        Fix("CVE-2023-28836", "in the lists of modeladmin", shown=NOT_THERE),
        Fix("CVE-2026-28222", "in the class of a cell", shown=f"{HERE}test_a_table"),
        Fix("CVE-2026-28223", "in the words after a step", shown=WORDS),
        Fix("CVE-2026-54263", "in the address of a size", SIZES_BY_ADDRESS),
    ),
    "kept busy": (
        Fix(
            "CVE-2023-28837",
            "bring a file that fills the memory",
            (
                "admin/documents/add/",
                "admin/documents/multiple/add/",
                "admin/images/add/",
                "admin/images/multiple/add/",
            ),
            f"{HERE}test_a_file_that_is_too_large_is_refused",
        ),
        Fix(
            "CVE-2024-39317",
            "search for one long word",
            ("admin/pages/search/", "admin/pages/search/results/"),
            f"{HERE}test_a_long_word_is_searched_for",
        ),
        Fix(
            "CVE-2026-54260",
            "ask for a size of a picture that takes long to make",
            (PREVIEW_OF_A_SIZE,),
            f"{HERE}test_a_size_is_only_a_size",
        ),
    ),
    "passwords": (
        Fix(
            "CVE-2020-11037",
            "guess that of a page by how long a wrong one takes",
            shown="tests/kdsite/accounts/test_limits.py::test_the_password_of_a_page_is_not_guessed",
        ),
        Fix(
            "allauth 0.44.0, 0.51.0",
            "try more often by another spelling of the address",
            shown="tests/kdsite/accounts/test_limits.py::"
            "test_twelve_wrong_passwords_and_then_the_right_one_do_not_get_in",
        ),
        Fix(
            "allauth 0.54.0, 0.55.0",
            "learn who has an account",
            shown="tests/kdsite/accounts/test_limits.py::test_nothing_tells_an_address_from_another",
        ),
        Fix(
            "allauth 65.14.2",
            "try more often by a made-up address of one's own",
            shown="tests/kdsite/accounts/test_limits.py::"
            "test_the_address_that_the_proxy_adds_is_the_one_that_counts",
        ),
    ),
    "submissions of others": (
        Fix("CVE-2026-44199", "delete what was sent to a form", shown=NOT_THERE),
    ),
}


def marks():
    """``{address: {class: numbers}}`` of the addresses that a fix was about."""
    found = {}
    for kind, fixes in CLASSES.items():
        for fix in fixes:
            for address in fix.addresses:
                found.setdefault(address, {}).setdefault(kind, []).append(fix.number)
    return found

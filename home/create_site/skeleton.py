"""The pages that every site has, in both languages, with texts to start from."""

from home.models import AccessibilityStatementPage, StandardPage

Role = StandardPage.Role

HOME = {
    "fi": {
        "title": "Kuntademokratiaverkoston blogi",
        "heading": "Kirjoituksia kuntademokratiasta",
        "welcome": "Verkoston jäsenet kirjoittavat omissa nimissään.",
    },
    "sv": {
        "title": "Bloggen för nätverket för kommunal demokrati",
        "heading": "Texter om kommunal demokrati",
        "welcome": "Nätverkets medlemmar skriver i eget namn.",
    },
}

# Model label, then (title, slug) in each language. The addresses are fixed.
INDEXES = [
    ("blog.BlogIndexPage", {"fi": ("Blogi", "blogi"), "sv": ("Blogg", "blogg")}),
    (
        "community.ThemeIndexPage",
        {"fi": ("Teemat", "teemat"), "sv": ("Teman", "teman")},
    ),
    (
        "community.AuthorIndexPage",
        {"fi": ("Kirjoittajat", "kirjoittajat"), "sv": ("Skribenter", "skribenter")},
    ),
    (
        "community.QuestionIndexPage",
        {
            "fi": ("Kuukauden kysymys", "kuukauden-kysymys"),
            "sv": ("Månadens fråga", "manadens-fraga"),
        },
    ),
]

# Role, then (title, slug, a sentence) in each language.
PLAIN = [
    (
        Role.ABOUT,
        {
            "fi": (
                "Tietoa blogista",
                "tietoa-blogista",
                "Toimitus kertoo tässä pian, kuka blogiin kirjoittaa ja miten.",
            ),
            "sv": (
                "Om bloggen",
                "om-bloggen",
                "Redaktionen berättar snart här vem som skriver i bloggen och hur.",
            ),
        },
    ),
    (
        Role.JOIN,
        {
            "fi": (
                "Liity verkostoon",
                "liity",
                "Verkosto on avoin kaikille. Kirjoita koordinaattorille: "
                '<a href="mailto:kuntademokratia@example.fi">kuntademokratia@example.fi</a>.',
            ),
            "sv": (
                "Gå med i nätverket",
                "ga-med",
                "Nätverket är öppet för alla. Skriv till koordinatorn: "
                '<a href="mailto:kuntademokratia@example.fi">kuntademokratia@example.fi</a>.',
            ),
        },
    ),
    (
        Role.PRIVACY,
        {
            "fi": (
                "Tietosuojaseloste",
                "tietosuojaseloste",
                "Blogia voi lukea ilman evästeitä, eikä lukijoista kerätä tietoja. "
                "Toimitus täydentää selosteen ennen sivuston avaamista.",
            ),
            "sv": (
                "Dataskyddsbeskrivning",
                "dataskyddsbeskrivning",
                "Du kan läsa bloggen utan kakor, och vi samlar inte in uppgifter om läsarna. "
                "Redaktionen kompletterar beskrivningen före lanseringen.",
            ),
        },
    ),
]

# The accessibility statement claims nothing that nobody has assessed.
STATEMENT = {
    "fi": {
        "title": "Saavutettavuusseloste",
        "slug": "saavutettavuusseloste",
        "service_name": "Kuntademokratiaverkoston blogi",
        "responsible": "Kuntademokratiaverkosto",
        "feedback_unit": "Blogin toimitus",
    },
    "sv": {
        "title": "Tillgänglighetsutlåtande",
        "slug": "tillganglighetsutlatande",
        "service_name": "Bloggen för nätverket för kommunal demokrati",
        "responsible": "Nätverket för kommunal demokrati",
        "feedback_unit": "Bloggens redaktion",
    },
}
STATEMENT_FACTS = {
    "conformance": AccessibilityStatementPage.Conformance.NOT_ASSESSED,
    "feedback_email": "kuntademokratia@example.fi",
}

LANGUAGES = ("fi", "sv")

"""The terms with which the glossary of the network begins; the language team goes on with them."""

from kdsite.editorial.models import Term

# Finnish, Swedish, and a note. Several ways to say it are parted by semicolons.
TERMS = [
    ("kunta", "kommun", ""),
    ("kaupunki", "stad", ""),
    (
        "kuntalainen",
        "kommuninvånare; kommunmedlem",
        "Laissa: kunnan jäsen, kommunmedlem.",
    ),
    ("luottamushenkilö", "förtroendevald", ""),
    ("valtuutettu", "fullmäktigeledamot; ledamot av fullmäktige", ""),
    ("kunnanvaltuusto", "kommunfullmäktige; fullmäktige", ""),
    ("kaupunginvaltuusto", "stadsfullmäktige; fullmäktige", ""),
    ("valtuusto", "fullmäktige", "Fullmäktige ei taivu."),
    ("kunnanhallitus", "kommunstyrelse", ""),
    ("kaupunginhallitus", "stadsstyrelse", ""),
    ("lautakunta", "nämnd", ""),
    ("toimielin", "organ", ""),
    ("viranhaltija", "tjänsteinnehavare", "Kunnassa ei tjänsteman."),
    ("kunnanjohtaja", "kommundirektör", ""),
    ("kaupunginjohtaja", "stadsdirektör", ""),
    ("kuntayhtymä", "samkommun", ""),
    ("hyvinvointialue", "välfärdsområde", ""),
    ("aluevaltuusto", "välfärdsområdesfullmäktige", ""),
    ("maakunta", "landskap", ""),
    ("valtionhallinto", "statsförvaltning", ""),
    ("oikeusministeriö", "justitieministeriet", ""),
    ("valtiovarainministeriö", "finansministeriet", ""),
    ("kansalaisjärjestö", "medborgarorganisation", ""),
    ("kansalaisyhteiskunta", "medborgarsamhälle; civilsamhälle", ""),
    ("demokratiakehittäjä", "demokratiutvecklare", ""),
    ("lähidemokratia", "närdemokrati", ""),
    ("kuntademokratia", "kommunal demokrati; kommundemokrati", ""),
    ("edustuksellinen demokratia", "representativ demokrati", ""),
    ("suora demokratia", "direkt demokrati", ""),
    (
        "deliberatiivinen demokratia; puntaroiva demokratia",
        "deliberativ demokrati",
        "",
    ),
    (
        "puntaroiva kansalaiskeskustelu",
        "deliberativ medborgardiskussion",
        "",
    ),
    (
        "kansalaisraati",
        "medborgarråd; medborgarpanel",
        "Nimi vaihtelee järjestäjittäin.",
    ),
    ("osallisuus", "delaktighet", ""),
    ("osallistuminen", "deltagande", ""),
    ("vaikuttaminen", "påverkan; inflytande", ""),
    ("osallisuusohjelma", "delaktighetsprogram", ""),
    ("osallisuussuunnitelma", "delaktighetsplan", ""),
    ("osallistuva budjetointi", "medborgarbudget; deltagande budgetering", ""),
    ("kuntalaisaloite", "invånarinitiativ", ""),
    ("kuuleminen", "hörande", ""),
    ("nuorisovaltuusto", "ungdomsfullmäktige", ""),
    ("vanhusneuvosto", "äldreråd", ""),
    ("vammaisneuvosto", "råd för personer med funktionsnedsättning", ""),
    ("kuntavaalit", "kommunalval", ""),
    ("aluevaalit", "välfärdsområdesval", ""),
    ("äänestysaktiivisuus; äänestysprosentti", "valdeltagande", ""),
    ("päätöksenteko", "beslutsfattande", ""),
    ("valmistelu", "beredning", ""),
    ("kuntalaki", "kommunallagen", "22 § i kommunallagen."),
    ("kuntastrategia", "kommunstrategi", ""),
    ("hyvinvointikertomus", "välfärdsberättelse", ""),
    ("kokeilu", "försök", ""),
    ("hyvä käytäntö", "god praxis", ""),
    ("vertaisoppiminen", "kollegialt lärande; utbyte av erfarenheter", ""),
    ("saavutettavuusseloste", "tillgänglighetsutlåtande", ""),
    ("tietosuojaseloste", "dataskyddsbeskrivning", ""),
    ("kuukauden kysymys", "månadens fråga", ""),
    ("uutiskirje", "nyhetsbrev", ""),
]


def begin_glossary():
    """Where the glossary is empty, it begins with :data:`TERMS`."""
    if not Term.objects.exists():
        Term.objects.bulk_create(
            Term(finnish=finnish, swedish=swedish, note=note)
            for finnish, swedish, note in TERMS
        )

"""Every test, parted as the code is, by behaviour within; what needs a browser, and the project as a whole. ``conftest.py`` says which run on which database, ``stage.py`` what they start from."""

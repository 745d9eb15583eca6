"""How to cite a post: in words on its page, and as a file for programs that keep references.

- formats: BibTeX and RIS of a post.
- urls: the address of every such file: ``cite.bib`` and ``cite.ris`` below its post.
- views: the file of a post that readers may open.
"""

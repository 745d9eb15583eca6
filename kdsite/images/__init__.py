"""The image model, its files, and the sizes that pages show.

- avif: AVIF without a long wait: whoever approves a page waits while its pictures are made.
- forms: the form by which a picture is uploaded.
- metadata: picture files as they may be downloaded: without what a camera or a program wrote
  into them.
- models: the site's own image model: a picture with its photographer, its licence and its
  consent.
- renditions: pictures in every size: made when a page becomes public, never in a reader's
  request; and read all at once.
- social: the picture that goes with a link to a page in other services.
"""

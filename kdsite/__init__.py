"""The project, and what every page shares; it knows none of the other apps.

- accounts: the account model, and how people log in.
- admin: Wagtail's admin as every app has it.
- apps: what every page shares: the image model, blocks, templates and styles.
- backups: the whole site in one file, and back.
- blocks: the blocks of a page's body.
- checks: what ``check --deploy`` says of this site beside what Django says.
- documents: the document model.
- editorial: draft, review, publish: for any page that two people must stand behind.
- formats: dates and times as they are written here.
- full_disk: what is stored whole or not at all, and how a full disk is known by its failure.
- health: for machines: is the process alive, and is the site ready for people?
- images: the image model, its files, and the sizes that pages show.
- languages: Finnish and Swedish words: their lemmas, where they are parted, and their order.
- logs: what a process writes down while it runs.
- management: commands of the project.
- media_bucket: uploaded files in a bucket, where several machines share them.
- metadata: what machines read of a page.
- middleware: what happens to every request.
- models: Django looks for an app's models here.
- page_cache: readers' pages kept as they were answered, and what ends a copy.
- pages: what every page of the site shares: its model, the way to it, and the frame around it.
- settings: settings: base holds everywhere.
- templatetags: what readers' templates need and the models do not give.
- urls: all addresses.
- views: views that show no page of the tree: the root, errors, robots.txt.
- wagtail_hooks: what is registered with Wagtail.
- wsgi: the entry for gunicorn; production settings unless DJANGO_SETTINGS_MODULE says
  otherwise.
"""

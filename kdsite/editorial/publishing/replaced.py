"""What of Wagtail and wagtail-localize is replaced, or used below their documented surface.

Our place, why, and after a dash what of theirs: names in code, or a file. Whoever upgrades reads
what has changed: ``tests/project/test_replaced.py`` says what of it is written otherwise now,
and ``tests/project/test_replaced_calls.py`` what of it is no longer called.

The editor of pages
-------------------
kdsite.editorial.admin.pages.edit
  The second of two stale saves would win silently, and a review begin without its lock. There
  are hooks before and after saving, none around it.
  - wagtail.admin.views.pages.edit.EditView: dispatch get_object post form_invalid save_action
    submit_action restart_workflow_action cancel_workflow_action is_cancelling_workflow is_out_of_date
    action_name_and_method add_save_confirmation_message send_commenting_notifications get_side_panels
kdsite.editorial.admin.pages.revert
  - wagtail.admin.views.pages.revisions: RevisionsRevertView
kdsite/static/js/first_words.js
  - wagtail/admin/static/wagtailadmin/js/core.js
kdsite.editorial.admin.pages.take_down
  This view does not go through page.unpublish(), where the door stands, and asks for nothing.
  - wagtail.admin.views.pages.unpublish.UnpublishView: unpublish get_success_message get_context_data
  - wagtail.admin.views.generic.models.UnpublishView: post
kdsite/editorial/templates/editorial/take_down.html
  The form asks which languages, and why.
  - wagtail/admin/templates/wagtailadmin/pages/confirm_unpublish.html
kdsite.editorial.admin.pages.create
  Wagtail makes two pages of one form that arrives twice.
  - wagtail.admin.views.pages.create.CreateView: dispatch post form_valid save_action submit_action
    get_side_panels
kdsite/editorial/templates/editorial/create.html
  The form brings the key of the page that it makes.
  - wagtail/admin/templates/wagtailadmin/pages/create.html
kdsite.editorial.admin.pages.action_menu
  The hook tells the buttons by their classes; three of ours inherit from them.
  - wagtail.admin.action_menu: PageActionMenu SubmitForModerationMenuItem CancelWorkflowMenuItem
    SaveDraftMenuItem UnpublishMenuItem PageLockedMenuItem
kdsite/editorial/templates/editorial/correct_button.html
  - wagtail/admin/templates/wagtailadmin/pages/action_menu/save_draft.html
kdsite/templates/wagtailadmin/pages/action_menu/menu.html
  Buttons are not put into a menu.
  - wagtail/admin/templates/wagtailadmin/shared/action_menu/menu.html
kdsite.editorial.admin.pages.listing
  The filters name every account behind any page.
  - wagtail.admin.views.pages.listing: PageFilterSet GenericPageFilterSet EditedByFilter
  - wagtail.admin.views.pages.usage: ContentTypeUseView
kdsite.editorial.publishing.page_form
  What a person may not set or show is refused in the form, in words.
  - wagtail.admin.forms.pages.WagtailAdminPageForm: __init__ is_valid clean

The rule
--------
kdsite.editorial.publishing.guard
  What is written when a page is published, and in which order.
  - wagtail.actions.publish_page_revision: PublishPageRevisionAction
kdsite.editorial.publishing.moderated_page
  Who may do what, what is locked, which review, and what keeps out of revisions.
  - wagtail.models.pages.AbstractPage: permissions_for_user get_workflow has_workflow
    with_content_json unpublish approved_schedule
  - wagtail.models.revisions.RevisionMixin: get_latest_revision from_serializable_data
  - wagtail.models.workflows.WorkflowMixin: get_lock current_workflow_state workflow_in_progress
  What follows from other fields is filled in whether a page is checked whole or, as a draft,
  hardly at all; full_clean() is called only for the first. Lists call what was taken down a draft.
  - wagtail.models.pages.AbstractPage: _set_core_field_defaults
  - wagtail.models.draft_state.DraftStateMixin: status_string
kdsite.editorial.publishing.protected_files
  The index of references knows the newest version of a page, not each one.
  - wagtail.models.reference_index.ReferenceIndex: _extract_references_from_object
kdsite.editorial.publishing.rows_that_exist
  Each of the two checks itself whole whenever it is saved: up to eleven questions about rows that
  were just read, and that the database answers itself.
  - wagtail.models.audit_log.BaseLogEntry: save clean
  - wagtail.models.workflows.WorkflowState: save clean

kdsite.editorial.policy.permissions
  Roles narrow what the permissions of the tree give.
  - wagtail.models.pages: PagePermissionTester
  - wagtail.permission_policies.pages.PagePermissionPolicy: explorable_instances
    instances_user_has_any_permission_for
kdsite.editorial.locks
  A lock says what happens here.
  - wagtail.locks: BaseLock WorkflowLock

What is taken away, or said otherwise
-------------------------------------
kdsite.editorial.wagtail_hooks
  These buttons would publish, and no hook takes one away from a page's header.
  - wagtail.hooks: _hooks register get_hooks
  - wagtail_localize.wagtail_hooks: page_listing_more_buttons
  The hook tells the lists on the front page by their classes.
  - wagtail.admin.views.home: WorkflowObjectsToModeratePanel
    UserObjectsInWorkflowModerationPanel RecentEditsPanel LockedPagesPanel

kdsite.editorial.notifications.review_events
  No setting stops these mails: their signals are disconnected by their names.
  - wagtail.admin.signal_handlers: register_signal_handlers

kdsite.editorial.publishing.former_addresses
  A redirect that cannot be written would look like a publication that failed: it is made later.
  - wagtail.contrib.redirects.signal_handlers: autocreate_redirects_on_slug_change

kdsite.accounts.own_address.own_settings
  No hook takes away the choices of mails that are not sent, nor asks for the password where the
  address changes.
  - wagtail.admin.views.account.AccountView: get_panels
  - wagtail.admin.views.account: NotificationsSettingsPanel NameEmailSettingsPanel
  - wagtail.admin.forms.account.NameEmailForm: __init__

kdsite.editorial.admin.choosers
  Labels are written once, in the language of the first who sees them; a form that is refused
  shows the title of what it refuses.
  - wagtail.admin.widgets.chooser.BaseChooser: get_value_data
  - wagtail.admin.rich_text.converters.html_to_contentstate.PageLinkElementHandler: get_attribute_data
  - wagtail.admin.widgets.chooser.AdminPageChooser: __init__
  - wagtail.admin.viewsets.chooser.ChooserViewSet: search_tab_label

kdsite.editorial.admin.version_differences
  What only looks like a change is left out, by the classes of the HTML; days are shown as
  people write them.
  - wagtail.admin.compare: register_comparison_class FieldComparison StreamFieldComparison
    ForeignObjectComparison ChildRelationComparison StreamBlockComparison StructBlockComparison TextDiff
kdsite.editorial.admin.release_record
  Spreadsheets here want a byte order mark and semicolons.
  - wagtail.admin.views.mixins.SpreadsheetExportMixin: stream_csv write_csv_row preprocess_field_value
  - wagtail.admin.views.mixins: Echo

kdsite.accounts.admin
  To delete an account is to close it, to add one is to invite, and no form sets a password.
  - wagtail.admin.views.generic.models.DeleteView: delete_action
  - wagtail.users.forms.UserForm: __init__ save
  - wagtail.users.views.users.IndexView: columns

wagtail-localize
----------------

kdsite.editorial.translations.translating
  It writes unapproved text to the public row and publishes it; see its issues 463 and 676. Its
  own parts make a draft.
  - wagtail_localize.models.TranslationSource: create_or_update_translation
    _get_segments_for_translation get_translated_instance update_from_db refresh_segments
  - wagtail_localize.models: get_schema_version
  - wagtail_localize.fields: copy_synchronised_fields
  - wagtail_localize.segments.ingest: ingest_segments

kdsite.editorial.admin.strings.saving
  The later of two translators, or an older file, wins without a word; what was there before is
  kept nowhere.
  - wagtail_localize.views.edit_translation: edit_override
kdsite.editorial.texts.marks
  - wagtail_localize.strings.StringValue: from_plaintext render_text
kdsite.editorial.translations.po_files
  - wagtail_localize.models.Translation: export_po import_po
kdsite.editorial.translations.earlier_wordings
  - wagtail_localize.models: StringTranslation SegmentOverride cleanup_translation_on_delete

kdsite.editorial.texts.fingerprints
  What of a page is a string decides whether a translation is current.
  - wagtail_localize.segments.extract: extract_segments
  - wagtail_localize.fields: get_translatable_fields

kdsite.admin.choosers_start
  Fields start by a script inside the page, which the policy of the admin lets none be.
  - wagtail.admin.widgets.chooser.BaseChooser: render render_js_init
kdsite/templates/wagtailadmin/widgets/date_input.html
  - wagtail/admin/templates/wagtailadmin/widgets/date_input.html
kdsite/templates/wagtailadmin/widgets/time_input.html
  - wagtail/admin/templates/wagtailadmin/widgets/time_input.html
kdsite/templates/wagtailadmin/panels/inline_panel.html
  - wagtail/admin/templates/wagtailadmin/panels/inline_panel.html
kdsite/templates/wagtailadmin/panels/multiple_chooser_panel.html
  - wagtail/admin/templates/wagtailadmin/panels/multiple_chooser_panel.html

Pictures and blocks
-------------------

kdsite.images.renditions
  Which sizes are drawn stands in the templates alone, and renditions that are read already are
  not read again.
  - wagtail.images.templatetags.wagtailimages_tags: ImageNode
  - wagtail.images.models.AbstractImage: get_renditions find_existing_renditions

kdsite.images.models
  Whichever way a file comes, it is stored without what its camera wrote into it, and under a name
  that nobody guesses; so are its sizes. One that breaks off is refused in words.
  - wagtail.images.models: WagtailImageField WagtailImageFieldFile
  - wagtail.images.models.AbstractImage: get_upload_to generate_rendition_file get_rendition
    get_renditions
kdsite.images.forms
  - wagtail.images.fields.WagtailImageField: to_python
kdsite.documents.forms
  The old file is deleted before the new one is saved, even where that one is refused.
  - wagtail.documents.forms.BaseDocumentForm: __init__ save
kdsite.images.avif
  Neither Wagtail nor Willow passes a speed.
  - PIL.AvifImagePlugin: _save

kdsite.blocks.editor
  Blocks of before are kept, and not offered.
  - wagtail.blocks.stream_block.StreamBlockAdapter: js_args
kdsite.blocks.story
  Labels are not translated.
  - wagtail.images.blocks.ImageBlock: __init__
  - wagtail.contrib.table_block.blocks.TableBlock: __init__
kdsite/templates/wagtailadmin/shared/headers/_actions.html
  - wagtail/admin/templates/wagtailadmin/shared/headers/_actions.html

kdsite.admin.counted
  A number and a noun: Finnish bends the noun (8 sivua).
  - wagtail.admin.paginator.WagtailPaginator: items_count_label
kdsite.admin.rich_text
  Wagtail's field parses with one parser for all requests of a process, whose texts end in each
  other (https://github.com/wagtail/wagtail/issues/14573). The setting names the field.
  - wagtail.admin.rich_text.converters.contentstate.ContentstateConverter: __init__
  - wagtail.admin.rich_text.editors.draftail.DraftailRichTextArea: __init__

blog.models.other_language
  Where posts of the other language lead is asked for all that were found at once.
  - django.db.models.query.QuerySet: _clone _fetch_all
kdsite.pages.statements
  What Django has written of a query is kept.
  - django.db.models.sql.compiler.SQLCompiler: as_sql get_converters
kdsite.pages.routing
  Page and site are found before Wagtail asks for them.
  - wagtail.models.pages.AbstractPage: route_for_request
kdsite.pages.sites
  - wagtail.models.sites.Site: find_for_request

Templates; Wagtail documents the names of most of their blocks
--------------------------------------------------------------

kdsite/templates/wagtailadmin/tables/boolean_cell.html
  True is English.
  - wagtail/admin/templates/wagtailadmin/tables/boolean_cell.html
kdsite/templates/wagtailadmin/home.html
  Guests find what is theirs; a button is not translated.
  - wagtail/admin/templates/wagtailadmin/home.html
kdsite/templates/wagtailadmin/admin_base.html
  The admin bears the site's name and symbol.
  - wagtail/admin/templates/wagtailadmin/admin_base.html
kdsite/templates/wagtailadmin/base.html
  - wagtail/admin/templates/wagtailadmin/base.html
kdsite/templates/wagtailcore/shared/block_preview.html
  Blocks are previewed as readers see them.
  - wagtail/templates/wagtailcore/shared/block_preview.html
"""

# The releases in which all of it was read.
READ_IN = {"wagtail": "8.0.1", "wagtail-localize": "1.14.5",
           "django": "5.2.19", "pillow": "13.0.0"}  # fmt: skip

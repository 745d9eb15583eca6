from wagtail import hooks

from kdsite.admin.content_checker import put_in_place

hooks.register("construct_wagtail_userbar", put_in_place)

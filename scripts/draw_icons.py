"""Draws the icons and the social image anew from ``favicon.svg``, with Debian's Chromium.

Run it after the symbol has changed: ``python scripts/draw_icons.py``.
"""

import base64
import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

STATIC = Path(__file__).resolve().parents[1] / "kdsite" / "static"
FOLDER = STATIC / "img"
# The typeface of the headings; without it the machine's own.
FONT = STATIC / "fonts" / "hanken-latin.woff2"
NAMES = (
    ("fi", "Kuntademokratiaverkoston blogi"),
    ("sv", "Bloggen för nätverket för kommunal demokrati"),
)
SOCIAL = """
<style>
  @font-face {{ font-family: Headings; font-weight: 200 800; src: url("{font}"); }}
  body {{ margin: 0; width: 1200px; height: 630px; background: #0a4a68; color: #fff;
    font-family: Headings, "Noto Sans", "Liberation Sans", sans-serif;
    display: grid; grid-template-columns: 260px 1fr; gap: 60px; align-items: center;
    box-sizing: border-box; padding: 0 90px; }}
  svg {{ width: 260px; height: 260px; }}
  p {{ margin: 0; font-weight: 700; font-size: 58px; line-height: 1.15; text-wrap: balance; }}
  p + p {{ margin-top: 36px; padding-top: 36px; border-top: 3px solid #94cbee;
    font-weight: 400; font-size: 44px; }}
</style>
{symbol}<div>{names}</div>
"""


def main():
    symbol = (FOLDER / "favicon.svg").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page()

        def shoot(html, width, height, see_through=False):
            page.set_viewport_size({"width": width, "height": height})
            page.set_content(html)
            return page.screenshot(omit_background=see_through)

        def square(size, see_through):
            style = (
                f"<style>body{{margin:0;background:{'none' if see_through else '#0a4a68'}}}"
                f"svg{{display:block;width:{size}px;height:{size}px}}</style>"
            )
            return Image.open(
                io.BytesIO(shoot(style + symbol, size, size, see_through))
            )

        sizes = [square(size, True) for size in (16, 32, 48)]
        sizes[-1].save(
            FOLDER / "favicon.ico",
            sizes=[image.size for image in sizes],
            append_images=sizes[:-1],
        )
        # Phones round the corners themselves.
        square(180, False).convert("RGB").save(
            FOLDER / "apple-touch-icon.png", optimize=True
        )
        font = ""
        if FONT.exists():
            words = base64.b64encode(FONT.read_bytes()).decode()
            font = f"data:font/woff2;base64,{words}"
        names = "".join(f'<p lang="{code}">{name}</p>' for code, name in NAMES)
        picture = shoot(SOCIAL.format(symbol=symbol, names=names, font=font), 1200, 630)
        Image.open(io.BytesIO(picture)).convert("RGB").quantize(128).save(
            FOLDER / "social.png", optimize=True
        )
        browser.close()


if __name__ == "__main__":
    main()

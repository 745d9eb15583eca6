"""A person who has only a keyboard: where the Tab key leads, and what can be seen there."""

# What a person can operate, in the order of the document. Fields and links count even where
# somebody took them out of the order of the Tab key.
FIND_STOPS = """
() => {
  const scrolls = (e) => /auto|scroll/.test(getComputedStyle(e).overflowX);
  const operated = 'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe';
  window.stops = [...document.body.querySelectorAll('*')].filter((e) =>
    (e.matches(operated) || scrolls(e)) && e.checkVisibility({ visibilityProperty: true }));
  const look = (e) => {
    const { outline, boxShadow, backgroundColor, borderColor, textDecoration } = getComputedStyle(e);
    return JSON.stringify([outline, boxShadow, backgroundColor, borderColor, textDecoration]);
  };
  window.look = look;
  window.plain = new Map(window.stops.map((e) => [e, look(e)]));
  window.seen = [];
  const see = (event) => { if (event.key === 'Tab') window.seen.push(window.lookAtFocus()); };
  for (const stop of [window, ...window.stops.filter((e) => e.matches('iframe')).map((e) => e.contentWindow)]) {
    stop.addEventListener('keyup', see);
  }
  return window.stops.map((e) => e.outerHTML.replace(/\\s+/g, ' ').slice(0, 120));
}
"""

# The stop that has the focus (-1: something that is none; null: nothing in the page), and what
# is wrong with how it is seen.
LOOK_AT_FOCUS = """
window.colours = new Map();
window.lookAtFocus = () => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const wrong = [];
  const inside = stop.tagName === 'IFRAME' ? stop.contentDocument.activeElement : stop;
  const style = getComputedStyle(inside);

  const rgba = (colour) => {
    if (!window.colours.has(colour)) window.colours.set(colour, draw(colour));
    return window.colours.get(colour);
  };
  const draw = (colour) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
    const context = canvas.getContext('2d');
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return context.getImageData(0, 0, 1, 1).data;
  };
  const light = (colour) => {
    const [r, g, b] = [...rgba(colour)].map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  // What the outline lies on: null where a picture is behind it.
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement ?? e.ownerDocument.defaultView.frameElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(e);
      if (backgroundImage !== 'none') return null;
      if (rgba(backgroundColor)[3] === 255) return backgroundColor;
    }
    return null;
  };

  const width = parseFloat(style.outlineWidth);
  if (style.outlineStyle === 'none' || width < 2) wrong.push(`outline: ${style.outline}`);
  const behind = ground(parseFloat(style.outlineOffset) < 0 ? inside : inside.parentElement);
  const ratio = behind && contrast(style.outlineColor, behind);
  if (ratio && ratio < 3) wrong.push(`contrast ${ratio.toFixed(2)} of ${style.outlineColor} on ${behind}`);
  if (!ratio && window.plain.get(stop) === window.look(stop)) wrong.push('looks as without focus');

  const frame = stop === inside ? { left: 0, top: 0 } : stop.getBoundingClientRect();
  const reach = width + parseFloat(style.outlineOffset) - 1;
  const box = inside.getBoundingClientRect();
  const [left, top] = [box.left + frame.left - reach, box.top + frame.top - reach];
  const [right, bottom] = [box.right + frame.left + reach, box.bottom + frame.top + reach];
  if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) {
    wrong.push(`not in the window: ${[left, top, right, bottom].map(Math.round)}`);
  }
  // A link may be broken over lines: each piece by itself.
  for (const piece of inside.getClientRects()) {
    const [x, y] = [piece.left + piece.width / 2, piece.top + piece.height / 2];
    const there = inside.ownerDocument.elementFromPoint(x, y);
    const outer = document.elementFromPoint(x + frame.left, y + frame.top);
    if (!inside.contains(there) || !stop.contains(outer)) {
      wrong.push(`covered by ${(inside.contains(there) ? outer : there)?.outerHTML.slice(0, 80)}`);
    }
  }
  return { at: window.stops.indexOf(stop), html: stop.outerHTML.replace(/\\s+/g, ' ').slice(0, 120), wrong };
};
"""


class Keyboard:
    """The keys of somebody who looks at ``page`` (Playwright's)."""

    def __init__(self, page):
        self.page, self.press = page, page.keyboard.press

    def stops(self):
        """What can be operated, as the beginning of its mark-up, in the order of the document."""
        self.page.evaluate(LOOK_AT_FOCUS)
        return self.page.evaluate(FIND_STOPS)

    def focus(self):
        """See ``LOOK_AT_FOCUS``; after :meth:`stops`."""
        return self.page.evaluate("lookAtFocus()")

    def is_on(self, selector):
        """Is the focus on what ``selector`` matches?"""
        return self.page.evaluate(
            "selector => document.activeElement.matches(selector)", selector
        )

    def walk(self, stops, key="Tab"):
        """Press ``key`` through all ``stops`` of the page; where it led, one by one.

        From the last it leads back to the first, or to nothing, where the browser's own buttons
        would be: else the way is longer than ``stops``. The page itself looks after each key,
        because asking it each time takes longer than all else.
        """
        self.page.evaluate("seen.length = 0")
        # Nothing comes before the first, too.
        for _step in range(len(stops) + 2):
            self.press(key)
        seen = self.page.evaluate("seen")
        way = []
        for focus in seen if seen[0] else seen[1:]:
            if not focus or (way and focus["at"] == way[0]["at"]):
                break
            way.append(focus)
        return way

    def go_to(self, selector, key="Tab", most=100):
        """Press ``key`` until the focus is on what ``selector`` matches."""
        for _step in range(most):
            self.press(key)
            if self.is_on(selector):
                return
        raise AssertionError(f"{most} times {key} do not lead to {selector}")

    def follow(self, selector, key="Tab"):
        """Go to a link or a button and press Enter; then the page that it leads to is there."""
        self.go_to(selector, key)
        self.enter()

    def enter(self):
        with self.page.expect_navigation():
            self.press("Enter")

"""Take the pictures of the tour: `make screenshots` starts the application, walks it, and writes docs/images/*.png."""

import io
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page
from tests.functional.web.places import open_note
from tests.functional.web.serving import PHONE_DARK, Look, application, chromium, serving, visiting
from tests.functional.web.steps import SETTLED, Steps, asking, following, in_danger, out_of_danger, replying

from isthmus.condition import load_condition

IMAGES = Path(__file__).with_name("images")
COLOURS = 128
"""What a picture needs: few colours, and letters with smooth edges."""
WINDOW = Look("window", 1120, 760, "light")


@dataclass(frozen=True)
class Shot:
    """A picture: where it is taken, how one gets there, in which look, and what stands at its top."""

    name: str
    path: str
    steps: tuple[Steps, ...] = ()
    look: Look = WINDOW
    top: str = "header"


TOLD = (out_of_danger, replying(SETTLED))
SHOTS = (
    Shot("home", "/"),
    Shot("note", "/guide/natural-history", (open_note,)),
    Shot("danger-signs", "/plan/signs"),
    Shot("question", "/plan/signs", (out_of_danger, replying(SETTLED, until="defect_status"))),
    Shot("answers", "/plan/signs", TOLD),
    Shot("plan", "/plan/signs", (*TOLD, following("Show the plan"))),
    Shot("emergency", "/plan/signs", (in_danger,), PHONE_DARK),
    Shot("answer", "/ask", (asking("What is the treatment for a pars defect?"),)),
    Shot("ranges", "/ask", (asking("How common is a pars defect?"),), top="#differ"),
    Shot("procedure", "/procedures/fusion?on=2027-01-15", top="#recovery"),
)


def small(png: bytes) -> bytes:
    """Write a picture with a palette, which is a quarter as large and looks the same."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    out = io.BytesIO()
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def take(shot: Shot, page: Page) -> bytes:
    """Go there, and take what the window shows."""
    page.goto(shot.path)
    for step in shot.steps:
        step(page)
    page.locator(shot.top).first.evaluate("element => element.scrollIntoView()")
    page.evaluate("document.activeElement?.blur()")
    return page.screenshot()


def main(wanted: list[str]) -> None:
    """Take all pictures, or those that are named."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        app = application(load_condition("pars-defect"), Path(folder))
        with serving(app) as address, chromium() as browser:
            for shot in SHOTS:
                if wanted and shot.name not in wanted:
                    continue
                with visiting(browser, address, shot.look) as page:
                    (IMAGES / f"{shot.name}.png").write_bytes(small(take(shot, page)))


if __name__ == "__main__":
    main(sys.argv[1:])

"""The page in a real browser: drawn, keys work, nothing comes from elsewhere. Needs Chromium, as Debian has it."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

if TYPE_CHECKING:
    from pathlib import Path

WAIT_SECONDS = 300.0
PATIENT = """
import sys
from reader.cli.main import main
from reader.web import server
server.HEARTBEAT_SECONDS = 3600.0
sys.exit(main(["serve"]))
"""
"""The server, with time for a browser that answers late on a busy machine."""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
ROWS = """
(() => { const buffer = window.TERMINAL.buffer.active; return Array.from({length: window.TERMINAL.rows},
  (_, y) => buffer.getLine(y)?.translateToString(true) ?? "").join("\\n"); })()
"""
CATCH = """
(() => { Object.defineProperty(Object.prototype, "fitAddon", { configurable: true,
  set(value) { Object.defineProperty(this, "fitAddon", {value, writable: true}); window.TERMINAL = this.terminal; } });
})()
"""
"""Keeps the terminal of the page's script, whose content no element of the page has."""


class Tab:
    """A tab of the browser, by its protocol for developers."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket, self._number = socket, 0
        self.events: list[dict[str, Any]] = []

    async def call(self, method: str, **words: Any) -> dict[str, Any]:
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": words})
        while True:
            told = await self._socket.receive_json()
            if told.get("id") == self._number:
                return told.get("result", told)
            self.events.append(told)

    async def value(self, expression: str) -> Any:
        return (await self.call("Runtime.evaluate", expression=expression))["result"].get("value")

    async def until(self, expression: str, words: str) -> None:
        """Waits until a value has some words in it."""

        async def look() -> None:
            while words not in str(await self.value(expression)):
                await asyncio.sleep(0.05)

        await asyncio.wait_for(look(), WAIT_SECONDS)

    async def type(self, text: str) -> None:
        for each in text:
            await self.call("Input.dispatchKeyEvent", type="char", text=each)


def address_of(browser: subprocess.Popen[str]) -> str:
    """Waits for the line in which a browser tells its address; returns the address."""
    assert browser.stderr
    return next(line for line in browser.stderr if "DevTools listening" in line).split()[-1]


async def opened(url: str, folder: Path) -> tuple[subprocess.Popen[str], str]:
    """Starts the browser; returns it with the address of a tab's socket."""
    options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--window-size=1200,800"]
    browser = subprocess.Popen(
        [CHROMIUM or "", *options, f"--user-data-dir={folder}", "about:blank"],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    try:
        told = await asyncio.wait_for(asyncio.to_thread(address_of, browser), WAIT_SECONDS)
    except BaseException:
        browser.kill()  # which ends the thread, too
        raise
    async with (
        aiohttp.ClientSession() as client,
        client.put(f"http://{told.split('/')[2]}/json/new?about:blank") as answer,
    ):
        return browser, (await answer.json())["webSocketDebuggerUrl"]


async def test_the_screen_is_drawn_and_keys_work(tmp_path: Path) -> None:
    env = os.environ | {"HOME": str(tmp_path), "LC_ALL": "en_GB.UTF-8", "READER_LIBRARY": ""}
    env |= {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "CACHE", "CONFIG", "STATE")}
    served = subprocess.Popen(
        [sys.executable, "-c", PATIENT], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert served.stdout
    url = served.stdout.readline().strip()
    browser, socket = await opened(url, tmp_path / "browser")
    try:
        async with aiohttp.ClientSession() as client, client.ws_connect(socket, max_msg_size=0) as connected:
            tab = Tab(connected)
            for domain in ("Page", "Runtime", "Network", "Log"):
                await tab.call(f"{domain}.enable")
            await tab.call("Page.addScriptToEvaluateOnNewDocument", source=CATCH)
            await tab.call("Page.navigate", url=url)
            await tab.until(ROWS, "泉城 City of Springs")
            assert await tab.value("document.activeElement.className") == "xterm-helper-textarea"
            await tab.type("?")
            await tab.until(ROWS, "filter by words")  # "Help" is on the shelf, too
            await tab.call(
                "Input.dispatchKeyEvent", type="keyDown", key="Escape", code="Escape", windowsVirtualKeyCode=27
            )
            await tab.until(ROWS, "Issues")
            await tab.type("q")
            await tab.until("document.body.className", "-closed")
            assert await tab.value("getComputedStyle(document.querySelector('.ended')).display") == "block"
            asked = [each["params"] for each in tab.events if each["method"] == "Network.requestWillBeSent"]
            assert len(asked) >= 6
            assert [each["request"]["url"] for each in asked if not each["request"]["url"].startswith(url)] == []
            entries = [each["params"]["entry"] for each in tab.events if each["method"] == "Log.entryAdded"]
            assert [each["text"] for each in entries if each["source"] == "security"] == []
            assert [each for each in tab.events if each["method"] == "Runtime.exceptionThrown"] == []
    finally:
        browser.terminate()
        browser.wait(WAIT_SECONDS)
        if browser.stderr:
            browser.stderr.close()
        served.terminate()
        assert served.wait(WAIT_SECONDS) == 143
        served.stdout.close()

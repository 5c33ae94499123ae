"""A small WebDriver client (W3C WebDriver) over the standard library, for Chromium."""
import base64
import contextlib
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request


class Failure(Exception):
    pass


def programs():
    """The browser and its driver, or None when either is missing."""
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


class Browser:
    """One headless Chromium with a profile of its own; closed on exit."""

    def __init__(self, dark=False):
        self._scratch = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        browser, driver = programs()
        with contextlib.closing(socket.socket()) as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self._base = f"http://127.0.0.1:{port}"
        home = self._scratch.name
        self._driver = subprocess.Popen([driver, f"--port={port}", "--silent"], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        env={**os.environ, "HOME": home})
        self._session = None
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
                     "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", f"--user-data-dir={home}/profile"]
        if dark:
            arguments.append("--force-dark-mode")
        try:
            self._wait()
            made = self._call("POST", "/session", {"capabilities": {"alwaysMatch": {
                "browserName": "chrome", "goog:chromeOptions": {"binary": browser, "args": arguments}}}})
            self._session = f"/session/{made['sessionId']}"
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        if self._session:
            with contextlib.suppress(Failure, OSError):
                self._call("DELETE", self._session)
        self._driver.terminate()
        self._driver.wait(30)
        self._scratch.cleanup()

    def _wait(self):
        for _ in range(300):
            with contextlib.suppress(Failure, OSError):
                if self._call("GET", "/status")["ready"]:
                    return
            time.sleep(0.1)
        raise Failure("the driver does not answer")

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=300) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as refused:
            value = json.load(refused).get("value") or {}
            raise Failure(f"{value.get('error')}: {value.get('message', '')[:400]}") from None

    def _of_session(self, method, path, body=None):
        return self._call(method, self._session + path, body)

    def devtools(self, command, **parameters):
        return self._of_session("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def show(self, path, width, dark=False):
        """Opens a file in a viewport of that many CSS pixels."""
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.devtools("Emulation.setEmulatedMedia", media="screen",
                      features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self._of_session("POST", "/url", {"url": path.resolve().as_uri()})

    def run(self, script, *arguments):
        return self._of_session("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def run_later(self, script, *arguments):
        """The script calls its last argument with its answer."""
        return self._of_session("POST", "/execute/async", {"script": script, "args": list(arguments)})

    def press(self, key):
        self._of_session("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": [
            {"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]}]})

    def pdf(self):
        return base64.b64decode(self._of_session("POST", "/print", {"background": True}))

    def picture(self):
        """The whole page as PNG."""
        size = self.run("return [document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
        made = self.devtools("Page.captureScreenshot", format="png", captureBeyondViewport=True,
                             clip={"x": 0, "y": 0, "width": size[0], "height": min(size[1], 16000), "scale": 1})
        return base64.b64decode(made["data"])

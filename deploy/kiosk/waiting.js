"use strict";
// Stands behind the page that the screen shows from the disk while the kiosk does not answer yet:
// asks for it each second, and goes over to it. `install` puts in the port of kiosk.toml.
const kiosk = "http://127.0.0.1:8501/";

async function goOver() {
  const soon = { mode: "no-cors", cache: "no-store", signal: AbortSignal.timeout(1200) };
  try {
    await fetch(`${kiosk}kiosk/well`, soon);
    location.replace(kiosk);
  } catch {
    setTimeout(goOver, 1000);
  }
}

goOver();

// Of the preview only: loads the page again after a build, and shows what is wrong above the last good page.
(() => {
  "use strict";
  const box = document.createElement("pre");
  box.setAttribute("role", "alert");
  box.id = "preview-error";
  box.hidden = true;
  Object.assign(box.style, {
    position: "fixed", inset: "0 0 auto 0", zIndex: "9999", margin: "0", padding: "1rem", maxHeight: "70vh",
    overflow: "auto", whiteSpace: "pre-wrap", font: "14px/1.4 monospace", background: "#fff4f2", color: "#5f1208",
    borderBottom: "4px solid #b3261e",
  });
  document.body.append(box);
  let seen = -1;
  let built = -1;
  const ask = async () => {
    const answer = await fetch(`/.preview/state?seen=${seen < 0 ? "" : seen}`, { cache: "no-store" });
    const state = await answer.json();
    if (built >= 0 && state.built !== built) {
      location.reload();
      return;
    }
    seen = state.runs;
    built = state.built;
    box.textContent = state.error && `The last good pages are shown. The archive cannot be built:\n\n${state.error}`;
    box.hidden = !state.error;
    document.dispatchEvent(new CustomEvent("preview", { detail: state }));
    await ask();
  };
  const follow = () => ask().catch(() => setTimeout(follow, 1000));
  follow();
})();

// Adds a button behind each citation that copies it. Without this script the citations are there to select.
(() => {
  const said = document.createElement("p");
  said.setAttribute("role", "status");

  const copied = (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // Pages from a folder have no clipboard of their own.
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("not copied"));
  };

  for (const citation of document.querySelectorAll(".citation")) {
    const style = citation.previousElementSibling;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "citation-copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy the ${style.textContent} citation`);
    button.addEventListener("click", async () => {
      const text = citation.textContent;
      try {
        await copied(text);
        said.textContent = `${style.dataset.name} citation copied`;
      } catch {
        getSelection().selectAllChildren(citation);
        said.textContent = "The citation is selected; copy it with the keyboard";
      }
      button.focus();
    });
    style.dataset.name = style.textContent;
    style.append(" ", button);
  }
  document.querySelector(".references")?.append(said);
})();

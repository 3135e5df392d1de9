
// Lights up what belongs to a finding; while one has the focus, n and p go to the next and previous.
(() => {
  const keys = document.querySelector(".keys");
  if (keys) keys.hidden = false;
  const notes = [...document.querySelectorAll(".note")];
  const namesOf = (node) => {
    const holder = node instanceof Element && node.closest("[data-finding]");
    return holder ? holder.dataset.finding.split(" ") : [];
  };
  let lit = [];
  const light = (event) => {
    for (const node of lit) node.classList.remove("lit");
    lit = namesOf(event.target).flatMap((name) => [
      ...document.querySelectorAll(`[data-finding~="${name}"]`),
    ]);
    for (const node of lit) node.classList.add("lit");
  };
  document.addEventListener("focusin", light);
  document.addEventListener("mouseover", light);
  document.addEventListener("keydown", (event) => {
    const step = { n: 1, p: -1 }[event.key];
    const [name] = namesOf(document.activeElement);
    if (!step || !name || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = notes[notes.findIndex((note) => note.id === name) + step];
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    document.getElementById(`${next.id}-at`).scrollIntoView({ block: "center" });
  });
})();

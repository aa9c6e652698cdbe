// Filters: which findings are shown, and for each value how many would be if only that value's own group were open.

const form = find("#filters");
const GROUPS = ["severity", "verdict", "check", "decision"];
const facts = cards.map((card) => ({
  card,
  severity: card.dataset.severity,
  verdict: card.dataset.verdict,
  check: card.dataset.check,
  decision: "",
  confidence: Number(card.dataset.confidence),
  words: null,
}));

function words(fact) {
  // Asked for only by a search: reading the text of thousands of cards takes a moment.
  fact.words ??= (fact.card.parentElement.firstElementChild.textContent + " " + fact.card.textContent)
    .replace(/\s+/g, " ").toLocaleLowerCase();
  return fact.words;
}

function applyFilters() {
  if (!form) return;
  const boxes = Object.fromEntries(GROUPS.map((group) => [group, findAll(`input[name="${group}"]`, form)]));
  const open = Object.fromEntries(
    GROUPS.map((group) => [group, new Set(boxes[group].filter((box) => box.checked).map((box) => box.value))]),
  );
  const least = Number(find("#least").value);
  const sought = find("#search").value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const counts = Object.fromEntries(GROUPS.map((group) => [group, new Map()]));
  let shown = 0;
  for (const fact of facts) {
    const fits = fact.confidence >= least && (!sought.length || sought.every((word) => words(fact).includes(word)));
    const closed = fits ? GROUPS.filter((group) => !open[group].has(fact[group])) : null;
    if (closed && closed.length < 2) {
      for (const group of closed.length ? closed : GROUPS) {
        counts[group].set(fact[group], (counts[group].get(fact[group]) || 0) + 1);
      }
    }
    const hidden = !closed || closed.length > 0;
    if (fact.card.hidden !== hidden) fact.card.hidden = hidden;
    shown += hidden ? 0 : 1;
  }
  for (const group of GROUPS) {
    for (const box of boxes[group]) find("output", box.parentElement).textContent = counts[group].get(box.value) || 0;
  }
  hideEmpty();
  find("#least-shown").textContent = least + "\u00a0%";
  find("#shown").textContent = `${shown} of ${facts.length} shown`;
  find("#none-left").hidden = shown > 0;
}

function hideEmpty() {
  for (const group of findAll(".group")) group.hidden = !find("article.finding:not([hidden])", group);
  for (const story of findAll("section.story")) story.hidden = !find(".group:not([hidden])", story);
}

function showAll() {
  form.reset();
  applyFilters();
}

if (form) {
  if (matchMedia("(max-width: 60rem)").matches) find(".more", form).open = false;
  form.addEventListener("input", applyFilters);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The boxes are reset only after this event.
  form.addEventListener("reset", () => setTimeout(applyFilters));
}

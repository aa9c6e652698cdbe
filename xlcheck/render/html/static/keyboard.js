// Keys: the letters are those of `xlcheck review`. They can be switched off, for people whose software speaks in letters.

const DECIDING = { c: "confirmed", x: "fixed", d: "dismissed", f: "false-positive", u: "unsure" };
const help = find("#help");
const keysOn = find("#keys-on");
keysOn.checked = kept.read("keys") !== false;
keysOn.addEventListener("change", () => kept.write("keys", keysOn.checked));
find("#help-open").addEventListener("click", () => help.showModal());

function step(direction) {
  const shown = cards.filter((card) => !card.hidden);
  if (!shown.length) return;
  const at = shown.indexOf(current);
  const next = at < 0 ? (direction > 0 ? 0 : shown.length - 1) : at + direction;
  if (shown[next]) goTo(shown[next]);
}

function besideAndBack() {
  const hit = document.activeElement?.closest?.("a.hit");
  if (hit) return hit.click();
  find("a.beside", current || document.createElement("p"))?.click();
}

const ACTIONS = {
  j: () => step(1),
  k: () => step(-1),
  o: besideAndBack,
  e() {
    const why = current && find(".why", current);
    if (why) why.open = !why.open;
  },
  "/": () => find("#search")?.focus(),
  "?": () => help.showModal(),
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
  const field = event.target.closest?.("input:not([type=checkbox], [type=range]), textarea, select");
  if (event.key === "Escape" && field) return field.blur();
  if (field || !keysOn.checked) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (ACTIONS[key]) {
    event.preventDefault();
    ACTIONS[key]();
  } else if (DECIDING[key] && current && !current.hidden) {
    event.preventDefault();
    decideByKey(current, DECIDING[key]);
  }
});

function decideByKey(card, verdict) {
  decide(card, verdict);
  const dismissed = verdict === "dismissed" || verdict === "false-positive";
  if (dismissed && decisions.has(card.dataset.fingerprint)) find(".reason input", card).focus();
}

revealAnchor();

// Decisions: made on the cards, kept in this browser, given away as the lines that `xlcheck review` writes.

const OPINIONS = ["confirmed", "fixed", "dismissed", "false-positive", "unsure"];
const report = "report:" + document.documentElement.dataset.report;
const decisions = new Map();
const byFingerprint = new Map();
for (const fact of facts) {
  const print = fact.card.dataset.fingerprint;
  byFingerprint.set(print, [...(byFingerprint.get(print) || []), fact]);
}

function decide(card, verdict) {
  const print = card.dataset.fingerprint;
  const before = decisions.get(print);
  decisions.delete(print); // so that the newest decision stands last
  if (before?.verdict !== verdict) {
    const reader = find("#reader").value.trim();
    decisions.set(print, { fingerprint: print, check: card.dataset.check, verdict, reason: before?.reason || "", reader });
  }
  keep();
  showDecision(print);
}

function giveReason(card, reason) {
  const decision = decisions.get(card.dataset.fingerprint);
  if (!decision) return;
  decision.reason = reason.trim();
  keep();
}

function keep() {
  kept.write(report, [...decisions.values()]);
  find("#kept").hidden = !kept.works;
  find("#not-kept").hidden = kept.works;
}

// Buttons are put on a card when it comes near the window: on ten thousand cards at once they would slow the page down.
function furnish(card) {
  const place = find(".decide", card);
  if (place.firstElementChild) return;
  place.append(find("#decide").content.cloneNode(true));
  place.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) decide(card, button.value);
  });
  const field = find("input", place);
  field.addEventListener("input", () => giveReason(card, field.value));
  showOn(card, decisions.get(card.dataset.fingerprint));
}

function showDecision(print) {
  const decision = decisions.get(print);
  for (const fact of byFingerprint.get(print) || []) {
    fact.decision = decision?.verdict || "";
    fact.card.classList.toggle("decided", Boolean(decision));
    furnish(fact.card);
    showOn(fact.card, decision);
  }
  countDecisions();
}

function showOn(card, decision) {
  for (const button of findAll(".decide button", card)) {
    button.setAttribute("aria-pressed", String(button.value === decision?.verdict));
  }
  const label = find(".decide .reason", card);
  label.hidden = !decision;
  const field = find("input", label);
  if (field.value.trim() !== (decision?.reason || "")) field.value = decision?.reason || "";
}

function countDecisions() {
  const decided = facts.filter((fact) => fact.decision).length;
  find("#decided").textContent = `${decided} of ${facts.length} decided`;
  find("#export").disabled = !decisions.size;
  const boxes = findAll('input[name="decision"]', form);
  if (boxes.some((box) => !box.checked)) return applyFilters();
  const counts = new Map();
  for (const fact of facts) if (!fact.card.hidden) counts.set(fact.decision, (counts.get(fact.decision) || 0) + 1);
  for (const box of boxes) find("output", box.parentElement).textContent = counts.get(box.value) || 0;
}

// Some programs end a line at these, and some terminals obey them; as escapes they are the same JSON.
const ACTING = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\uffff]/g;
const escaped = (char) => "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0");

function lines() {
  return [...decisions.values()].map((decision) => JSON.stringify(decision).replace(ACTING, escaped) + "\n").join("");
}

function download() {
  const url = URL.createObjectURL(new Blob([lines()], { type: "application/x-ndjson" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "xlcheck-decisions.jsonl";
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function decisionOf(value) {
  const known = value && byFingerprint.has(value.fingerprint) && OPINIONS.includes(value.verdict);
  if (!known) return null;
  const { fingerprint, verdict } = value;
  const check = byFingerprint.get(fingerprint)[0].card.dataset.check;
  return { fingerprint, check, verdict, reason: String(value.reason ?? ""), reader: String(value.reader ?? "") };
}

function load(text) {
  let taken = 0;
  let others = 0;
  for (const line of text.split(/\r?\n/)) {
    if (!line.trim()) continue;
    let decision = null;
    try {
      decision = decisionOf(JSON.parse(line));
    } catch {
      // A line that is no JSON is counted with those that are about other findings.
    }
    if (decision) {
      decisions.delete(decision.fingerprint);
      decisions.set(decision.fingerprint, decision);
      taken += 1;
    } else others += 1;
  }
  keep();
  for (const print of byFingerprint.keys()) if (decisions.has(print)) showDecision(print);
  find("#decided").textContent += `; ${taken} loaded, ${others} about other findings or unreadable`;
}

if (form) {
  for (const value of kept.read(report) || []) {
    const decision = decisionOf(value);
    if (decision) decisions.set(decision.fingerprint, decision);
  }
  for (const print of [...decisions.keys()]) showDecision(print);
  const reader = find("#reader");
  reader.value = kept.read("reader") || "";
  reader.addEventListener("change", () => kept.write("reader", reader.value.trim()));
  find("#export").disabled = !decisions.size;
  find("#export").addEventListener("click", download);
  const file = find("#import-file");
  find("#import").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    if (file.files[0]) load(await file.files[0].text());
    file.value = "";
  });
  addEventListener("beforeunload", (event) => {
    if (!kept.works && decisions.size) event.preventDefault();
  });
  const near = new IntersectionObserver(
    (seen) => {
      for (const entry of seen) {
        if (!entry.isIntersecting) continue;
        furnish(entry.target);
        near.unobserve(entry.target);
      }
    },
    { rootMargin: "800px" },
  );
  for (const card of cards) near.observe(card);
}

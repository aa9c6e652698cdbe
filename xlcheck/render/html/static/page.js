// What the other parts share: finding things, keeping things, colours, the current finding, and texts side by side.

const find = (selector, from = document) => from.querySelector(selector);
const findAll = (selector, from = document) => [...from.querySelectorAll(selector)];
const cards = findAll("article.finding");
document.documentElement.classList.add("js");

// The browser may forbid to keep anything (a page from a file, a private window): then decisions last as long as the
// page is open, and the page says so.
const kept = {
  works: true,
  read(name) {
    try {
      return JSON.parse(localStorage.getItem("xlcheck:" + name));
    } catch {
      return null;
    }
  },
  write(name, value) {
    try {
      localStorage.setItem("xlcheck:" + name, JSON.stringify(value));
      kept.works = true;
    } catch {
      kept.works = false;
    }
  },
};

const THEMES = ["auto", "light", "dark"];

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  const button = find("#theme");
  button.textContent = "Colours: " + theme;
  button.setAttribute("aria-label", "Colours: " + (theme === "auto" ? "as the system" : theme));
}

setTheme(THEMES.includes(kept.read("theme")) ? kept.read("theme") : "auto");
find("#theme").addEventListener("click", () => {
  const next = THEMES[(THEMES.indexOf(document.documentElement.dataset.theme) + 1) % THEMES.length];
  setTheme(next);
  kept.write("theme", next);
});

let current = null;

function makeCurrent(card) {
  if (card === current) return;
  current?.removeAttribute("aria-current");
  current = card;
  card?.setAttribute("aria-current", "true");
}

function goTo(card) {
  makeCurrent(card);
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

document.addEventListener("focusin", (event) => {
  const card = event.target.closest("article.finding");
  if (card) makeCurrent(card);
});

// Aligned texts lie in templates: a browser neither lays them out nor searches them before somebody opens them.
function unpack(pair) {
  const template = find(":scope > template", pair);
  if (template) template.replaceWith(template.content);
}

for (const pair of findAll("details.pair")) {
  pair.addEventListener("toggle", () => pair.open && unpack(pair));
  pair.addEventListener("click", (event) => {
    const fold = event.target.closest(".fold button");
    if (!fold) return;
    const rows = fold.closest("tbody").nextElementSibling;
    rows.hidden = !rows.hidden;
    fold.setAttribute("aria-expanded", String(!rows.hidden));
  });
}

function revealAnchor() {
  const name = decodeURIComponent(location.hash.slice(1));
  const pair = /^p\d+-f\d+$/.test(name) ? document.getElementById(name.split("-")[0]) : null;
  if (pair) {
    unpack(pair);
    pair.open = true;
    const place = document.getElementById(name);
    (place || pair).scrollIntoView({ block: "center" });
    const hit = place?.parentElement.querySelector(`[id="${name}"] ~ a.hit`);
    hit?.focus({ preventScroll: true });
  }
  const card = /^f\d+$/.test(name) ? document.getElementById(name) : null;
  if (card) {
    if (card.hidden) showAll();
    goTo(card);
  }
}

addEventListener("hashchange", revealAnchor);

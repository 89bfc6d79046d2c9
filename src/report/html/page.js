
"use strict";
// Moves the summary to the top, shows notes beside their words, filters, and steps with the keyboard.
// Nothing here makes markup of text: notes are copied as the elements they are.
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const ids = (element) => element.dataset.on.split(" ");
  const LEVELS = ["error", "warning", "note", "quiet"];
  const START = "Choose painted words, or step through the findings, to see the fact and its source here.";

  const root = document.documentElement;
  const main = byId("articles");
  const desk = byId("desk");
  const card = byId("card");
  const filter = byId("filter");
  const notes = all(".notes > .finding");
  const words = all("a.w", main);
  let chosen = null; // the id of the note that is shown
  let origin = null; // where the reader came from
  let isReturning = false; // whether the focus goes back to where it was, to show nothing

  root.classList.add("js");
  main.before(byId("summary"));
  main.after(desk);
  desk.hidden = words.length + notes.length === 0;

  // Which words belong to which note, and which words decided.
  const painted = new Map();
  const deciding = new Map();
  const put = (map, id, element) => map.has(id) ? map.get(id).push(element) : map.set(id, [element]);
  for (const element of words) for (const id of ids(element)) put(painted, id, element);
  for (const element of all("[data-cue]", main)) for (const id of element.dataset.cue.split(" ")) put(deciding, id, element);
  const numbers = new Map(words.filter((one) => one.dataset.n).map((one) => [one, one.dataset.n.split(",")]));
  const places = new Map(all("article", main).reverse().map((one) => [one.dataset.place, one]));
  for (const place of all(".place[data-place]")) link(place);

  // A place in another article of this page leads there.
  function link(place) {
    const article = places.get(place.dataset.place);
    if (!article) return;
    const way = document.createElement("a");
    way.href = "#" + article.id;
    way.textContent = place.textContent;
    place.replaceChildren(way);
  }

  const shown = (note) => note && !note.hidden;
  const findings = () => notes.filter(shown);

  // The words of a note: where so many share them that not all are named, those that its place is before.
  function anchor(note) {
    let element = (painted.get(note.id) || [])[0] || byId(note.id.replace("f", "w"));
    while (element && element.matches("span[id]")) element = element.nextElementSibling;
    return element || note;
  }

  // Whether a box is ticked; what goes for one that is not there.
  const isOn = (id, otherwise) => (byId(id) ? byId(id).checked : otherwise);

  function apply() {
    const levels = new Set(all("input[name=level]:checked", filter).map((box) => box.value));
    const name = byId("name") ? byId("name").value : "";
    for (const note of notes) {
      note.hidden = !levels.has(note.dataset.level) || (name !== "" && note.dataset.name !== name);
    }
    const isWhole = notes.every(shown);
    for (const article of all("article", main)) {
      const own = all(".notes > .finding", article);
      article.hidden = own.length === 0 ? !isWhole || !isOn("clean", true) : !own.some(shown);
    }
    words.forEach(tone);
    root.classList.toggle("hide-claims", !isOn("claims", true));
    root.classList.toggle("paint-unvouched", isOn("unvouched", false));
    if (chosen && byId(chosen).hidden) close();
    count();
  }

  // Words of several findings keep the look of the gravest that is left.
  function tone(element) {
    const mine = ids(element).map(byId).filter((note) => note.classList.contains("finding"));
    if (mine.length === 0) return;
    const left = mine.filter(shown).map((note) => note.dataset.level);
    const gravest = LEVELS.find((level) => left.includes(level));
    for (const level of LEVELS) element.classList.toggle(level, level === gravest);
    element.classList.toggle("off", gravest === undefined && !element.matches(".covered, .aside"));
    if (numbers.has(element)) {
      const isLeft = (n) => shown(byId(mine[0].id.replace(/-.*/, "-" + n)));
      element.dataset.n = numbers.get(element).filter(isLeft).join(",");
    }
  }

  function count() {
    const list = findings();
    const at = list.findIndex((note) => note.id === chosen);
    const total = list.length === 1 ? "1 finding" : list.length + " findings";
    byId("place").textContent = at < 0 ? total : at + 1 + " of " + total;
    byId("previous").disabled = byId("next").disabled = list.length === 0;
  }

  // A copy of a note, of which nothing can be reached twice.
  function copy(element) {
    const made = element.cloneNode(true);
    made.hidden = false;
    for (const one of [made, ...all("[id]", made)]) one.removeAttribute("id");
    return made;
  }

  function fact(id) {
    const part = document.createElement("div");
    part.className = "fact";
    part.append(...copy(byId(id)).childNodes);
    return part;
  }

  function lay(list) {
    const shut = document.createElement("button");
    shut.type = "button";
    shut.id = "close";
    shut.textContent = "×";
    shut.setAttribute("aria-label", "Close");
    shut.addEventListener("click", close);
    const items = document.createElement("ul");
    const told = new Set(list.map((note) => note.dataset.tells));
    for (const note of list) {
      const item = copy(note);
      items.append(item);
      if (note.dataset.fact && !told.has(note.dataset.fact)) item.append(fact(note.dataset.fact));
    }
    card.replaceChildren(shut, items);
    card.classList.add("open");
    card.scrollTop = 0;
  }

  function mark(id) {
    all(".here, .decides", main).forEach((one) => one.classList.remove("here", "decides"));
    (painted.get(id) || []).forEach((one) => one.classList.add("here"));
    (deciding.get(id) || []).forEach((one) => one.classList.add("decides"));
  }

  // Shows the notes on some words: `id` first, then the others that share them.
  function choose(id, element) {
    const others = element && element.dataset.on ? ids(element).filter((one) => one !== id) : [];
    const list = [id, ...others].map(byId).filter(shown);
    if (list.length === 0) return;
    chosen = list[0].id;
    origin = element;
    lay(list);
    mark(chosen);
    count();
  }

  function close() {
    const back = card.contains(document.activeElement) ? origin : null;
    chosen = null;
    mark(null);
    blank();
    count();
    if (!back) return;
    isReturning = true;
    back.focus({ preventScroll: true });
    isReturning = false;
  }

  function blank() {
    const start = document.createElement("p");
    start.className = "start";
    start.textContent = START;
    card.replaceChildren(start);
    card.classList.remove("open");
  }

  const follows = (one, other) => Boolean(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);

  // The next finding, or the one before: from the chosen one, or from the words that are chosen.
  function step(by) {
    const list = findings();
    if (list.length === 0) return;
    let at = list.findIndex((note) => note.id === chosen);
    if (at >= 0) at += by;
    else if (!chosen || !origin) at = by > 0 ? 0 : -1;
    else {
      const behind = list.findIndex((note) => follows(anchor(note), origin));
      at = by > 0 ? behind : (behind < 0 ? list.length : behind) - 1;
    }
    go(list.at(at % list.length));
  }

  function go(note) {
    const element = anchor(note);
    const folded = element.closest("details");
    if (folded) folded.open = true;
    choose(note.id, element);
    if (element === note) note.tabIndex = -1;
    element.focus({ preventScroll: true });
    // A second finding on the same words is shown although the focus asked for the first.
    choose(note.id, element);
    element.scrollIntoView({ block: "center" });
  }

  const first = (element) => ids(element).find((id) => shown(byId(id)));
  main.addEventListener("focusin", (event) => {
    const element = event.target.closest("a.w");
    // A pointer focuses before it clicks: what came up in between would catch the click.
    if (!element || isReturning || !element.matches(":focus-visible")) return;
    if (!(chosen && ids(element).includes(chosen))) choose(first(element), element);
  });
  main.addEventListener("click", (event) => {
    const element = event.target.closest("a.w");
    if (!element || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(chosen && ids(element).includes(chosen) && event.detail === 0 ? chosen : first(element), element);
    // On a phone the sheet with the note may have come up over the words.
    if (getComputedStyle(desk).position === "fixed") element.scrollIntoView({ block: "nearest" });
    // A key in place of a pointer: whoever asked goes on to the note, and Escape leads back.
    if (event.detail === 0) card.focus({ preventScroll: true });
  });
  // Links on the desk and between articles lead to words, never to a note that is hidden.
  addEventListener("click", (event) => {
    const way = event.target.closest("a[href^='#']");
    if (!way || way.matches(".w")) return;
    const target = byId(way.hash.slice(1));
    const near = target && target.matches("span") ? target.nextElementSibling : null;
    if (near) {
      event.preventDefault();
      near.focus({ preventScroll: true });
      near.scrollIntoView({ block: "center" });
    }
    const folded = target && target.querySelector("details.whole");
    if (folded) folded.open = true;
  });
  const arrive = () => {
    const note = byId(location.hash.slice(1));
    if (note && notes.includes(note) && shown(note)) go(note);
  };
  addEventListener("hashchange", arrive);

  const STEPS = { j: 1, n: 1, k: -1, p: -1 };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return close();
    if (event.target.closest("input, select, textarea")) return;
    // Arrows step only from painted words, so that they scroll everywhere else.
    const arrows = event.target.closest("a.w, #steps") ? { ArrowRight: 1, ArrowLeft: -1 } : {};
    const by = (byId("keys").checked ? STEPS[event.key] : undefined) ?? arrows[event.key];
    if (by === undefined) return;
    event.preventDefault();
    step(by);
  });
  byId("next").addEventListener("click", () => step(1));
  byId("previous").addEventListener("click", () => step(-1));
  if (filter) {
    filter.hidden = false;
    filter.addEventListener("change", apply);
    apply();
  }
  blank();
  count();
  arrive();
})();

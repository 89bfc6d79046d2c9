// The page in a real browser: what it shows, how it is used, and that no article can do anything in it.
// `.ci/page.sh` makes the pages; PAGES is the folder they are in, CHROMIUM the browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const PAGES = process.env.PAGES;
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
let browser;

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
  });
});
after(() => browser.close());

/** Opens a page, and fails afterwards if it asked for anything, complained, or opened a dialog. */
async function opened(name, use, options = {}) {
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  const page = await context.newPage();
  const address = "file://" + PAGES + "/" + name;
  const troubles = [];
  page.on("request", (request) => request.url().split("#")[0] === address || troubles.push("request: " + request.url()));
  page.on("console", (message) => troubles.push("console: " + message.text()));
  page.on("pageerror", (error) => troubles.push("error: " + error.message));
  page.on("dialog", (dialog) => { troubles.push("dialog: " + dialog.message()); return dialog.dismiss(); });
  page.on("popup", () => troubles.push("popup"));
  await page.goto(address + (options.hash ?? ""));
  await use(page);
  assert.deepEqual(troubles, []);
  await context.close();
}

const sample = (use, options) => opened("sample.html", use, options);
const texts = (page, selector) => page.locator(selector).allInnerTexts();
const place = (page) => page.locator("#place").innerText();
/** The words that are marked as those of the chosen note. */
const here = (page) => page.locator(".here").allTextContents().then((parts) => parts.join(""));
const findings = (page) => page.locator(".notes > .finding:not([hidden])").count();

test("the pages are valid", async () => {
  const validate = new HtmlValidate({
    extends: ["html-validate:standard", "html-validate:a11y"],
    rules: {
      "require-sri": "off", "long-title": "off",
      // It is no style attribute, and the numbers of a finding are no telephone numbers.
      "tel-non-breaking": "off", "no-inline-style": "error",
    },
  });
  for (const name of ["sample.html", "real.html", "empty.html"]) {
    const report = await validate.validateFile(PAGES + "/" + name);
    const told = report.results.flatMap((result) => result.messages);
    assert.deepEqual(told.slice(0, 5).map((one) => `${name}:${one.line}: ${one.ruleId}: ${one.message}`), []);
  }
});

test("the text is the article to the letter, and the words of findings are painted", () => sample(async (page) => {
  const text = await page.locator("#a1 .text").evaluate((element) => element.textContent);
  assert.ok(text.startsWith("The Orla Bridge, which opened in 1931, is 1,194 metres long and carries eight lanes. “It is"));
  assert.ok(text.endsWith("12 clubs pay €3 million a year. That 14 may be a slip.\n"), text);
  const words = (id) => page.locator(`[data-on~="${id}"]`).allTextContents().then((parts) => parts.join(""));
  assert.equal(await words("f1-1"), "14 clubs");
  assert.equal(await words("f1-2"), "1,194 metres");
  assert.equal(await words("f1-3"), "1,194 metres long and carries eight lanes");
  assert.equal(await words("c1-4"), "Mara Vale, the harbour master");
  assert.equal(await page.locator("#a1 .text a.w.error.covered").first().textContent(), "1,194 metres");
  assert.deepEqual(await page.locator("#a1 .text .unvouched").allTextContents(),
    ["1931", "“It is the longest on the coast,”", "31 teams", "40 percent", "€3 million"]);
}));

test("the summary stands first and counts", () => sample(async (page) => {
  const summary = await page.locator("#summary").boundingBox();
  const articles = await page.locator("#articles").boundingBox();
  assert.ok(summary.y + summary.height <= articles.y);
  assert.deepEqual(await texts(page, ".tiles li"), ["5\nerrors", "2\nwarnings", "1\nnote", "1\nnot counted"]);
  assert.equal(await page.locator("#chart ~ table tbody tr").first().innerText(), "league-clubs\t3\t");
  assert.equal((await texts(page, "#coverage ~ table tfoot tr")).join().trim(), "All\t4\t1\t5");
  assert.equal(await page.locator(".list > ul li").count(), 4);
  assert.match(await page.locator(".list details").innerText(), /1 article without findings/);
}));

test("a click shows the fact, its source and what decided", () => sample(async (page) => {
  await page.locator("#a1 .text a.w.error").first().click();
  const card = await page.locator("#card").innerText();
  for (const part of ["the Orla Bridge is 1,149 metres long; this says 1,194 metres", "The harbour book, page 7",
    "bridge-length, rules/harbour.toml:12", "attributed", "“said”: said by somebody else (say.verb)",
    "write “1,149” in place of “1,194”; look at it before you do", "these numbers do not fit together"]) {
    assert.ok(card.includes(part), part + " is not in " + card);
  }
  assert.equal(await here(page), "1,194 metres");
  assert.equal(await page.locator(".decides").textContent(), "said");
  await page.keyboard.press("Escape");
  assert.match(await page.locator("#card").innerText(), /^Choose painted words/);
  assert.equal(await page.locator(".here").count(), 0);
}));

test("focus shows covered and set aside claims", () => sample(async (page) => {
  await page.locator("#a1 .text a.w.covered", { hasText: "Mara Vale" }).focus();
  const card = await page.locator("#card").innerText();
  assert.match(card, /covered, and right; see master/);
  assert.match(card, /Mara Vale has been harbour master since 2019\s+The harbour book/);
  await page.keyboard.press("Tab");
  assert.match(await page.locator("#card").innerText(), /set aside, said of an earlier time \(“earlier”\)/);
  assert.equal(await page.locator(".decides").textContent(), "earlier");
  // The next finding is the next one from there.
  await page.keyboard.press("j");
  assert.equal(await here(page), "14 clubs");
}));

test("from words to their note and back by keyboard", () => sample(async (page) => {
  for (const key of ["j", "j", "j", "Enter"]) await page.keyboard.press(key);
  assert.equal(await page.evaluate(() => document.activeElement.id), "card");
  assert.match(await page.locator("#card .message").first().innerText(), /do not fit together/);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "close");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "1,194 metres");
  assert.match(await page.locator("#card").innerText(), /^Choose painted words/);
}));

test("the keys step through all findings and around", () => sample(async (page) => {
  const n = await findings(page);
  assert.equal(n, 9);
  for (const [key, expected] of [["j", "1 of 9"], ["n", "2 of 9"], ["j", "3 of 9"], ["k", "2 of 9"], ["p", "1 of 9"],
    ["k", "9 of 9"], ["j", "1 of 9"], ["ArrowRight", "2 of 9"], ["ArrowLeft", "1 of 9"]]) {
    await page.keyboard.press(key);
    assert.equal(await place(page), expected + " findings", key);
    const focused = await page.evaluate(() => document.activeElement.closest("article") !== null);
    assert.ok(focused, key);
  }
  await page.locator("#next").click();
  assert.equal(await place(page), "2 of 9 findings");
  await page.locator("#keys").uncheck();
  await page.locator("#previous").focus();
  await page.keyboard.press("j");
  assert.equal(await place(page), "2 of 9 findings");
  // Two findings on the same words are two steps.
  await page.locator("#keys").check();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.match(await page.locator("#card .message").first().innerText(), /league has 12 clubs/i);
  await page.keyboard.press("j");
  assert.match(await page.locator("#card .message").first().innerText(), /headline of the day before/);
}));

test("the filter shows what is asked for", () => sample(async (page) => {
  await page.locator("input[value=error]").uncheck();
  assert.equal(await findings(page), 4);
  assert.equal(await place(page), "4 findings");
  assert.equal(await page.locator("#a3").isVisible(), false);
  assert.equal(await page.locator("#a2").isVisible(), false);
  const words = page.locator("#a1 .text a.w").first();
  assert.match(await words.getAttribute("class"), /warning/);
  assert.doesNotMatch(await words.getAttribute("class"), /error/);
  await page.locator("input[value=error]").check();
  await page.locator("#name").selectOption("league-clubs");
  assert.equal(await place(page), "3 findings");
  assert.deepEqual(await page.locator("article:visible").evaluateAll((all) => all.map((one) => one.id)), ["a1"]);
  await page.locator("#name").press("j");
  await page.locator("#name").selectOption("disagreement");
  assert.equal(await place(page), "1 finding");
  await page.locator("#name").selectOption("");
  assert.equal(await page.locator("article:visible").count(), 5);
  assert.match(await words.getAttribute("class"), /error/);
  await page.locator("#clean").uncheck();
  assert.deepEqual(await page.locator("article:visible").evaluateAll((all) => all.map((one) => one.id)), ["a1", "a3", "a4", "a5"]);
}));

test("what nobody vouches for is painted on request", () => sample(async (page) => {
  const look = () => page.locator("#a1 .unvouched").first().evaluate((one) => getComputedStyle(one).borderBottomStyle);
  assert.equal(await look(), "none");
  await page.locator("#unvouched").check();
  assert.equal(await look(), "dashed");
  const line = () => page.locator("#a1 .text a.covered:not(.error, .warning)").first().evaluate((one) => getComputedStyle(one).borderBottomColor);
  assert.notEqual(await line(), "rgba(0, 0, 0, 0)");
  await page.locator("#claims").uncheck();
  assert.equal(await line(), "rgba(0, 0, 0, 0)");
}));

test("a place in another article leads there, and a note back to its words", () => sample(async (page) => {
  await page.locator("#a5 a.w").click();
  const way = page.locator("#card .place a");
  assert.equal(await way.innerText(), "in/bridge.txt:1:43");
  assert.equal(await way.getAttribute("href"), "#a1");
  await page.locator("#card .back").click();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "1,100 metres");
}));

test("an address of nothing opens nothing", () => sample(async (page) => {
  assert.equal(await place(page), "9 findings");
}, { hash: "#%zz" }));

test("an address with a finding opens it", () => sample(async (page) => {
  assert.equal(await here(page), "14 clubs");
  assert.equal(await place(page), "4 of 9 findings");
}, { hash: "#f1-4" }));

test("a hostile article is only text", () => sample(async (page) => {
  const found = await page.evaluate(() => {
    const all = Array.from(document.querySelectorAll("*"));
    const attributes = all.flatMap((one) => Array.from(one.attributes));
    return {
      names: Array.from(new Set(all.map((one) => one.localName))).sort(),
      scripts: document.scripts.length,
      handlers: attributes.filter((one) => /^on|^style$|^src/.test(one.name)).length,
      schemes: Array.from(new Set(Array.from(document.links, (one) => one.protocol))).sort(),
      text: document.body.textContent,
      source: document.documentElement.outerHTML,
      title: document.querySelector("#a4 h2").textContent,
    };
  });
  for (const name of ["img", "iframe", "object", "b-"]) assert.ok(!found.names.includes(name), name);
  assert.equal(found.scripts, 1);
  assert.equal(found.handlers, 0);
  assert.deepEqual(found.schemes, ["file:", "https:"]);
  assert.ok(found.title.startsWith("\"><script>alert(1)</script>'<img src=x onerror=alert(1)><!-- -->"), found.title);
  assert.doesNotMatch(found.source, /[\u202a-\u202e\u2066-\u2069\u0000\u0001\u001b\uffff]/);
  // Everything can be shown and filtered by, whatever it is called.
  await page.locator("#a4 .text a.w").first().click();
  assert.ok((await page.locator("#card").innerText()).includes("javascript:alert(1)"));
  const value = await page.locator("#name option", { hasText: "script" }).getAttribute("value");
  await page.locator("#name").selectOption(value);
  assert.equal(await place(page), "1 of 1 finding");
  assert.equal(await page.evaluate(() => document.querySelectorAll("#card script, #card img, #card svg").length), 0);
}));

test("the policy forbids what does not belong to the page", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto("file://" + PAGES + "/sample.html");
  const outcome = await page.evaluate(async () => {
    const violations = [];
    document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "window.isBroken = true";
    document.body.append(script);
    const picture = document.createElement("img");
    picture.src = "https://example.org/a.png";
    document.body.append(picture);
    picture.setAttribute("onclick", "window.isBroken = true");
    picture.click();
    const fetched = await fetch("https://example.org/").then(() => true, () => false);
    await new Promise((done) => setTimeout(done, 100));
    return { fetched, isBroken: Boolean(window.isBroken), violations: Array.from(new Set(violations)).sort() };
  });
  assert.equal(outcome.fetched || outcome.isBroken, false);
  assert.deepEqual(outcome.violations, ["connect-src", "img-src", "script-src-attr", "script-src-elem"]);
  await context.close();
});

for (const [colorScheme, viewport] of [["light", DESKTOP], ["dark", DESKTOP], ["light", PHONE], ["dark", PHONE]]) {
  test(`everybody can read it: ${colorScheme}, ${viewport.width} wide`, () => sample(async (page) => {
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(background, colorScheme === "light" ? "rgb(252, 251, 248)" : "rgb(23, 24, 26)");
    await page.locator("#unvouched").check();
    await page.keyboard.press("Escape");
    await page.locator("#a1 .text a.w.error").first().click();
    await page.evaluate(AXE);
    const told = await page.evaluate(() => globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    const wrong = told.violations.map((one) => `${one.id}: ${one.nodes[0].html} ${one.nodes[0].failureSummary}`);
    assert.deepEqual(wrong, []);
  }, { colorScheme, viewport, reducedMotion: "reduce" }));
}

test("a phone shows all of it, and the sheet leaves the words free", () => sample(async (page) => {
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  assert.equal(await width(), PHONE.width);
  assert.equal(await page.locator("#card").isVisible(), false);
  for (let at = 0; at < 9; at += 1) {
    await page.keyboard.press("j");
    const [words, sheet] = [await page.locator(".here, .finding:focus").first().boundingBox(), await page.locator("#desk").boundingBox()];
    assert.ok(words.y >= 0 && words.y + words.height <= sheet.y, `${at}: ${JSON.stringify({ words, sheet })}`);
    assert.ok(sheet.height <= PHONE.height * 0.53);
  }
  assert.equal(await width(), PHONE.width);
  await page.locator("#close").click();
  assert.equal(await page.locator("#card").isVisible(), false);
  const low = page.locator("#a1 .text a.w.quiet");
  await low.evaluate((one) => scrollBy(0, one.getBoundingClientRect().bottom - innerHeight + 120));
  await low.click();
  const [words, sheet] = [await low.boundingBox(), await page.locator("#desk").boundingBox()];
  assert.ok(words.y + words.height <= sheet.y, JSON.stringify({ words, sheet }));
}, { viewport: PHONE, reducedMotion: "reduce" }));

test("without scripts every finding leads to its note", () => sample(async (page) => {
  assert.ok((await page.locator("#summary").boundingBox()).y < (await page.locator("#articles").boundingBox()).y);
  assert.equal(await page.locator("#filter").isVisible(), false);
  assert.equal(await page.locator("#desk").isVisible(), false);
  assert.equal(await page.locator(".finding:visible").count(), 9);
  await page.locator("#a1 .text a.w").first().click();
  assert.match(page.url(), /#f1-2$/);
  await page.locator("#f1-2 .back").click();
  assert.match(page.url(), /#w1-2$/);
  assert.equal(await page.locator("#a1 .claims").isVisible(), true);
}, { javaScriptEnabled: false }));

test("on paper there are the findings with their facts, and nothing to press", () => sample(async (page) => {
  await page.keyboard.press("j");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".finding:visible").count(), 9);
  assert.ok(await page.locator("#f1-2", { hasText: "The harbour book, page 7" }).isVisible());
  for (const selector of ["#desk", "#filter", ".back", ".list", "button", "input"]) {
    assert.equal(await page.locator(selector + ":visible").count(), 0, selector);
  }
}));

test("what the command writes is such a page", () => opened("real.html", async (page) => {
  assert.deepEqual(await texts(page, "article h2"), ["articles/fails.md", "articles/passes.md", "Bridges é", "articles/unread.txt"]);
  await page.keyboard.press("j");
  assert.equal(await here(page), "1,194 metres");
  const card = await page.locator("#card").innerText();
  assert.match(card, /bridge-length/);
  const words = await page.locator("#a3 a.w.error").allTextContents();
  assert.deepEqual(words, ["eight"]);
}));

test("the painted words are those that the program names", () => opened("real.html", async (page) => {
  const named = JSON.parse(readFileSync(PAGES + "/real.json", "utf8")).findings.map((found) => found.text);
  const painted = await page.evaluate(() => Array.from(document.querySelectorAll(".notes > .finding"), (note) =>
    Array.from(document.querySelectorAll(`[data-on~="${note.id}"]`), (part) => part.textContent).join("")));
  assert.ok(named.length >= 4);
  assert.deepEqual(painted, named);
}));

test("a page without articles says so", () => opened("empty.html", async (page) => {
  assert.match(await page.locator("main").innerText(), /No article was checked/);
  assert.equal(await page.locator("#desk").isVisible(), false);
}));

test("five thousand articles open, step and filter", async () => {
  const start = performance.now();
  await opened("many.html", async (page) => {
    assert.equal(await page.locator("article").count(), 5000);
    const ready = performance.now() - start;
    const step = performance.now();
    await page.keyboard.press("j");
    assert.equal(await place(page), "1 of 500 findings");
    const stepped = performance.now() - step;
    const filter = performance.now();
    await page.locator("input[value=error]").uncheck();
    assert.equal(await place(page), "0 findings");
    const filtered = performance.now() - filter;
    console.log(`5,000 articles: open ${ready | 0} ms, step ${stepped | 0} ms, filter ${filtered | 0} ms`);
    assert.ok(ready < 20_000 && stepped < 5_000 && filtered < 5_000);
  });
});

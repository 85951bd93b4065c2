import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/visit/store.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { tempHome } from "./support/cli.ts";
import { needTmux, openTerminal, promptOn, type Prompt, type Terminal } from "./support/terminal.ts";

const READY_MS = 20_000;
let open: Terminal | undefined;

beforeAll(needTmux);
afterEach(async () => {
  await open?.close();
  open = undefined;
});

function onlyVisit(home: string): Visit | undefined {
  const store = openStore(home, "vi", "read");
  try {
    return [...store.iterate({})][0];
  } finally {
    store.close();
  }
}

/** Everything that was answered, by where it is kept. What only steers an unfinished record is left out. */
function facts(visit: Visit | undefined): Map<string, string> {
  const all = new Map<string, string>();
  if (visit === undefined) return all;
  for (const [section, answers] of [
    ["safety", visit.safety],
    ["survey", visit.survey],
  ] as const)
    for (const [id, value] of Object.entries(answers))
      if (!id.startsWith("site_")) all.set(`${section}.${id}`, JSON.stringify(value));
  if (visit.site !== null) {
    all.set("site.unit", visit.site.unit.code);
    if (visit.site.type !== "khac") all.set("site.type", visit.site.type);
    if (visit.site.name !== "") all.set("site.name", visit.site.name);
  }
  visit.devices.forEach((device, at) => {
    all.set(`device${at}.type`, device.type);
    const { asked, details, ...answers } = device.answers;
    for (const [id, value] of Object.entries(answers)) all.set(`device${at}.${id}`, JSON.stringify(value));
    for (const id of device.done || !Array.isArray(asked) ? [] : asked) all.set(`device${at}.asked.${id}`, "yes");
    if (details !== undefined) all.set(`device${at}.asked.details`, "yes");
    if (device.done) all.set(`device${at}.done`, "yes");
  });
  return all;
}

/** Answers a prompt as quickly as a person would: first entry of a list, what is offered for a line, else skip. */
async function answer(terminal: Terminal, { question, isList }: Prompt): Promise<void> {
  if (question.startsWith("Nhìn quanh")) {
    await terminal.press("0");
    return;
  }
  if (question.startsWith("Xã, phường")) await terminal.type("ham ninh");
  else if (question.startsWith("Loại thiết bị")) await terminal.type("may tinh de ban");
  else if (question.startsWith("Mức nước với")) await terminal.type("6");
  // Under water as a whole, its power supply was wet: anything else would be asked about.
  else if (question.startsWith("Nhập nhãn hiệu") || question.startsWith("Bộ nguồn")) await terminal.type("2");
  else if (question.endsWith(" từ")) await terminal.type("24/10/2020 7:30");
  else if (isList) await terminal.type("1");
  else if (!question.endsWith("]") && !question.startsWith("Đường dẫn")) await terminal.type("7");
  await terminal.press("Enter");
}

/** Section and question, without the counters of the head and the value that is offered. The menu counts too. */
function nameOf({ head, question }: Prompt): string {
  const section = /^(?:AN TOÀN|KHẢO SÁT|THIẾT BỊ)/u.exec(head)?.[0] ?? "";
  return `${section} ${question.replace(/ \[.*$/u, "").replace(/\d+ bản ghi.*/u, "")}`;
}

/** The prompt after `before`, once it is another one. */
async function nextPrompt(terminal: Terminal, before: Prompt | undefined): Promise<Prompt> {
  const key = (prompt: Prompt | undefined): string => `${prompt?.head} ${prompt?.question}`;
  const screen = await terminal.until(
    "a prompt",
    (shown) => promptOn(shown) !== undefined && key(promptOn(shown)) !== key(before),
    READY_MS,
  );
  const prompt = promptOn(screen);
  if (prompt === undefined) throw new Error("no prompt");
  return prompt;
}

describe("killed after every single answer", () => {
  it("has everything that was answered, and puts nothing twice", async () => {
    const home = tempHome();
    const put: string[] = [];
    let known = new Map<string, string>();
    let pending: string | undefined;
    let finished = false;
    // Bounded: a checklist with one device has fewer than 120 questions.
    for (let step = 0; step < 120 && !finished; step += 1) {
      const visit = onlyVisit(home);
      open = await openTerminal(home, ["checklist", ...(visit === undefined ? ["--new"] : ["--visit", visit.id])]);
      const prompt = await nextPrompt(open, undefined);
      const question = nameOf(prompt);
      // What stood there when it was killed had no answer yet, and so stands there again; the menu always comes back.
      const isMenu = prompt.question.startsWith("Danh mục thiết bị");
      // Only the agreement to a result that is stored already does not come back.
      expect(pending === undefined || pending.includes("Đồng ý?") ? question : pending).toBe(question);
      expect(isMenu ? [] : put, `put twice: ${question}`).not.toContain(question);
      if (isMenu && put.some((each) => each.includes("Loại thiết bị"))) {
        finished = true;
        await open.kill();
        break;
      }
      await answer(open, prompt);
      let next = await nextPrompt(open, prompt);
      if (!isMenu) put.push(question);
      // From the menu to the type there is nothing to store: go on to the first answer of the device.
      if (next.question.startsWith("Loại thiết bị")) {
        await answer(open, next);
        put.push("- Loại thiết bị");
        next = await nextPrompt(open, next);
      }
      await open.kill();
      pending = nameOf(next);
      const now = facts(onlyVisit(home));
      const lost = [...known].filter(([id, value]) => !id.includes(".asked.") && now.get(id) !== value);
      expect(lost, `after "${question}"`).toEqual([]);
      // When a device is done, what only steered its questions is dropped.
      const isNew = [...now].some(([id, value]) => known.get(id) !== value);
      expect(isNew || question.includes("Đồng ý?"), `nothing stored for "${question}"`).toBe(true);
      known = now;
    }
    expect(finished).toBe(true);
    // What is known is taken with one key, and what decides nothing is left with one: far fewer than there are questions.
    expect(put.length).toBeGreaterThan(45);
    const visit = onlyVisit(home);
    expect(visit?.devices[0]).toMatchObject({ type: "pc", done: true, answers: { water: "full" } });
    expect(visit?.devices[0]?.triage).not.toBeNull();
  }, 600_000);
});

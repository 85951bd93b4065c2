import { renameSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeAll, expect, it } from "vitest";
import { openStore } from "../../src/visit/store.ts";
import { tempHome } from "./support/cli.ts";
import { needTmux, openTerminal, promptOn, type Terminal } from "./support/terminal.ts";

const READY_MS = 20_000;
let open: Terminal | undefined;

beforeAll(needTmux);
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const ticks = (screen: string): number => screen.split("\n").filter((line) => line.startsWith("✔ ")).length;

it("an answer is ticked off when it is stored; where the stick is gone there is no tick, but a sentence", async () => {
  const home = path.join(tempHome(), "data");
  open = await openTerminal(path.dirname(home), ["checklist", "--new", "--data-dir", home]);
  await open.until(
    "the first question",
    (shown) => promptOn(shown)?.question.startsWith("Xã, phường") === true,
    READY_MS,
  );
  await open.type("ham ninh");
  await open.press("Enter");
  const first = await open.until(
    "the second question",
    (shown) => promptOn(shown) !== undefined && ticks(shown) === 1,
    READY_MS,
  );
  expect(first).toMatch(/^✔ Xã, phường/mu);
  const before = promptOn(first)?.question ?? "";
  renameSync(home, `${home}-pulled-out`);
  await open.press("Enter");
  const gone = await open.until("the sentence", (shown) => shown.includes("CHƯA được lưu"), READY_MS);
  expect(ticks(gone)).toBe(1);
  expect(gone).not.toContain(`✔ ${before.slice(0, 10)}`);
  const store = openStore(`${home}-pulled-out`, "vi");
  const [visit] = [...store.iterate({})];
  store.close();
  expect([visit?.site?.unit.name, visit?.survey]).toEqual(["Xã Quảng Ninh", {}]);
});

import { afterEach, beforeAll, expect, it } from "vitest";
import { CLI, NODE } from "../checklist/support/cli.ts";
import { needTmux, openTerminal, type Terminal } from "../checklist/support/terminal.ts";
import { openStore } from "../../src/visit/store.ts";
import { scratch, visit } from "../visit/helpers/sample.ts";

const READY_MS = 20_000;
let open: Terminal | undefined;

beforeAll(needTmux);
afterEach(async () => {
  await open?.close();
  open = undefined;
});

function stored(): { readonly folder: string; readonly id: string } {
  const folder = scratch();
  const store = openStore(folder, "vi");
  const one = visit();
  store.create(one);
  store.close();
  return { folder, id: one.id };
}

/**
 * The product under a shell that tells how it ended: tmux itself does not always notice. `$@` are the words that the
 * helper adds; the menu opens where there are none at all.
 */
const told = (words: string): readonly string[] => [
  "sh",
  "-c",
  `'${NODE}' '${CLI}' ${words}; echo "ended with $?"; sleep 60`,
  "sh",
];
const BARE = told("");
const CALLED = told('"$@"');

const shows =
  (...texts: string[]) =>
  (screen: string): boolean =>
    texts.every((text) => screen.includes(text));
const ended = (status: number) => shows(`ended with ${status}`);

it("the menu runs what is chosen, comes back, and ends with the choice to leave", async () => {
  const { folder } = stored();
  open = await openTerminal(folder, [], undefined, BARE);
  await open.until("the menu", shows("chọn việc cần làm", "Các lượt đã lưu", "Enter để chạy"), READY_MS);
  for (let down = 0; down < 3; down += 1) await open.press("Down");
  await open.press("Enter");
  await open.until("the list and the menu again", shows("UBND xã Quảng Ninh", "↑ ↓ để chọn"), READY_MS);
  await open.press("Up", "Enter");
  expect(await open.until("the end", ended(0), READY_MS)).toContain("Thoát");
});

it("Ctrl+C in the menu ends it with 130", async () => {
  open = await openTerminal(scratch(), [], undefined, BARE);
  await open.until("the menu", shows("Enter để chạy"), READY_MS);
  await open.press("C-c");
  const screen = await open.until("the end", ended(130), READY_MS);
  expect(screen).not.toMatch(/ExitPromptError|^\s+at /mu);
});

it.each<[what: string, keys: string[], left: number, status: number]>([
  ["Enter alone keeps it", ["Enter"], 1, 0],
  ["Ctrl+C keeps it", ["C-c"], 1, 130],
  ["the second choice removes it", ["Down", "Enter"], 0, 0],
])("visits remove asks first: %s", async (_what, keys, left, status) => {
  const { folder, id } = stored();
  open = await openTerminal(folder, ["visits", "remove", id], undefined, CALLED);
  await open.until("the question", shows("không", "có"), READY_MS);
  await open.press(...keys);
  await open.until("the end", ended(status), READY_MS);
  const store = openStore(folder, "vi", "read");
  expect(store.list({})).toHaveLength(left);
  store.close();
});

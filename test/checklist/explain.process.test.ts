import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { qbrecover, tempHome } from "./support/cli.ts";

const FILE = path.resolve(import.meta.dirname, "../../fixtures/triage/min-open.json");

describe("checklist --explain", () => {
  const home = tempHome();
  beforeAll(async () => {
    const taken = await qbrecover(home, "checklist", "--answers", FILE);
    if (taken.status !== 0) throw new Error(taken.stderr);
  });

  it.each([
    ["its number", "11", "11. Cáp mạng"],
    ["the beginning of its label, without diacritics", "m8 ont", "8. Router / ONT / modem"],
    ["its type", "scanner", "12. Máy quét"],
  ])("finds a device by %s, and needs no terminal", async (_how, wanted, name) => {
    const { status, stdout, stderr } = await qbrecover(home, "checklist", "--explain", wanted);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.startsWith(name)).toBe(true);
    for (const part of ["KẾT LUẬN:", "Vì:", "Nguồn:", "◆ nhận định riêng"]) expect(stdout).toContain(part);
  });

  it("explains every device of a type, and the rules of one that the visit has none of", async () => {
    const laptops = (await qbrecover(home, "checklist", "--explain", "laptop")).stdout;
    expect(laptops.match(/^KẾT LUẬN:/gmu)).toHaveLength(3);
    expect((await qbrecover(home, "checklist", "--explain", "token")).stdout).toMatch(/^Quy tắc cho loại: USB Token/u);
    const nothing = await qbrecover(tempHome(), "checklist", "--explain", "token");
    expect([nothing.status, nothing.stdout]).toEqual([0, expect.stringContaining("[token.lost]")]);
  });

  it("names the devices that there are where none fits, and takes no other job beside", async () => {
    const wrong = await qbrecover(home, "checklist", "--explain", "tủ lạnh");
    expect([wrong.status, wrong.stdout]).toEqual([64, ""]);
    expect(wrong.stderr).toMatch(/Không có thiết bị "tủ lạnh"[\s\S]*15\. Màn hình/u);
    expect((await qbrecover(tempHome(), "checklist", "--explain", "1")).status).toBe(64);
    expect((await qbrecover(home, "checklist", "--explain", "1", "--answers", FILE)).status).toBe(64);
  });
});

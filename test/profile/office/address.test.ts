import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressText, officeAddress } from "../../../src/profile/office/address.ts";
import { endpointSchema } from "../../../src/profile/schema.ts";

const kept = (text: string): string => {
  const address = officeAddress(text);
  return address.ok ? addressText(address.endpoint) : address.problem;
};

describe("an address as the office opens it", () => {
  it.each([
    ["https://motcua.quangtri.gov.vn", "https://motcua.quangtri.gov.vn"],
    ["https://motcua.quangtri.gov.vn/", "https://motcua.quangtri.gov.vn"],
    ["motcua.quangtri.gov.vn/dang-nhap", "https://motcua.quangtri.gov.vn/dang-nhap"],
    ["  “https://motcua.quangtri.gov.vn/vi”\u200b ", "https://motcua.quangtri.gov.vn/vi"],
    ["HTTPS://MotCua.QuangTri.gov.vn:443/A", "https://motcua.quangtri.gov.vn/A"],
    ["https://motcua.quangtri.gov.vn:8443/x", "https://motcua.quangtri.gov.vn:8443/x"],
    ["http://qlvb.xa.gov.vn:80", "http://qlvb.xa.gov.vn"],
    ["https://một-cửa.vn", "https://xn--mt-ca-4b2bxf.vn"],
    ["https://[2001:db8::5]/x", "https://[2001:db8::5]/x"],
    ["10.5.0.1/vnpt", "https://10.5.0.1/vnpt"],
    ["tcp://10.5.0.1:443", "tcp://10.5.0.1:443"],
    ["h323://hop.tinh.gov.vn", "h323://hop.tinh.gov.vn"],
    ["stun://hop.tinh.gov.vn:3479", "stun://hop.tinh.gov.vn:3479"],
  ])("%s is kept as %s", (text, address) => {
    expect(kept(text)).toBe(address);
  });

  it("keeps nothing that tells who opened it", () => {
    const pasted = "https://canbo:MatKhau1@vpdt.quangtri.gov.vn/qlvb/main;jsessionid=AB12?token=bimat&u=7#/trang";
    expect(kept(pasted)).toBe("https://vpdt.quangtri.gov.vn/qlvb/main");
  });

  it.each([
    ["", "host"],
    ["https://", "host"],
    ["motcua", "host"],
    ["ftp://motcua.quangtri.gov.vn", "scheme"],
    ["javascript://alert.vn/1", "scheme"],
    ["https://-x.vn", "host"],
    ["một cửa của tỉnh", "host"],
    ["tcp://10.0.0.1", "port"],
    ["https://a.vn:0/", "port"],
    ["http://127.0.0.1:8080/", "loopback"],
    ["http://localhost/", "loopback"],
    ["https://[::1]/", "loopback"],
    ["http://0.0.0.0/", "loopback"],
  ])("%s is refused: %s", (text, problem) => {
    expect(kept(text)).toBe(problem);
  });

  it("takes private addresses for the government's own network", () => {
    const network = (text: string): string | null => {
      const address = officeAddress(text);
      return address.ok ? address.endpoint.network : null;
    };
    expect(["10.5.0.1", "192.168.5.5", "100.64.0.1", "[fd00::1]"].map(network)).toEqual(Array(4).fill("tslcd"));
    expect(["203.162.4.190", "a.gov.vn"].map(network)).toEqual(["internet", "internet"]);
  });

  it("whatever is pasted: a valid endpoint without account, query and fragment, or a problem; and reading it again changes nothing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (text) => {
        const address = officeAddress(text);
        if (!address.ok) return;
        const { endpoint } = address;
        expect(endpointSchema.safeParse(endpoint).success).toBe(true);
        expect(addressText(endpoint)).not.toMatch(/[?#;]|:\/\/[^/]*@/u);
        const again = officeAddress(addressText(endpoint));
        expect(again).toEqual(address);
      }),
    );
  });
});

import { scenario } from "../scenario.ts";

export default scenario({
  id: "proxy-dead",
  group: "catalogue",
  fault: "configured proxy does not answer",
  async inject(lab) {
    const proxy = "http://192.168.77.9:3128";
    lab.laptop.env = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, http_proxy: proxy, https_proxy: proxy };
  },
  expect: { status: "faulty", cause: "PROXY_DEAD", culprit: "proxy" },
  mustNotSay: ["LINE_DOWN", "SERVER_DOWN", "DATACENTRE_DOWN"],
});

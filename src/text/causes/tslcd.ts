import type { Causes } from "./shape.ts";

/** The government's own wide-area network. */
export const tslcdCauses = {
  TSLCD_ROUTER_SILENT: {
    culprit: "gateway",
    mender: "technician",
    vi: {
      title: "Bộ định tuyến mạng chuyên dùng (TSLCD) tại trụ sở không trả lời",
      explanation:
        "Máy này cùng mạng với {hosts} mà không thấy thiết bị đó[[; {others} thiết bị khác trong mạng trả lời]].",
      remedy: [
        "Xem bộ định tuyến TSLCD có điện không, đèn LAN và WAN thế nào; đã bị nước thì không cấp điện.",
        "Cả trụ sở mất điện: gọi điện lực.",
        "Cắm lại dây giữa nó và bộ chuyển mạch, thử cổng khác.",
        "Vẫn không được: báo trung tâm bằng câu dưới đây.",
      ],
      tell:
        "Bộ định tuyến mạng truyền số liệu chuyên dùng tại trụ sở ({hosts}) không trả lời. " +
        "Đề nghị cử người kiểm tra thiết bị.",
    },
    en: {
      title: "The router of the government network (TSLCD) in the office does not answer",
      explanation:
        "This computer is in one network with {hosts} and does not see it[[; {others} other devices there answer]].",
      remedy: [
        "See whether the TSLCD router has power, and its LAN and WAN lamps; wet equipment gets no power.",
        "No power in the whole building: call the electricity company.",
        "Plug the cable between it and the switch in anew; try another port.",
        "Still nothing: tell the centre the line below.",
      ],
      tell:
        "The router of the government network in our office ({hosts}) does not answer. " +
        "Please send somebody to check the device.",
    },
  },
  TSLCD_LINE_DOWN: {
    culprit: "isp",
    mender: "centre",
    vi: {
      title: "Đường truyền số liệu chuyên dùng (TSLCD) mất",
      explanation:
        "Bộ định tuyến chuyên dùng tại trụ sở ({routers}) trả lời; phía sau nó không nơi nào trả lời: {hosts}.",
      remedy: [
        "Xem đèn WAN của bộ định tuyến TSLCD; khởi động lại nó một lần, đợi 3 phút rồi kiểm tra lại.",
        "Vẫn mất: báo trung tâm bằng câu dưới đây, kèm trạng thái đèn. Việc cần Internet vẫn làm được qua đường kia.",
      ],
      tell:
        "Mạng truyền số liệu chuyên dùng tại trụ sở bị mất: bộ định tuyến {routers} trả lời, phía sau im lặng " +
        "({places}). Đề nghị kiểm tra đường truyền chuyên dùng.",
    },
    en: {
      title: "The government's own line (TSLCD) is down",
      explanation: "That line's router in the office ({routers}) answers; nothing behind it does: {hosts}.",
      remedy: [
        "Look at the WAN lamp of the TSLCD router; restart it once, wait 3 minutes and scan again.",
        "Still nothing: tell the centre the line below and what the lamps show. What needs the Internet goes on over " +
          "the other line.",
      ],
      tell:
        "The government line of our office is down: its router {routers} answers, everything behind it is silent " +
        "({places}). Please check that line.",
    },
  },
  TSLCD_UNREACHABLE: {
    culprit: "isp",
    mender: "centre",
    vi: {
      title: "Chưa kiểm tra được mạng truyền số liệu chuyên dùng",
      explanation: "Máy này không tới được {hosts} trên mạng chuyên dùng; có thể chỉ vì máy đang cắm ở mạng Internet.",
      remedy: ["Cắm máy vào bộ định tuyến của mạng chuyên dùng rồi kiểm tra lại.", "Vẫn không được: báo trung tâm."],
      tell: "Không tới được {hosts} qua mạng truyền số liệu chuyên dùng; đề nghị kiểm tra đường chuyên dùng của xã.",
    },
    en: {
      title: "The government's own network could not be tested",
      explanation:
        "This computer cannot reach {hosts} there; perhaps only because it is plugged into the Internet side.",
      remedy: ["Plug into the government network's router and scan again.", "If it still fails, tell the centre."],
      tell: "{hosts} cannot be reached over the government network; please check our dedicated line.",
    },
  },
} as const satisfies Causes;

import { bilingual } from "../base/languages.ts";

/** Messages of the command line itself. */
export const cli = bilingual({
  vi: {
    unknownOption: (found: string) => `Tùy chọn không có: ${found}`,
    unknownCommand: (found: string) => `Lệnh không có: ${found}`,
    missingArgument: (name: string) => `Thiếu tham số: ${name}`,
    missingValue: (option: string) => `Thiếu giá trị sau ${option}`,
    tooMany: (found: string) => `Thừa tham số: ${found}`,
    didYouMean: (found: string) => `Có phải: ${found}?`,
    seeHelp: (command: string) => `Xem: ${command} --help`,
    eventsOrJson: "--events và --json: chỉ chọn một; sự kiện result mang đúng tài liệu của --json",
    bug: "Lỗi của chính công cụ. Hãy gửi đoạn sau kèm tệp bằng chứng cho nơi phát hành:",
    tlsEnvIgnored: "Bỏ qua NODE_TLS_REJECT_UNAUTHORIZED: chứng thư luôn được kiểm tra.",
    closeWindow: "Nhấn Enter để đóng cửa sổ này.",
    outputFailed: (code: string) => `Không ghi được kết quả ra đầu ra (${code}).`,
  },
  en: {
    unknownOption: (found) => `Unknown option: ${found}`,
    unknownCommand: (found) => `Unknown command: ${found}`,
    missingArgument: (name) => `Missing argument: ${name}`,
    missingValue: (option) => `Missing value after ${option}`,
    tooMany: (found) => `Too many arguments: ${found}`,
    didYouMean: (found) => `Did you mean ${found}?`,
    seeHelp: (command) => `See ${command} --help`,
    eventsOrJson: "--events and --json: choose one; the event result carries the document of --json",
    bug: "The tool itself failed. Please send what follows, with the evidence file, to whoever issued the tool:",
    tlsEnvIgnored: "NODE_TLS_REJECT_UNAUTHORIZED is ignored: certificates are always checked.",
    closeWindow: "Press Enter to close this window.",
    outputFailed: (code) => `The results could not be written to the output (${code}).`,
  },
});

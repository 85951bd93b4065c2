import { bilingual } from "../base/languages.ts";

/** Words about the several computers of one office. */
export const machines = bilingual({
  vi: {
    title: "CÁC MÁY CỦA CƠ QUAN",
    heading: "3.1. Từng máy của cơ quan",
    first: "Máy kiểm tra",
    machine: "Máy",
    result: "Kết luận",
    cause: "Nguyên nhân chính",
    signs: (count: number) => `Hệ thống 1–${count}`,
    legend: (systems: string) =>
      `Dấu + là vào được, x là không vào được, - là chưa thử được từ máy đó. Hệ thống theo thứ tự: ${systems}.`,
    office: (count: number, cause: string) =>
      `Cả ${count} máy đều không vào được hệ thống nào: lỗi ở đường chung của cơ quan, không phải ở từng máy.${cause}`,
    system: (system: string, cause: string) =>
      `${system}: không máy nào vào được, hệ thống khác vẫn vào được; lỗi ở chính hệ thống này, không phải ở máy.${cause}`,
    own: (machine: string, systems: string, cause: string) =>
      `Riêng máy ${machine} không vào được: ${systems}; máy khác vẫn vào được, nên lỗi ở chính máy này.${cause}`,
    ownOnly: (machine: string, cause: string) => `Riêng máy ${machine} có lỗi của chính máy.${cause}`,
    because: (title: string) => ` Nguyên nhân: ${title}.`,
    noSigning: (machines: string) =>
      `Không thấy chương trình ký số đang chạy trên: ${machines}. Máy nào dùng để ký thì phải bật lên trước khi ký.`,
    single: "Mới có một máy, chưa so sánh được máy với máy.",
    allWell: (count: number) => `Cả ${count} máy đều tốt.`,
    alike: (count: number) => `Trên ${count} máy không thấy máy nào hay hệ thống nào khác biệt.`,
    added: (name: string, place: string, count: number) =>
      `Máy này là ${name}: đã ghi vào lượt ${place}. Lượt có ${count} máy của cơ quan.`,
    into: (name: string, place: string) => `Máy này là ${name}; kết quả được ghi thêm vào lượt ${place}.`,
    menu: (name: string, place: string) => `Máy này là ${name}: kiểm tra, ghi thêm vào lượt ${place}`,
    noOpenVisit:
      "Chưa có lượt nào đang mở để ghi thêm máy này. Mở lượt trên máy tính kiểm tra (qbrecover scan), hoặc nêu --visit.",
    oldVisit: (place: string) =>
      `Lượt đang mở gần nhất đã quá 3 ngày: ${place}. Nếu đúng lượt này, nêu rõ bằng --visit.`,
    notSaved: "--machine ghi vào một lượt, nên không đi với --no-save.",
    visitsOwn: (option: string) => `${option} là của cả lượt, không phải của một máy: bỏ ${option} khi dùng --machine.`,
    badName: "--machine: tên máy dài nhất 100 ký tự, không để trống.",
    full: (most: number) => `Lượt này đã có ${most} máy, không ghi thêm được.`,
  },
  en: {
    title: "COMPUTERS OF THE OFFICE",
    heading: "3.1. Computers of the office",
    first: "The technician's",
    machine: "Computer",
    result: "Result",
    cause: "Main cause",
    signs: (count) => `Systems 1–${count}`,
    legend: (systems) =>
      `+ gets in, x does not, - was not tried from that computer. Systems in this order: ${systems}.`,
    office: (count, cause) =>
      `None of the ${count} computers gets into any system: the fault is in the office's common way, not in each computer.${cause}`,
    system: (system, cause) =>
      `${system}: no computer gets in, into other systems they do; the fault is that system's, not the computers'.${cause}`,
    own: (machine, systems, cause) =>
      `Only ${machine} does not get into: ${systems}; others do, so the fault is in this computer.${cause}`,
    ownOnly: (machine, cause) => `Only ${machine} has a fault of its own.${cause}`,
    because: (title) => ` Cause: ${title}.`,
    noSigning: (machines) =>
      `No signing program is running on: ${machines}. Where documents are signed it must be started first.`,
    single: "Only one computer so far: nothing to compare it with.",
    allWell: (count) => `All ${count} computers are well.`,
    alike: (count) => `On ${count} computers no single computer or system stands out.`,
    added: (name, place, count) =>
      `This computer is ${name}: added to visit ${place}. The visit has ${count} of the office's computers.`,
    into: (name, place) => `This computer is ${name}; its result is added to visit ${place}.`,
    menu: (name, place) => `This computer is ${name}: check it, add it to visit ${place}`,
    noOpenVisit:
      "No visit is open that this computer could be added to. Begin one on the technician's laptop (qbrecover scan), or name one by --visit.",
    oldVisit: (place) => `The newest open visit is more than 3 days old: ${place}. If it is meant, name it by --visit.`,
    notSaved: "--machine writes into a visit, so it does not go with --no-save.",
    visitsOwn: (option) => `${option} belongs to the visit, not to one computer: leave it out with --machine.`,
    badName: "--machine: a name of at most 100 characters, not blank.",
    full: (most) => `This visit has ${most} computers already, no more can be added.`,
  },
});

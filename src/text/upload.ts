import { bilingual } from "../base/languages.ts";

/** Texts of `qbrecover upload`. */
export const upload = bilingual({
  vi: {
    where: "Nêu --to URL để gửi, hoặc --bundle TỆP để ghi ra USB (một trong hai)",
    badUrl: (found: string) => `--to: cần địa chỉ https://…; nhận được "${found}"`,
    notSecure: (found: string) => `--to: chỉ gửi qua https (http chỉ cho chính máy này); nhận được "${found}"`,
    noCredentials: "--to: không ghi tên và mật khẩu trong địa chỉ; dùng biến môi trường QBRECOVER_UPLOAD_TOKEN",
    badToken: "QBRECOVER_UPLOAD_TOKEN: có ký tự không gửi được",
    unfinished: (id: string) => `Lượt ${id} chưa xong; hoàn tất rồi mới gửi`,
    isPractice: (id: string) => `Lượt ${id} là luyện tập, không gửi như số liệu thật. Muốn tập gửi: thêm --practice`,
    notPractice: (id: string) => `Lượt ${id} không phải luyện tập: gửi không kèm --practice`,
    nothing: "Không có lượt nào đã xong mà chưa gửi.",
    sending: (at: number, count: number, id: string) => `[${at}/${count}] ${id} …`,
    sent: (id: string, status: number) => `${id}: đã gửi (${status})`,
    retry: (detail: string, seconds: string) => `  chưa được (${detail}); thử lại sau ${seconds} giây`,
    failed: (id: string, detail: string) => `${id}: CHƯA GỬI ĐƯỢC: ${detail}`,
    portal: (status: number) =>
      `máy chủ trả ${status} thay vì 201/202; có thể là trang đăng nhập mạng, dữ liệu chưa được nhận`,
    refused: (status: number) => `máy chủ từ chối (${status})`,
    denied: (status: number) =>
      `máy chủ không nhận mã truy cập (${status}); xem lại QBRECOVER_UPLOAD_TOKEN, hoặc xin mã mới ở trung tâm`,
    wrongAddress: (status: number) => `ở địa chỉ này không có nơi nhận (${status}); hỏi lại trung tâm địa chỉ đúng`,
    otherContent: (status: number) =>
      `trung tâm đã có lượt này với nội dung khác (${status}); gửi bằng tệp: qbrecover visits export, ở trung tâm visits import sẽ cho xem hai bên và chọn`,
    tooLarge: (status: number) =>
      `quá lớn đối với máy chủ (${status}); chép ra USB: qbrecover upload --bundle TỆP.ndjson.gz`,
    notUnderstood: (status: number) =>
      `máy chủ không hiểu lượt này (${status}); có thể hai bên khác phiên bản, báo trung tâm`,
    sendingPhoto: (file: string) => `  ảnh ${file} …`,
    photoFailed: (id: string, file: string, detail: string) => `${id}: ảnh ${file} CHƯA GỬI ĐƯỢC: ${detail}`,
    noPhotos: (status: number) =>
      `nơi nhận không nhận ảnh (${status}); chép ra USB: qbrecover upload --bundle TỆP.ndjson.gz`,
    photosSent: (count: number) => `Đã gửi ${count} ảnh`,
    stoppedDenied: "Máy chủ không nhận mã truy cập: dừng gửi.",
    paused: (status: number, until: string) =>
      `Máy chủ đang bận (${status}) và yêu cầu chờ đến ${until}: dừng gửi, chưa mất gì. Chạy lại sau giờ đó, hoặc chép ra USB: qbrecover upload --bundle TỆP.ndjson.gz`,
    unavailable: (status: number) => `máy chủ đang lỗi (${status})`,
    network: (detail: string) => `không nối được (${detail})`,
    untrusted: (detail: string) =>
      `chứng thư của nơi nhận không tin được (${detail}); xem lại giờ của máy, hoặc có thiết bị chặn giữa đường`,
    timeout: "quá thời gian chờ",
    summary: (sent: number, failed: number, left: number) =>
      `Đã gửi ${sent}, không gửi được ${failed}, còn lại ${left}`,
    stopped: "Không nối được máy chủ: dừng gửi. Có thể chép ra USB: qbrecover upload --bundle TỆP.ndjson.gz",
    bundled: (count: number, file: string) => `Đã ghi ${count} lượt vào ${file}`,
  },
  en: {
    where: "Give --to URL to send, or --bundle FILE to write for a USB stick (one of the two)",
    badUrl: (found) => `--to: expected an address https://…; found "${found}"`,
    notSecure: (found) => `--to: sends over https only (http for this very machine); found "${found}"`,
    noCredentials:
      "--to: no user name and password in the address; use the environment variable QBRECOVER_UPLOAD_TOKEN",
    badToken: "QBRECOVER_UPLOAD_TOKEN: has characters that cannot be sent",
    unfinished: (id) => `Visit ${id} is not finished; finish it before sending`,
    isPractice: (id) =>
      `Visit ${id} is an exercise and is not sent as if it were real. To practise sending: --practice`,
    notPractice: (id) => `Visit ${id} is no exercise: send it without --practice`,
    nothing: "There is no finished visit that was not sent yet.",
    sending: (at, count, id) => `[${at}/${count}] ${id} …`,
    sent: (id, status) => `${id}: sent (${status})`,
    retry: (detail, seconds) => `  not yet (${detail}); trying again in ${seconds} s`,
    failed: (id, detail) => `${id}: NOT SENT: ${detail}`,
    portal: (status) =>
      `the server answered ${status} instead of 201/202; perhaps a login page of the network, the data was not ` +
      "received",
    refused: (status) => `the server refuses (${status})`,
    denied: (status) =>
      `the server does not take the token (${status}); check QBRECOVER_UPLOAD_TOKEN, or ask the centre for a new one`,
    wrongAddress: (status) => `nothing receives visits at this address (${status}); ask the centre for the right one`,
    otherContent: (status) =>
      `the centre has this visit with other content (${status}); send it as a file: qbrecover visits export, and visits import there shows both sides and lets one choose`,
    tooLarge: (status) =>
      `too large for the server (${status}); take it on a stick: qbrecover upload --bundle FILE.ndjson.gz`,
    notUnderstood: (status) =>
      `the server does not understand this visit (${status}); perhaps the versions differ, tell the centre`,
    sendingPhoto: (file) => `  photo ${file} …`,
    photoFailed: (id, file, detail) => `${id}: photo ${file} NOT SENT: ${detail}`,
    noPhotos: (status) =>
      `the receiver takes no photos (${status}); take them on a stick: qbrecover upload --bundle FILE.ndjson.gz`,
    photosSent: (count) => `Sent ${count} photos`,
    stoppedDenied: "The server does not take the token: stopped.",
    paused: (status, until) =>
      `The server is busy (${status}) and asks to be left alone until ${until}: stopped, nothing is lost. Start again after that, or take the data on a stick: qbrecover upload --bundle FILE.ndjson.gz`,
    unavailable: (status) => `the server is in trouble (${status})`,
    network: (detail) => `cannot connect (${detail})`,
    untrusted: (detail) =>
      `the receiver's certificate is not trusted (${detail}); check the laptop's clock, or something stands in between`,
    timeout: "timed out",
    summary: (sent, failed, left) => `Sent ${sent}, failed ${failed}, left ${left}`,
    stopped:
      "The server cannot be reached: stopped. To take the data on a USB stick: qbrecover upload --bundle " +
      "FILE.ndjson.gz",
    bundled: (count, file) => `Wrote ${count} visits to ${file}`,
  },
});

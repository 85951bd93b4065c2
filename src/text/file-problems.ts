import { codeOf } from "../base/error-code.ts";
import { bilingual, type Lang } from "../base/languages.ts";

/** What the system says about a file, by its word for it. */
const WORDS = bilingual({
  vi: {
    ENOENT: "không có tệp hoặc thư mục đó",
    ENOTDIR: "một phần của đường dẫn là tệp, không phải thư mục",
    EISDIR: "đó là thư mục",
    ENOTEMPTY: "thư mục đó đã có nội dung",
    EEXIST: "tên đó đã có",
    EACCES: "không có quyền",
    EPERM: "không có quyền",
    EROFS: "ổ đĩa chỉ cho đọc",
    ENOSPC: "ổ đĩa đầy",
    EDQUOT: "hết hạn mức dung lượng",
    EFBIG: "tệp quá lớn đối với ổ đĩa này",
    ENAMETOOLONG: "tên quá dài",
    EINVAL: "tên này không dùng được trên ổ đĩa này",
    ELOOP: "liên kết vòng tròn",
    EBUSY: "chương trình khác đang dùng",
    ETXTBSY: "chương trình khác đang dùng",
    EMFILE: "mở quá nhiều tệp cùng lúc",
    ENFILE: "mở quá nhiều tệp cùng lúc",
    EIO: "ổ đĩa hỏng hoặc đã rút ra",
    ENXIO: "thiết bị không còn",
    ENODEV: "thiết bị không còn",
  },
  en: {
    ENOENT: "there is no such file or folder",
    ENOTDIR: "part of the path is a file, not a folder",
    EISDIR: "that is a folder",
    ENOTEMPTY: "that folder is not empty",
    EEXIST: "that name is taken",
    EACCES: "no permission",
    EPERM: "no permission",
    EROFS: "the disk is read-only",
    ENOSPC: "the disk is full",
    EDQUOT: "the quota is used up",
    EFBIG: "the file is too large for this disk",
    ENAMETOOLONG: "the name is too long",
    EINVAL: "this disk allows no such name",
    ELOOP: "its links lead round in a circle",
    EBUSY: "another program is using it",
    ETXTBSY: "another program is using it",
    EMFILE: "too many files are open",
    ENFILE: "too many files are open",
    EIO: "the disk is broken or was pulled out",
    ENXIO: "the device is gone",
    ENODEV: "the device is gone",
  },
});

/** Why a file could not be read or written, in words; the system's own word where nobody has others for it. */
export function fileProblem(error: unknown, lang: Lang): string {
  const code = codeOf(error);
  const known: Readonly<Record<string, string>> = WORDS[lang];
  return Object.hasOwn(known, code) ? (known[code] ?? code) : code === "" ? String(error) : code;
}

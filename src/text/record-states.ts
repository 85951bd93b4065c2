/**
 * What was answered, as clauses of an official paper: they speak of the thing and address nobody. An answer that is not
 * listed adds nothing: "no" to a danger and "not known" to a detail are no state.
 */
type Clauses = Readonly<Record<string, Readonly<Record<string, readonly [vi: string, en: string]>>>>;

/** How wet, in this order. */
export const DEVICE_WATER: Clauses = {
  water: {
    none: ["Không bị nước", "Stayed dry"],
    humid: ["Bị ẩm, không dính nước", "Moist air only"],
    splash: ["Bị nước bắn, dột", "Splashed or dripped on"],
    below_board: ["Bị ngập dưới bo mạch", "Under water below the board"],
    board: ["Bị ngập tới bo mạch", "Under water up to the board"],
    full: ["Bị ngập hoàn toàn", "Wholly under water"],
    unknown: ["Chưa xác định được mức ngập", "How far the water came is not known"],
  },
  water_type: {
    rain: ["nước mưa", "rain water"],
    river_mud: ["nước lũ có bùn", "flood water with mud"],
    sewage_chem: ["nước thải, hóa chất", "sewage or chemicals"],
    brackish: ["nước mặn, lợ", "salt or brackish water"],
  },
  wet_time: {
    lt2h: ["dưới 2 giờ", "less than 2 hours"],
    h2_24: ["từ 2 đến 24 giờ", "2 to 24 hours"],
    h24_72: ["từ 1 đến 3 ngày", "1 to 3 days"],
    gt72h: ["trên 3 ngày", "more than 3 days"],
  },
  on_when_wet: { yes: ["khi đang cắm điện", "while plugged in"] },
};

/** What was seen on it. */
export const DEVICE_SEEN: Clauses = {
  dry_time: {
    still_wet: ["còn ướt", "still wet"],
    lt1d: ["mới khô dưới 1 ngày", "dry for less than a day"],
    d1_2: ["đã khô 1–2 ngày", "dry for 1 to 2 days"],
    d3_6: ["đã khô 3–6 ngày", "dry for 3 to 6 days"],
    ge7d: ["đã khô từ 7 ngày", "dry for 7 days or more"],
  },
  body: {
    ok: ["vỏ lành", "case sound"],
    cracked: ["vỏ nứt, vỡ", "case cracked"],
    burnt: ["vỏ cháy, sém", "case burnt"],
  },
  corrosion: {
    none: ["không thấy rỉ", "no corrosion seen"],
    light: ["rỉ nhẹ", "light corrosion"],
    heavy: ["rỉ nặng", "heavy corrosion"],
    not_seen: ["chưa mở xem bên trong", "not looked inside"],
  },
  mud: {
    none: ["không có bùn bên trong", "no mud inside"],
    some: ["ít bùn bên trong", "some mud inside"],
    heavy: ["nhiều bùn bên trong", "a lot of mud inside"],
  },
  battery: {
    intact_dry: ["pin lành, khô", "battery sound and dry"],
    intact_wet: ["pin lành nhưng ướt", "battery sound but wet"],
    swollen_hot_leak: ["pin phồng, nóng hoặc rò", "battery swollen, hot or leaking"],
  },
  cleaned: { yes: ["đã tháo, vệ sinh", "opened and cleaned"] },
  data: {
    important: ["có dữ liệu quan trọng chưa sao lưu", "important data not backed up"],
    backed_up: ["dữ liệu đã sao lưu", "data backed up"],
    secret: ["có bí mật nhà nước", "state secrets inside"],
  },
};

/** What trying it gave. */
export const DEVICE_TRIED: Clauses = {
  powered_after: {
    ok: ["sau khi ướt đã có người bật, chạy bình thường", "was switched on since and ran"],
    fault: ["sau khi ướt đã có người bật, chạy lỗi hoặc không lên", "was switched on since, with faults or not at all"],
    smoke_trip: ["sau khi ướt đã bật: khói, khét hoặc nhảy aptomat", "was switched on since: smoke or breaker tripped"],
  },
  works_now: {
    ok: ["thử bật: chạy tốt", "tried: works"],
    partial: ["thử bật: chạy một phần", "tried: works in part"],
    dead: ["thử bật: không chạy", "tried: dead"],
    not_tried: ["chưa thử bật", "not tried"],
  },
};

/** The place's electricity, in the order of the paper. */
export const SITE_SAFETY: Clauses = {
  s1: {
    khong: ["Trong nhà không còn nước, sàn khô", "No water in the building, the floor is dry"],
    co: ["Trong nhà còn nước đọng hoặc sàn còn ướt", "Standing water or a wet floor in the building"],
    khong_ro: ["Chưa rõ sàn đã khô", "Whether the floor is dry is not known"],
  },
  s3: {
    khong: ["Bảng điện, aptomat, ổ cắm không bị ngập", "Panel, breakers and sockets were not under water"],
    o_cam: ["Ổ cắm điện đã bị ngập", "Sockets were under water"],
    bang_dien: ["Bảng điện, aptomat đã bị ngập", "Panel or breakers were under water"],
    khong_ro: ["Chưa rõ bảng điện, ổ cắm có bị ngập", "Whether panel or sockets were under water is not known"],
  },
  s4: {
    da_dat: [
      "Thợ điện hoặc điện lực đã đo cách điện, cho phép đóng điện",
      "An electrician tested the insulation and cleared it",
    ],
    chua: ["Chưa được thợ điện hoặc điện lực đo cách điện", "No electrician has tested the insulation yet"],
  },
  s5: { co: ["Có mùi khét, tiếng kêu hoặc ổ cắm nóng, đen", "Burnt smell, noise, hot or black sockets"] },
  s18: {
    co: ["Dây điện đứt, võng, chạm nước hoặc mái tôn", "Wires torn, sagging, touching water or a metal roof"],
    khong_ro: ["Chưa xem dây điện ngoài nhà", "Wires outside were not looked at"],
  },
  s14: {
    co: ["Tường nứt, trần võng, nền sụt hoặc mái hỏng", "Cracked walls, sagging ceiling, sunken floor or broken roof"],
    khong_ro: ["Chưa xem kết cấu nhà", "The structure was not looked at"],
  },
  s15: {
    co: ["Có mùi gas, xăng dầu, hóa chất", "Smell of gas, fuel or chemicals"],
    khong_ro: ["Chưa rõ có gas, xăng dầu, hóa chất", "Whether there is gas, fuel or chemicals is not known"],
  },
  s12: { co: ["UPS còn cấp điện dù đã cắt điện", "A UPS still feeds although the power is cut"] },
  s11: { co: ["Có điện mặt trời hoặc bộ pin lưu trữ", "Solar panels or a storage battery"] },
  s13: { co: ["Có máy phát chạy ở nhà bên cạnh", "A generator runs next door"] },
  s16: { co: ["Có nước thải, bùn bẩn hoặc xác súc vật", "Sewage, foul mud or dead animals"] },
  s2: {
    da_cat: ["Cầu dao, aptomat tổng đã cắt trước khi kiểm tra", "The main breaker was off before the inspection"],
    chua: ["Cầu dao, aptomat tổng chưa cắt", "The main breaker was on"],
    khong_co_dien_luoi: ["Không có điện lưới", "There was no grid power"],
  },
  s7: {
    dien_luoi: ["Nguồn lúc kiểm tra: điện lưới", "Power at the time: the grid"],
    may_phat: ["Nguồn lúc kiểm tra: máy phát", "Power at the time: a generator"],
    pin_xe: ["Nguồn lúc kiểm tra: pin, ắc quy", "Power at the time: a battery"],
    khong: ["Không có nguồn điện lúc kiểm tra", "There was no power at the time"],
  },
  s9: {
    mua_sach: ["Nước mưa, tương đối sạch", "Rain water, fairly clean"],
    lu_bun: ["Nước lũ có bùn", "Flood water with mud"],
    nuoc_thai_hoa_chat: ["Nước thải, hóa chất, xăng dầu", "Sewage, chemicals, fuel"],
    man_lo: ["Nước mặn, nước lợ", "Salt or brackish water"],
  },
  s6: {
    co: ["Tiếp địa, chống giật còn hoạt động", "Earthing and residual-current device work"],
    khong: ["Tiếp địa, chống giật không hoạt động", "Earthing or residual-current device does not work"],
    khong_co: ["Không có tiếp địa, chống giật", "No earthing, no residual-current device"],
  },
  s10: { thieu: ["Trang bị bảo hộ còn thiếu", "Protective gear incomplete"] },
};

/** Power and water as the survey told them; the safety answers come first. */
export const SURVEY_POWER: Clauses = {
  water_now: { co: ["Trụ sở hiện còn ngập", "The site is still under water"] },
  grid: {
    da_co: ["Đã có điện lưới", "Grid power is back"],
    chap_chon: ["Điện lưới chập chờn", "Grid power comes and goes"],
    chua_co: ["Chưa có điện lưới", "No grid power yet"],
    may_phat: ["Đang dùng máy phát", "On a generator"],
  },
  electrical_cleared: {
    co: ["Điện trong nhà đã được kiểm tra", "The installation was checked"],
    chua: ["Điện trong nhà chưa được kiểm tra", "The installation was not checked yet"],
  },
};

/** Line, networks and people as the survey told them. */
export const SURVEY_LINE: Clauses = {
  internet: {
    binh_thuong: ["Đường truyền Internet cố định bình thường", "The fixed Internet line is normal"],
    cham_chap_chon: ["Đường truyền Internet cố định chậm, chập chờn", "The fixed Internet line is slow or unsteady"],
    mat: ["Mất đường truyền Internet cố định", "The fixed Internet line is lost"],
    chua_tung_co: ["Chưa từng có đường truyền Internet cố định", "There never was a fixed Internet line"],
  },
  tslcd: {
    binh_thuong: ["Mạng truyền số liệu chuyên dùng bình thường", "The government data network is normal"],
    mat: ["Mất mạng truyền số liệu chuyên dùng", "The government data network is lost"],
    khong_co: ["Không có mạng truyền số liệu chuyên dùng", "There is no government data network here"],
  },
  mobile: {
    tot: ["Sóng di động tốt", "Mobile signal good"],
    yeu: ["Sóng di động yếu", "Mobile signal weak"],
    khong: ["Không có sóng di động", "No mobile signal"],
  },
  staff: {
    du: ["Đủ nhân lực khôi phục tại chỗ", "Enough people on site to restore"],
    co_nhung_thieu: ["Nhân lực khôi phục tại chỗ còn thiếu", "Not enough people on site to restore"],
    khong_co: ["Không có nhân lực khôi phục tại chỗ", "Nobody on site can restore"],
  },
};

/** '(Ký, ghi rõ họ tên)': somebody signs here. */
export const SIGNATURE = /\(\s*((chức vụ|chức danh)[^()]*?(chữ )?ký|ký|kí|chữ ký|chữ kí|điểm chỉ|đã ký|người .{0,20} ký)|(ký|kí)[\s,]+(và )?(ghi|đóng|tên|họ)|ký tên|chữ ký (của|và)|chữ ký số|\((ghi )?(rõ )?họ(,| và)? tên[\s,]+(chữ )?ký(?!\p{L})/iu

/** 'Nơi nhận:' of a letter with its list; 'Nơi nhận hàng: …' asks. */
export const RECIPIENTS = /^nơi nhận(?!\s(hàng|hồ sơ|kết quả|giấy|lương|trợ cấp|thông báo|tiền|xe|mẫu|thư)(?!\p{L}))|^[-–]\s.*\(để (biết|b\/c|báo cáo|phối hợp|theo dõi)[^()]*\)[;.,]?$/iu

import { blankLine, centred, DOTS, halves, heading, line, nationalHeading, notes, pack, text, title, type Block } from './parts.ts'

const user = (): readonly Block[] => [
  heading('1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất, người quản lý đất:'),
  text('(Trường hợp nhiều người cùng sử dụng đất, cùng sở hữu tài sản thì kê khai tên người cùng sử dụng đất, cùng sở hữu tài sản đó theo Mẫu số 15a)'),
  line('a) Họ và tên (2): ', DOTS),
  line('b) Giấy tờ nhân thân/pháp nhân (3): ', DOTS),
  line('c) Địa chỉ (4): ', DOTS),
  line('d) Điện thoại liên hệ (nếu có): ', DOTS, ' Hộp thư điện tử (nếu có): ', DOTS),
]

const plot = (): readonly Block[] => [
  heading('2. Thửa đất đăng ký (người sử dụng đất là tổ chức thì không phải kê khai mục này):'),
  text('(Trường hợp đăng ký nhiều thửa đất nông nghiệp mà không đề nghị cấp Giấy chứng nhận hoặc đề nghị cấp chung một Giấy chứng nhận cho nhiều thửa đất nông nghiệp thì không kê khai các nội dung tại Mục này mà chỉ ghi tổng số thửa và kê khai từng thửa đất theo Mẫu số 15b)'),
  line('a) Thửa đất số: ', DOTS, ' Tờ bản đồ số: ', DOTS),
  line('b) Địa chỉ (5): ', DOTS),
  line('c) Diện tích (6): ', DOTS, ' m²; sử dụng chung: ', DOTS, ' m²; sử dụng riêng: ', DOTS, ' m².'),
  line('d) Sử dụng vào mục đích (7): ', DOTS, ', từ thời điểm: ', DOTS),
  line('đ) Thời hạn đề nghị được sử dụng đất (8): ', DOTS),
  line('e) Nguồn gốc sử dụng đất (9): ', DOTS),
  line('g) Có quyền hoặc hạn chế quyền đối với thửa đất liền kề số ', DOTS),
  line('tờ bản đồ số ', DOTS, ', của ', DOTS),
  line('nội dung về quyền đối với thửa đất liền kề (10) ', DOTS),
]

const house = (): readonly Block[] => [
  heading('3. Nhà ở, công trình xây dựng (người sử dụng đất là tổ chức thì không phải kê khai mục này):'),
  text('(Chỉ kê khai nếu có nhu cầu đăng ký hoặc chứng nhận quyền sở hữu tài sản; trường hợp có nhiều nhà ở, công trình xây dựng khác trên cùng 01 thửa đất thì chỉ kê khai các thông tin chung và tổng diện tích; đồng thời lập danh sách theo Mẫu số 15c)'),
  line('a) Loại nhà ở, công trình xây dựng (11): ', DOTS),
  line('b) Diện tích xây dựng (12): ', DOTS, ' m².'),
  line('c) Diện tích sàn xây dựng/diện tích sử dụng (13): ', DOTS, ' m².'),
  line('d) Sở hữu chung (14): ', DOTS, ' m², sở hữu riêng (14): ', DOTS, ' m².'),
  line('đ) Số tầng: ', DOTS, ' tầng; trong đó,'),
  line('số tầng nổi: ', DOTS, ' tầng, số tầng hầm: ', DOTS, ' tầng.'),
  line('e) Nguồn gốc (15): ', DOTS),
  line('g) Năm hoàn thành xây dựng (16): ', DOTS),
  line('h) Thời hạn sở hữu đến (17): ', DOTS),
  text('i) Cam kết về việc đủ điều kiện tồn tại nhà ở, công trình xây dựng (18): ☐'),
]

const request = (): readonly Block[] => [
  heading('4. Đề nghị của người sử dụng đất, chủ sở hữu tài sản gắn liền với đất: (Đánh dấu ☑ vào ô lựa chọn)'),
  text('a) Đề nghị đăng ký đất đai, tài sản gắn liền với đất ☐'),
  text('b) Đề nghị cấp Giấy chứng nhận ☐'),
  text('c) Đề nghị ghi nợ tiền sử dụng đất (đối với cá nhân) ☐'),
  line('d) Đề nghị khác (nếu có): ', DOTS),
  text('Những giấy tờ nộp kèm theo (19):'),
  blankLine(), blankLine(),
]

const NOTES = [
  '(1) Ghi cơ quan có thẩm quyền giải quyết thủ tục.',
  '(2) Cá nhân ghi họ và tên bằng chữ in hoa, năm sinh; cộng đồng dân cư ghi tên cộng đồng; tổ chức ghi theo giấy tờ pháp nhân.',
  '(3) Cá nhân ghi số định danh cá nhân hoặc số, ngày cấp, nơi cấp hộ chiếu; tổ chức ghi số, ngày ký, cơ quan ký văn bản.',
  '(4) Cá nhân ghi nơi đăng ký thường trú; cộng đồng dân cư ghi nơi sinh hoạt chung; tổ chức ghi trụ sở chính.',
  '(5) Ghi số nhà, đường, điểm dân cư hoặc tên khu vực, xứ đồng; tên xã, tỉnh nơi có thửa đất.',
  '(6) Ghi bằng số, làm tròn đến một chữ số thập phân.',
  '(7) Ghi mục đích đang sử dụng chính; từ thời điểm ghi ngày, tháng, năm.',
  '(8) Ghi “đến ngày .../.../...” hoặc “Lâu dài” hoặc “-/-” nếu không xác định được.',
  '(9) Ghi được giao, thuê, nhận chuyển quyền hoặc nguồn gốc khác.',
  '(10) Ghi theo văn bản xác lập quyền.',
  '(11) Ghi nhà ở riêng lẻ, căn hộ chung cư, văn phòng, nhà xưởng...',
  '(12) Ghi diện tích mặt bằng chiếm đất theo mép ngoài tường bao; căn hộ thì ghi diện tích sàn.',
  '(13) Ghi tổng diện tích sàn các tầng; nhà một tầng thì không ghi.',
  '(14) Phần thuộc quyền sở hữu của nhiều người và phần của một người.',
  '(15) Ghi tự đầu tư xây dựng, mua, được tặng cho...',
  '(16) Chủ sở hữu tự xác định và chịu trách nhiệm.',
  '(17) Ghi “đến ngày .../.../...” hoặc “-/-” nếu không xác định được.',
  '(18) Đánh dấu nếu thuộc trường hợp phải xin phép xây dựng mà không có giấy xác nhận của cơ quan có thẩm quyền.',
  '(19) Tổ chức nộp kèm báo cáo rà soát hiện trạng sử dụng đất theo Mẫu số 15d hoặc 15đ.',
]

/** Đơn đăng ký đất đai, tài sản gắn liền với đất: Mẫu số 15 of Decree 151/2025/NĐ-CP. */
export const makeLandForm = (): Promise<Uint8Array> => pack('Đơn đăng ký đất đai, tài sản gắn liền với đất', [
  centred('Mẫu số 15. Đơn đăng ký đất đai, tài sản gắn liền với đất', true),
  ...nationalHeading(),
  title('ĐƠN ĐĂNG KÝ ĐẤT ĐAI, TÀI SẢN GẮN LIỀN VỚI ĐẤT'),
  line('Kính gửi: ', DOTS, ' (1)'),
  ...user(), ...plot(), ...house(), ...request(),
  text('Tôi/chúng tôi xin cam đoan nội dung kê khai trên đơn là đúng sự thật, nếu sai tôi/chúng tôi hoàn toàn chịu trách nhiệm trước pháp luật.'),
  halves([], [centred('…, ngày .... tháng .... năm ......'), centred('Người sử dụng đất/Người kê khai', true), centred('(Ký, ghi rõ họ tên hoặc đóng dấu (nếu có))'), centred(''), centred('')]),
  ...notes(NOTES),
])

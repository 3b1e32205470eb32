// What a mistyped command line is told, in Vietnamese.

export const misuseVi = {
  unknownCommand: (name: string) => `Không có lệnh “${name}”.`,
  unknownOption: (name: string) => `Không có tùy chọn “${name}”.`,
  missingArgument: (name: string) => `Thiếu tham số “${name}”.`,
  missingValue: (name: string) => `Tùy chọn “${name}” cần một giá trị.`,
  missingOption: (name: string) => `Thiếu tùy chọn “${name}”.`,
  tooMany: () => "Thừa tham số.",
  notAmong: (name: string, given: string, values: string) =>
    `“${given}” không dùng được cho ${name}; chọn một trong: ${values}.`,
  other: (detail: string) => detail,
  seeHelp: (command: string) => `Xem hướng dẫn: ${command} --help`,
  bothOptions: (a: string, b: string) => `Chỉ dùng một trong hai: ${a} hoặc ${b}.`,
  annexOption: (name: string) => `${name} chỉ dùng khi nhập bảng phụ lục .xlsx, .docx.`,
  dataOption: (name: string) => `${name} chỉ dùng khi nhập tệp kết xuất, không dùng với bảng phụ lục.`,
  tablesNotTaken: (path: string, why: string) => `${path}: ${why}`,
  noAnnex: (path: string) =>
    `${path}: không có bảng nào mà tiêu đề nêu cột nhiệm vụ (nội dung công việc) và ít nhất một cột khác, như cơ quan chủ trì, thời hạn.`,
  notADuty: (given: string) => `“${given}” không phải nhiệm vụ báo cáo số liệu của một kỳ.`,
  outOrRead: () => "Nêu một trong hai: --out để xuất biểu, hoặc --read để đọc biểu đã điền.",
  badTableFile: (path: string) => `${path}: chỉ ghi được .xlsx hoặc .docx.`,
  badNumber: (name: string, given: string) => `${name}: “${given}” không phải số nguyên hợp lệ.`,
  badDate: (given: string) => `“${given}” không phải ngày có thật; viết dd/MM/yyyy hoặc yyyy-MM-dd.`,
  untilTooEarly: (from: string) => `Ngày kết thúc phải từ ngày ${from} trở đi.`,
  badInstant: (given: string) =>
    `“${given}” không phải thời điểm; viết dd/MM/yyyy hoặc dd/MM/yyyy HH:mm (giờ Việt Nam).`,
  badHour: (given: string) => `“${given}” không phải giờ; viết HH:mm.`,
  badFigure: (given: string) =>
    `“${given}” chưa đúng; viết “nội dung|đơn vị tính|loại”, loại là count, amount, number, yes_no hoặc date.`,
  badSameAs: (given: string) => `“${given}” chưa đúng; viết “mã kế hoạch/mã nhiệm vụ”.`,
  badDocument: (given: string) => `“${given}” chưa đủ; viết “số hiệu,ngày”, ví dụ “15/BC-CAT,20/07/2017”.`,
  badProduct: (given: string) => `“${given}” chưa đủ; viết “mã=số hiệu,ngày”.`,
  badActor: (given: string) =>
    `“${given}” chưa đúng; viết “cơ quan:vai:họ tên”, ví dụ “cong-an-tinh:head:Nguyễn Văn A”.`,
  badRole: (given: string, values: string) => `Không có vai “${given}”; chọn trong: ${values}.`,
  badCapacity: (given: string) => `Không có thẩm quyền ký “${given}”; chọn trong: TM., KT., TL., TUQ., Q.`,
  actorNeeded: () => "Cần biết ai thao tác: thêm --as “cơ quan:vai:họ tên” hoặc đặt KEHOACH_AS.",
  unknownPlan: (given: string) => `Không tìm thấy kế hoạch “${given}”.`,
  noPlans: () => "Chưa có kế hoạch nào được ban hành ở đây.",
  unknownAssignment: (given: string) => `Không tìm thấy nhiệm vụ được giao “${given}” trong kế hoạch này.`,
  ambiguousAssignment: (given: string, candidates: string) =>
    `“${given}” ứng với nhiều nhiệm vụ được giao; hãy nêu rõ một trong:\n${candidates}`,
  unknownLifecycle: (given: string, values: string) => `Không có quy trình “${given}”; có: ${values}.`,
  exportNeedsPlan: () => "Dùng --export thì phải nêu kế hoạch.",
  unknownSheet: (given: string, choices: string) => `Không có biểu “${given}”; chọn một trong: ${choices}.`,
  asOfOfAgencies: () =>
    "--as-of chỉ dùng cho biểu agencies: nguyên nhân và đề xuất chỉ có ở thời điểm hiện tại.",
  badAnchor: (path: string, line: string) =>
    `${path}, dòng ${line}: không phải điểm neo do kehoach anchors ghi.`,
  fileExists: (path: string) => `Tệp ${path} đã có; hãy chọn tên khác.`,
  fileMissing: (path: string) => `Không có tệp ${path}.`,
  fileNotRegular: (path: string) => `${path} không phải là tệp thường.`,
  fileTooBig: (path: string, limit: string) => `${path} lớn quá ${limit}.`,
  fileNotText: (path: string) => `${path} không phải văn bản UTF-8.`,
  noSuchFile: (digest: string) =>
    `Không có tệp đính kèm ${digest}, tệp đã được xóa, hoặc bạn không được xem. Hãy nêu người xem bằng --as.`,
  badDigest: (given: string) =>
    `“${given}” không phải mã của nội dung hay tệp; xem mã trong kehoach history --json.`,
  fileUnreadable: (path: string) => `Không đọc được ${path}.`,
  fileUnwritable: (path: string) => `Không ghi được ${path}.`,
  holderSilent: (pid: string) =>
    `Tiến trình ${pid} đang giữ thư mục dữ liệu này và không nhận lệnh. Hãy đợi nó xong hoặc dừng nó rồi chạy lại.`,
  serverUnreachable: (address: string) =>
    `Máy chủ ở ${address} đang giữ thư mục dữ liệu này nhưng không trả lời.`,
  serverLacksRoute: (command: string, address: string) =>
    `Máy chủ ở ${address} đang giữ thư mục dữ liệu này và không nhận lệnh “${command}”. Hãy dừng máy chủ rồi chạy lại.`,
  serverTakesNobody: (address: string) =>
    `Máy chủ ở ${address} không nhận danh tính từ dòng lệnh. Hãy thao tác trên trang của máy chủ, hoặc dừng máy chủ rồi chạy lại.`,
  noSuchIdentity: (given: string, choices: string) =>
    `Bản trình diễn không có vai “${given}”. Các vai có thể chọn:\n${choices}`,
  badPort: (given: string) => `“${given}” không phải cổng; chọn số từ 0 đến 65535.`,
  coverageOfFile: () => "Xem mức thể hiện văn bản gốc cần tệp kế hoạch.",
  noData: (place: string) =>
    `Chưa có dữ liệu ở ${place}. Hãy ban hành một kế hoạch (kehoach issue) hoặc nêu thư mục bằng --data.`,
  unknownReport: (id: string) => `Không có báo cáo đã chốt “${id}”, hoặc bạn không được xem.`,
};

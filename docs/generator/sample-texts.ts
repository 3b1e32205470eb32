// A small plan without faults and the register documents it is read against, from which faulty samples are made.

export const basePlan = `kehoach: 1
loại: kế hoạch
mã: vi-du
nội dung: Kế hoạch ví dụ
cơ quan ban hành: ubnd-tinh
ngày ban hành: 15/01/2026
thời gian thực hiện: 2026
tổ chức bộ máy: to-chuc
lịch: lich
mục tiêu:
  - { mã: phuc-vu, nội dung: Người dân nhận giấy tờ đúng hẹn }
nhiệm vụ:
  - mã: quy-che
    nội dung: Ban hành quy chế
    thuộc mục tiêu: phuc-vu
    chủ trì: so-noi-vu
    sản phẩm: Quyết định
    thời hạn: 31/3/2026
  - mã: bao-cao
    nội dung: Báo cáo kết quả
    chủ trì: so-tai-chinh
    sau: quy-che
    thời hạn: 30/6/2026
chỉ tiêu:
  - mã: dung-hen
    nội dung: Hồ sơ đúng hẹn
    dạng: tỷ lệ
    cơ quan chịu trách nhiệm: so-noi-vu
    số liệu: { dung_hen: Hồ sơ đúng hẹn, tong: Tổng số hồ sơ }
    tử số: dung_hen
    mẫu số: tong
    mức: ít nhất 98%
`;

export const baseOrganisation = `kehoach: 1
loại: tổ chức bộ máy
mã: to-chuc
nội dung: Bộ máy ví dụ
từ: 01/01/2025
các nhóm:
  - { mã: cap-xa, tên: Các phường }
  - { mã: cap-huyen, tên: Các huyện }
các cơ quan:
  - { mã: ubnd-tinh, tên: UBND tỉnh, loại: ủy ban nhân dân }
  - { mã: so-noi-vu, tên: Sở Nội vụ, loại: sở ban ngành }
  - { mã: so-tai-chinh, tên: Sở Tài chính, loại: sở ban ngành }
  - { mã: so-ldtbxh, tên: Sở LĐTBXH, loại: sở ban ngành, đến: 28/02/2025 }
  - { mã: phuong-mot, tên: Phường Một, loại: cấp xã, các nhóm: cap-xa }
`;

export const baseCalendar = `kehoach: 1
loại: lịch
mã: lich
nội dung: Lịch ví dụ
từ: 01/01/2026
phạm vi: { từ: 01/01/2026, đến: 31/12/2026 }
ngày lễ:
  - { ngày: 01/01/2026, tên: Tết Dương lịch }
`;

export const baseAuthorities = `kehoach: 1
loại: ủy quyền
mã: uy-quyen
nội dung: Ủy quyền ví dụ
từ: 01/01/2026
những người:
  - { mã: giam-doc, tên: Giám đốc Sở, cơ quan: so-noi-vu, chức danh: lãnh đạo }
  - { mã: pho-giam-doc, tên: Phó Giám đốc Sở, cơ quan: so-noi-vu, chức danh: chuyên viên }
các ủy quyền:
  - mã: nghi-phep
    người thay: pho-giam-doc
    thay cho: giam-doc
    văn bản: { số hiệu: 05/GUQ-SNV, ngày: 02/03/2026 }
    từ: 05/03/2026
    đến: 13/03/2026
`;

export const baseRegime = `kehoach: 1
loại: chế độ báo cáo
mã: che-do
nội dung: Chế độ ví dụ
từ: 01/01/2026
các kỳ:
  - { mã: thang, mỗi: tháng }
`;

// Small documents for tests: a plan in Vietnamese keys and the register documents it names.

/** Reads cleanly: no problem and no question. */
export const samplePlan = `kehoach: 1
loại: kế hoạch
mã: mau-2017
số hiệu: 07/KH-UBND
nội dung: Kế hoạch mẫu
cơ quan ban hành: tinh
ngày ban hành: 16/01/2017
người ký: { tên: Nguyễn Văn A, chức vụ: Phó Chủ tịch, thẩm quyền ký: KT. }
căn cứ: [Luật mẫu, Nghị quyết mẫu]
thời gian thực hiện: 2017
cấp trên: { nội dung: Chương trình mẫu, số hiệu: 1/QĐ-TTg, ngày: 04/01/2016 }
văn phòng theo dõi: { cơ quan: van-phong, đơn vị: Phòng Nội chính }
thường trực: [cong-an]
theo dõi: [van-phong]
tổ chức bộ máy: tinh-2017
lịch: lich-2017
chế độ báo cáo: bao-cao
quy ước:
  lùi sang ngày làm việc: có
đoạn văn bản:
  - { mã: S01, vị trí: I.1, ý chính: mở đầu }
  - { mã: S02, vị trí: I.2 }
mục tiêu:
  - { mã: chung, nội dung: Mục tiêu chung, nguồn: S01 }
  - { mã: rieng, nội dung: Mục tiêu riêng, cấp trên: chung, nguồn: S01 }
chỉ tiêu:
  - mã: ty-le
    nội dung: Vụ việc được xử lý
    dạng: tỷ lệ
    thuộc mục tiêu: rieng
    cơ quan chịu trách nhiệm: cong-an
    số liệu: { xu_ly: Đã xử lý, tiep_nhan: Đã tiếp nhận }
    tử số: xu_ly
    mẫu số: tiep_nhan
    mức: trên 95 %
    nguồn: [S02]
  - mã: tang
    nội dung: Tỷ lệ khởi tố tăng
    dạng: tăng giảm
    chiều: tăng
    cơ quan chịu trách nhiệm: cong-an
    số liệu: { khoi_to: Đã khởi tố, tiep_nhan: Đã tiếp nhận }
    công thức: khoi_to / tiep_nhan
    mức: 2 %
    cách tính thay đổi: điểm phần trăm
    so với: năm trước
  - mã: ca-hai
    nội dung: Đạt cả hai
    dạng: tổ hợp
    gồm các chỉ tiêu: [ty-le, tang]
nhiệm vụ:
  - mã: soan
    nội dung: Soạn chiến lược
    thuộc mục tiêu: rieng
    chủ trì: cong-an
    phối hợp:
      - so-y-te
      - { nhóm: huyen, trách nhiệm: để biết }
    sản phẩm: Dự thảo
    thời hạn: 30/6/2017
    nguồn: S02
  - mã: chay
    nội dung: Thực hiện chiến lược
    chủ trì: { từng cơ quan: [huyen, so-y-te], trừ: huyen-b }
    sau: soan
    thời hạn: quý III
  - mã: bao-cao-thang
    nội dung: Báo cáo
    hình thức: định kỳ
    chủ trì: so-y-te
    thời hạn: { mỗi: tháng, chế độ báo cáo: bao-cao }
  - mã: cao-diem
    nội dung: Đợt cao điểm
    hình thức: theo đợt
    chủ trì: cong-an
    các đợt: [{ mã: dot-1, từ: 01/03/2017, đến: 31/03/2017 }]
  - mã: dot-xuat
    nội dung: Xử lý đột xuất
    hình thức: khi phát sinh
    chủ trì: cong-an
    thời hạn: trong 5 ngày làm việc
    quy trình: nhanh
các quy trình:
  nhanh:
    nhãn: Quy trình nhanh
    trạng thái đầu: mo
    trạng thái:
      mo: { nhãn: Mở, nhóm trạng thái: chờ làm }
      xong: { nhãn: Xong, nhóm trạng thái: xong }
    lệnh:
      lam_xong:
        nhãn: Làm xong
        từ: mo
        đến: xong
        ai: [lãnh đạo, văn thư]
        ghi thời điểm hoàn thành: có
`;

export const sampleOrganisation = `kehoach: 1
loại: tổ chức bộ máy
mã: tinh-2017
nội dung: Bộ máy mẫu
từ: 01/01/2016
các nhóm:
  - { mã: huyen, tên: Các huyện }
  - { mã: trong, tên: Nhóm trống }
các cơ quan:
  - { mã: tinh, tên: UBND tỉnh, loại: ủy ban nhân dân }
  - { mã: van-phong, tên: Văn phòng, loại: ủy ban nhân dân, cấp trên: tinh }
  - { mã: cong-an, tên: Công an tỉnh, viết tắt: CA, loại: sở ban ngành, cấp trên: tinh, các mã: [{ mã hiệu: A1, đến: 31/12/2016 }, { mã hiệu: A2, từ: 01/01/2017 }] }
  - { mã: so-y-te, tên: Sở Y tế, loại: sở ban ngành, cấp trên: tinh }
  - { mã: so-cu, tên: Sở cũ, loại: sở ban ngành, đến: 31/12/2016 }
  - { mã: huyen-a, tên: Huyện A, loại: cấp huyện, các nhóm: huyen }
  - { mã: huyen-b, tên: Huyện B, loại: cấp huyện, các nhóm: [huyen] }
  - { mã: toa-an, tên: Tòa án, loại: tư pháp, quan hệ: đề nghị }
`;

export const sampleCalendar = `kehoach: 1
loại: lịch
mã: lich-2017
nội dung: Lịch mẫu
từ: 01/01/2017
ngày nghỉ hằng tuần: [thứ bảy, chủ nhật]
phạm vi: { từ: 01/01/2017, đến: 31/12/2017 }
ngày lễ:
  - { ngày: 02/01/2017, tên: Nghỉ bù }
  - { từ: 26/01/2017, đến: 01/02/2017, tên: Tết }
hoán đổi:
  - { nghỉ: 24/04/2017, làm bù: 22/04/2017 }
`;

export const sampleRegime = `kehoach: 1
kind: regime
id: bao-cao
title: Monthly reports
from: 2016-01-01
periods:
  - id: month
    every: month
    start_day: 15
    start_months_back: 1
    end_day: 14
    submission: { offset: 2, unit: working_days, hour: "16:00" }
`;

export const sampleAuthorities = `kehoach: 1
loại: ủy quyền
mã: uy-quyen
nội dung: Ủy quyền của Công an
từ: 01/01/2017
những người:
  - { mã: giam-doc, tên: Giám đốc, cơ quan: cong-an, chức danh: lãnh đạo, từ: 01/01/2016, đến: 30/06/2017 }
  - { mã: giam-doc, tên: Giám đốc, cơ quan: huyen, chức danh: [lãnh đạo, chuyên viên], từ: 01/07/2017 }
  - { mã: pho-giam-doc, tên: Phó Giám đốc, cơ quan: cong-an, chức danh: chuyên viên }
các ủy quyền:
  - mã: nghi-phep
    người thay: pho-giam-doc
    thay cho: giam-doc
    cơ quan: cong-an
    chức danh: lãnh đạo
    văn bản: { số hiệu: 05/GUQ-CAT, ngày: 01/02/2017 }
    từ: 01/02/2017
    đến: 28/02/2017
`;

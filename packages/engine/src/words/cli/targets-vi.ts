// The command line's words about figures and targets, in Vietnamese.

export const targetsVi = {
  report: {
    summary: "báo cáo một số liệu của một kỳ, ước thực hiện hoặc chính thức",
    input: "mã số liệu",
    period: "kỳ, ví dụ 2017-07, 2017-Q3, 2017",
    value: "giá trị: số, 1 hoặc 0 cho có hoặc không, hoặc ngày dạng năm-tháng-ngày",
    nothing: "cơ quan không có số liệu để báo cáo; cần lý do",
    estimate: "là ước thực hiện; nếu không nêu: số chính thức",
    confirmed: "giá trị thay đổi nhiều so với kỳ trước nhưng đã kiểm tra là đúng",
    agency: "cơ quan có số liệu; nếu không nêu: cơ quan của người thao tác",
    valueMissing: "Cần --value hoặc --nothing, một trong hai.",
    done: (input: string, period: string, value: string) => `Đã ghi nhận ${input}, kỳ ${period}: ${value}`,
    noFigure: "không có số liệu",
  },
  targets: {
    summary: "các chỉ tiêu của một kế hoạch: kết quả, kết luận và số liệu còn thiếu",
    one: "một chỉ tiêu với số liệu theo cơ quan và kỳ",
    target: "mã chỉ tiêu",
    asOf: "như đã ghi nhận đến hết ngày này; số liệu nhập sau không tính",
    at: (date: string) => `Chỉ tiêu đến ngày ${date}`,
    unknown: (id: string) => `Kế hoạch này không có chỉ tiêu “${id}”.`,
    provisional: (verdict: string) => `${verdict} (tạm tính)`,
    statuses: { estimate: "ước thực hiện", official: "chính thức" },
    missing: (count: string) => `Chưa báo cáo: ${count}`,
    more: (count: string) => `… và ${count} số liệu nữa`,
    readings: ["KỲ", "CƠ QUAN", "SỐ LIỆU", "GIÁ TRỊ", "LOẠI"],
    nothing: "không có số liệu",
    none: "Kế hoạch này không có chỉ tiêu.",
  },
};

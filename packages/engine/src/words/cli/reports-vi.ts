// The command line's words about reports of a period, in Vietnamese.

export const reportsVi = {
  periodReport: {
    summary:
      "báo cáo một kỳ theo số liệu hiện thời; --issue để chốt, --check để đối chiếu số liệu của cơ quan mình",
    period: "kỳ: 2017-07, 2017-Q3, 2017-H1, 2017-9M, 2017 hoặc 2017-W05",
    agency: "báo cáo của một cơ quan; không nêu kế hoạch và cơ quan là của cả tỉnh",
    regime: "mã chế độ báo cáo trong sổ đăng ký, hoặc calendar (kỳ theo lịch); mặc định theo kế hoạch",
    out: "thư mục ghi báo cáo ra .docx, .xlsx và .json; tệp đã có thì không ghi đè",
    issue: "chốt báo cáo: số liệu không đổi nữa, có dòng ghi nhận",
    check: "agree (thống nhất) hoặc differ (ý kiến khác, kèm --reason)",
    issued: (period: string, number: string, id: string) =>
      `Đã chốt báo cáo kỳ ${period}, lần ${number} (${id})`,
    checked: "Đã ghi nhận ý kiến đối chiếu.",
  },
  reports: {
    summary: "các báo cáo đã chốt; nêu mã để xem một báo cáo, thêm --out để ghi ra tệp",
    report: "mã báo cáo đã chốt",
    line: (number: string, day: string) => `chốt lần ${number}, ngày ${day}`,
    superseded: (number: string) => `đã có lần ${number}`,
    none: "Chưa có báo cáo nào được chốt.",
  },
};

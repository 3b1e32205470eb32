// Words that ask for persons where figures belong: names, papers, addresses, lists of people.

/** How Vietnamese and English texts ask for a person's particulars. "Số CCCD" is one; "số CCCD đã cấp" counts cards. */
const particulars: readonly RegExp[] = [
  /\bhọ(?: và)? tên\b/u,
  /\bdanh sách (?:các )?(?:nạn nhân|người|đối tượng|hộ|trẻ|học sinh|bệnh nhân|bị can|bị cáo|cá nhân)\b/u,
  /\b(?:số )?(?:cccd|cmnd|cmt|căn cước(?: công dân)?|chứng minh nhân dân|hộ chiếu|định danh cá nhân) (?:của|từng|mỗi)\b/u,
  /^(?:số )?(?:cccd|cmnd|cmt|căn cước(?: công dân)?|chứng minh nhân dân|hộ chiếu|định danh cá nhân)$/u,
  /\bngày(?:,? tháng,? năm)? sinh\b(?! hoạt)/u,
  /\b(?:địa chỉ|nơi ở|nơi cư trú|số điện thoại|số tài khoản|thư điện tử) (?:của|từng|mỗi|liên hệ|nạn nhân|người|cá nhân)\b/u,
  /^(?:địa chỉ|số điện thoại|điện thoại|nơi ở|nơi cư trú|số tài khoản)$/u,
  /\b(?:full|first|last|family) names?\b/u,
  /\b(?:date|dates) of birth\b/u,
  /\blists? of (?:victims|persons|people|suspects|households|patients|pupils)\b/u,
  /\b(?:id|identity|passport) numbers? of\b/u,
  /\b(?:home address|home addresses|phone numbers?)\b/u,
];

/** The words that ask for a person; null: none do. A hint only: what is really reported nobody can see from a title. */
export function namesPersons(text: string): string | null {
  const plain = text.toLowerCase().trim();
  for (const pattern of particulars) {
    const found = pattern.exec(plain);
    if (found !== null) return found[0];
  }
  return null;
}

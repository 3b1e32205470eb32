// Words that ask for persons where figures belong: names, papers, addresses, lists of people.

const papers =
  "(?:số )?(?:cccd|cmnd|cmt|căn cước(?: công dân)?|chứng minh nhân dân|hộ chiếu|định danh cá nhân)";
const reach = "(?:địa chỉ|nơi ở|nơi cư trú|số điện thoại|điện thoại|số tài khoản|thư điện tử)";
const people = "(?:nạn nhân|người|đối tượng|hộ|trẻ|học sinh|bệnh nhân|bị can|bị cáo|cá nhân|công dân|cán bộ)";

/** How titles ask for a person's particulars. "Số CCCD" is one; "số CCCD đã cấp" counts cards. */
const particulars: readonly RegExp[] = [
  "họ(?:,| và)? tên",
  `danh sách (?:các |những )?${people}`,
  `${papers} (?:của|từng|mỗi)`,
  `(?:ngày|năm)(?:, tháng, năm|/tháng/năm| tháng năm)? sinh(?! hoạt)`,
  `${reach} (?:(?:của|từng|mỗi|liên hệ)|${people})`,
  "(?:full|first|last|family) names?",
  "dates? of birth",
  "lists? of (?:victims|persons|people|suspects|households|patients|pupils|children)",
  "(?:id|identity|passport|phone) numbers? of",
  "home address(?:es)?",
].map((source) => new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, "u"));

/** Nothing else said, these are one person's. */
const alone = new RegExp(`^(?:${papers}|${reach}|phone numbers?|address(?:es)?)$`, "u");

/** The words that ask for a person; null: none do. A hint only: what is really reported nobody can see from a title. */
export function namesPersons(text: string): string | null {
  const plain = text.toLowerCase().trim();
  for (const pattern of [...particulars, alone]) {
    const found = pattern.exec(plain);
    if (found !== null) return found[0];
  }
  return null;
}

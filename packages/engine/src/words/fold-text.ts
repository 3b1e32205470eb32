// Text without accents and case, for finding "phong chong" in "Phòng, chống".

/** Lower-case ASCII-like form: marks stripped, đ as d. */
export function foldText(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/[đĐ]/g, "d").toLowerCase();
}

// Which files are taken: by their content, whatever their names promise.

import { expect, it } from "vitest";
import { contentTypes, jpeg, office, pdf, png, zip } from "../../../testing/sample-files.ts";
import { checkFile } from "./check-file.ts";

const mebibyte = 1024 * 1024;
const outcome = (name: string, bytes: Uint8Array, limit = mebibyte): string => {
  const checked = checkFile(name, bytes, limit);
  return "code" in checked ? checked.code : checked.type;
};
const text = (body: string): Buffer => Buffer.from(body, "utf8");

it.each([
  ["bao-cao.pdf", pdf(), "pdf"],
  ["Báo cáo kết quả.PDF", pdf(), "pdf"],
  ["a.docx", office("docx"), "docx"],
  ["b.xlsx", office("xlsx"), "xlsx"],
  ["c.png", png(), "png"],
  ["d.jpg", jpeg(), "jpeg"],
  ["d.jpeg", jpeg(), "jpeg"],
] as const)("takes %s", (name, bytes, type) => {
  expect(outcome(name, bytes)).toBe(type);
});

it("tells the content by its digest, and names by their composed letters", () => {
  expect(checkFile("  Sở Y tế.pdf ".normalize("NFD"), pdf(), mebibyte)).toEqual({
    name: "Sở Y tế.pdf",
    type: "pdf",
    size: pdf().length,
    content: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

it.each([
  ["a page named .pdf", "a.pdf", text("<html><script>alert(1)</script></html>")],
  ["a page with a pdf's mark further on", "a.pdf", text("<html>%PDF-1.7 %%EOF</html>")],
  ["a pdf that was cut off", "a.pdf", pdf().subarray(0, 20)],
  ["a program", "a.pdf", text("MZ\u0090 This program cannot be run")],
  ["a picture named .pdf", "a.pdf", png()],
  ["a pdf named .png", "a.png", pdf()],
  ["a drawing with a script", "a.png", text("<svg onload='x()'/>")],
  ["a workbook named .docx", "a.docx", office("xlsx")],
  ["an archive without content types", "a.docx", zip([{ name: "word/document.xml", body: "<w/>" }])],
  ["an archive cut off", "a.docx", office("docx").subarray(0, 200)],
  ["an archive behind something else", "a.docx", zip([contentTypes("docx")], { before: "#!/bin/sh\n" })],
  ["an archive before something else", "a.docx", zip([contentTypes("docx")], { after: "<script>" })],
  [
    "a document with macros",
    "a.docx",
    zip([contentTypes("docx"), { name: "word/vbaProject.bin", body: "x" }]),
  ],
  [
    "a document that declares macros",
    "a.docx",
    zip([
      contentTypes(
        "docx",
        '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
      ),
    ]),
  ],
  ["two lists of content types", "a.docx", zip([contentTypes("docx"), contentTypes("docx")])],
  [
    "content types that expand",
    "a.docx",
    zip([{ ...contentTypes("docx"), body: `<!DOCTYPE x [<!ENTITY a "b">]>${contentTypes("docx").body}` }]),
  ],
  ["an encrypted archive", "a.docx", zip([{ ...contentTypes("docx"), encrypted: true }])],
  ["a part that climbs out", "a.docx", zip([contentTypes("docx"), { name: "../../etc/passwd", body: "x" }])],
  ["a part with a root", "a.docx", zip([contentTypes("docx"), { name: "/etc/passwd", body: "x" }])],
  ["a part on a drive", "a.docx", zip([contentTypes("docx"), { name: "C:\\x", body: "x" }])],
] as const)("refuses %s", (_what, name, bytes) => {
  expect(outcome(name, bytes)).toBe("file_content_differs");
});

it.each([
  [
    "claims to unpack to gigabytes",
    [contentTypes("docx"), { name: "a", body: "x", unpacked: 4_000_000_000 }],
  ],
  [
    "has parts that share their bytes",
    [
      contentTypes("docx"),
      ...Array.from({ length: 500 }, (_, n) => ({ name: `p${n}`, body: "x", overlaps: true })),
    ],
  ],
  [
    "has more parts than any document",
    [contentTypes("docx"), ...Array.from({ length: 6_000 }, (_, n) => ({ name: `p${n}`, body: "" }))],
  ],
  ["lists content types without end", [{ ...contentTypes("docx"), body: " ".repeat(8 * mebibyte) }]],
] as const)("refuses a bomb that %s, without unpacking it", (_what, parts) => {
  const bomb = zip(parts);
  const before = process.memoryUsage().arrayBuffers;
  expect(outcome("a.docx", bomb)).toBe("file_content_differs");
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * mebibyte);
});

it("takes nothing for a directory record, whatever the bytes", () => {
  const whole = office("docx");
  for (let at = 0; at < whole.length; at += 1) {
    const broken = Buffer.from(whole);
    broken[at] = (broken[at] ?? 0) ^ 0xff;
    expect(["docx", "xlsx", "file_content_differs"]).toContain(outcome("a.docx", broken));
    expect(outcome("a.docx", whole.subarray(0, at))).toMatch(/^file_/);
  }
});

it.each([
  "../../etc/passwd.pdf",
  "a/b.pdf",
  "C:\\Users\\x.pdf",
  ".pdf",
  ".hidden.pdf",
  "bao\u0000cao.pdf",
  "bao\ncao.pdf",
  "fdp.\u202eexe.pdf",
  "bao\u200bcao.pdf",
  `${"x".repeat(250)}.pdf`,
  "\ud800.pdf",
])("refuses the name %j", (name) => {
  expect(outcome(name, pdf())).toBe("file_name_invalid");
});

it.each([
  "a",
  "a.",
  "a.exe",
  "a.pdf.exe",
  "a.html",
  "a.svg",
  "a.docm",
  "a.zip",
  "a.pdf\u00a0x",
  "__proto__.constructor",
])("takes no file named %j", (name) => {
  expect(outcome(name, pdf())).toBe("file_type_not_taken");
});

it("holds the limit to the byte, and wants something in a file", () => {
  expect(outcome("a.pdf", pdf(), pdf().length)).toBe("pdf");
  expect(outcome("a.pdf", pdf(), pdf().length - 1)).toBe("file_too_large");
  expect(outcome("a.pdf", new Uint8Array())).toBe("file_required");
});

// Holds `kehoach assign` as a process of its own: a task given by a letter, and what is said when it is not.

import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { type Ended, workplace } from "../testing/spawn-cli.ts";

const plan42 = fileURLToPath(new URL("../../../plans/kh-42-2017.yaml", import.meta.url));
const place = workplace();
afterAll(() => place[Symbol.dispose]());

const issuer = "ubnd-tinh:vice_chair:Trần Văn Minh";
const answerOf = ({ out }: Ended) => JSON.parse(out);

const letter = (lead: string) => [
  "assign",
  "Báo cáo kết quả rà soát điểm nóng",
  "--lead",
  lead,
  "--document",
  "115/UBND-NC,20/03/2017",
  "--decided-by",
  "Trần Văn Minh,Phó Chủ tịch,KT.",
  "--due",
  "31/03/2017",
  "--as",
  issuer,
];

it("gives a task by a letter, once per request", { timeout: 240_000 }, async () => {
  expect((await place.run(["issue", plan42, "--as", issuer, "--json"])).code).toBe(0);
  const given = await place.run([...letter("cong-an-tinh"), "--request", "letter-115", "--json"]);
  expect(given.error).toBe("");
  expect(answerOf(given)).toMatchObject({ assigned: true, assignments: 1, problems: [] });
  const again = await place.run([...letter("cong-an-tinh"), "--request", "letter-115", "--json"]);
  expect(answerOf(again).planId).toBe(answerOf(given).planId);

  const listed = await place.run(["list", "--plan", answerOf(given).documentId, "--as", issuer, "--json"]);
  expect(answerOf(listed).items).toMatchObject([{ dueOn: "2017-03-31", agency: { id: "cong-an-tinh" } }]);

  const history = await place.run(["history", answerOf(given).documentId, "--as", issuer, "--json"]);
  expect(answerOf(history).items).toMatchObject([{ source: "cli" }, { source: "cli" }]);

  const flash = await place.run([
    ...letter("so-ban-nganh"),
    ...["--except", "cong-an-tinh", "--figure", "Số vụ|vụ", "Kinh phí|triệu đồng|amount", "--json"],
  ]);
  expect(flash.error).toBe("");
  expect(answerOf(flash).assignments).toBeGreaterThan(10);

  const nobody = await place.run(letter("cong-an-tin"));
  expect(nobody.code).toBe(1);
  expect(nobody.out).toContain("cong-an-tinh");
  const half = await place.run([...letter("cong-an-tinh"), "--same-as", "kh-42-2017"]);
  expect(half.code).toBe(2);
});

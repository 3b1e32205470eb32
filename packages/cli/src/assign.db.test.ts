// Holds `kehoach assign` as a process of its own: a task given by a letter, and what is said when it is not.

import { userInfo } from "node:os";
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

it("adds an authority to the register, lists it, and acts by it", { timeout: 240_000 }, async () => {
  const { username } = userInfo();
  place.write(
    "authority.yaml",
    `kehoach: 1
kind: authorities
id: leave
title: Ủy quyền
from: 2017-01-01
people:
  - { id: director, name: Giám đốc Công an, agency: cong-an-tinh, roles: head }
  - { id: "${username}", name: Phó Giám đốc, agency: cong-an-tinh, roles: officer }
authorities:
  - id: leave
    substitute: "${username}"
    stands_for: director
    document: { number: 05/GUQ-CAT, date: 2017-01-03 }
    from: 2017-01-01
    to: 2099-12-31
`,
  );
  const officer = "cong-an-tinh:officer:Phó Giám đốc";
  expect((await place.run(["register", "authority.yaml", "--as", officer])).code).toBe(1);
  const registered = await place.run(["register", "authority.yaml", "--as", issuer, "--json"]);
  expect(answerOf(registered)).toMatchObject({ registered: true, documents: [{ kind: "authorities" }] });
  const listed = await place.run(["authorities", "--as", officer, "--json"]);
  expect(answerOf(listed).authorities).toMatchObject([{ authority: "leave", name: "Giám đốc Công an" }]);

  const given = await place.run([...letter("cong-an-tinh"), "--request", "letter-116", "--json"]);
  const list = await place.run(["list", "--plan", answerOf(given).documentId, "--as", issuer, "--json"]);
  const { id } = answerOf(list).items[0];
  const reassign = ["do", answerOf(given).documentId, id, "decline", "--reason", "Không đúng chức năng"];
  const alone = await place.run([...reassign, "--as", officer, "--json"]);
  expect(answerOf(alone)).toMatchObject({ accepted: false, code: "not_your_role" });
  const wrong = await place.run([...reassign, "--as", officer, "--for", "other", "--json"]);
  expect(answerOf(wrong)).toMatchObject({ accepted: false, code: "unknown_authority" });
  const done = await place.run([...reassign, "--as", officer, "--for", "leave", "--json"]);
  expect(answerOf(done)).toMatchObject({ accepted: true });
});

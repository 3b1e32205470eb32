// Files by command line: attached and fetched back from data opened here, and through the server that holds them.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { workplace } from "../testing/spawn-cli.ts";

const plan42 = fileURLToPath(new URL("../../../plans/kh-42-2017.yaml", import.meta.url));
const place = workplace();
afterAll(() => place[Symbol.dispose]());

const pdf = "%PDF-1.7\n% báo cáo\n%%EOF\n";
const officer = ["--as", "cong-an-tinh:officer:Hoa"];
const target = ["kh-42-2017", "tong-ket-chi-dao-diem@cong-an-tinh"];

it("attaches and fetches back with the data opened here, its content in a folder", {
  timeout: 240_000,
}, async () => {
  const environment = { KEHOACH_FILES: "tep" };
  const run = (...parameters: string[]) => place.run([...parameters, "--json"], environment);
  const issued = await run("issue", plan42, "--as", "ubnd-tinh:vice_chair:Trần Văn Minh");
  expect(issued.code).toBe(0);
  place.write("Báo cáo.pdf", pdf);
  place.write("trang.pdf", "<html></html>");

  const product = ["--product", "bao-cao-tong-ket"];
  const attached = await run("attach", ...target, "Báo cáo.pdf", ...product, ...officer);
  expect(attached.error).toBe("");
  const { digest, ...rest } = JSON.parse(attached.out);
  expect(rest).toMatchObject({ accepted: true, repeated: false });
  const [plan = ""] = readdirSync(join(place.directory, "tep"));
  expect(readdirSync(join(place.directory, "tep", plan))).toHaveLength(1);

  const refused = await run("attach", ...target, "trang.pdf", ...officer);
  expect([refused.code, JSON.parse(refused.out).code]).toEqual([1, "file_content_differs"]);
  const secret = ["kh-42-2017", "dieu-tra-co-ban@cong-an-tinh"];
  const elsewhere = await run("attach", ...secret, "Báo cáo.pdf", ...officer);
  expect([elsewhere.code, JSON.parse(elsewhere.out).code]).toEqual([1, "content_elsewhere"]);
  const missing = await run("attach", ...target, "khong-co.pdf", ...officer);
  expect([missing.code, JSON.parse(missing.error).error.code]).toEqual([2, "fileMissing"]);

  const fetched = await run("file", "kh-42-2017", digest, "--output", "ra.pdf", ...officer);
  expect(JSON.parse(fetched.out)).toEqual({
    file: "ra.pdf",
    name: "Báo cáo.pdf",
    size: Buffer.byteLength(pdf),
  });
  expect(readFileSync(join(place.directory, "ra.pdf"), "utf8")).toBe(pdf);
  // Under its own name it would lie over the one that is there.
  const over = await run("file", "kh-42-2017", digest, ...officer);
  expect([over.code, JSON.parse(over.error).error.code]).toEqual([2, "fileExists"]);
  const stranger = await run(
    "file",
    "kh-42-2017",
    digest,
    "--output",
    "la.pdf",
    "--as",
    "kiem-tra:auditor:Lan",
  );
  expect([stranger.code, JSON.parse(stranger.error).error.code]).toEqual([2, "noSuchFile"]);

  const told = await place.run(["history", ...target, ...officer], environment);
  expect(told.error).toBe("");
  expect(told.out).toContain(`tệp Báo cáo.pdf  ${digest}`);
  expect((await run("verify", "kh-42-2017")).code).toBe(0);
  // Opened without its folder the instance lacks the file, and says so.
  const without = await place.run(["verify", "kh-42-2017", "--json"]);
  expect([without.code, JSON.parse(without.out).reports[0].fault.code]).toEqual([1, "missing_file"]);
});

it("attaches and fetches back through the server that holds the data", { timeout: 240_000 }, async () => {
  await using server = place.begin("main.ts", ["serve", "--demo", "--port", "0", "--lang", "en"]);
  await server.seen(/Ready: (\S+)/);
  const run = (...parameters: string[]) => place.run([...parameters, "--demo", "--json"]);
  place.write("demo's báo cáo.pdf", pdf);
  const attached = await run("attach", ...target, "demo's báo cáo.pdf", "--request", "r1", ...officer);
  expect(attached.error).toBe("");
  const { digest } = JSON.parse(attached.out);
  const again = await run("attach", ...target, "demo's báo cáo.pdf", "--request", "r1", ...officer);
  expect(JSON.parse(again.out)).toMatchObject({ repeated: true, digest });
  const fetched = await run("file", "kh-42-2017", digest, "--output", "ra-2.pdf", ...officer);
  expect(JSON.parse(fetched.out)).toMatchObject({ name: "demo's báo cáo.pdf" });
  expect(readFileSync(join(place.directory, "ra-2.pdf"), "utf8")).toBe(pdf);
  const refused = await run("attach", ...target, "trang.pdf", ...officer);
  expect([refused.code, JSON.parse(refused.out).code]).toEqual([1, "file_content_differs"]);
  expect(refused.error).toBe("");
});

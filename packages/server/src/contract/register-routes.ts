// The routes about the register.

import { AuthorityList, RegisterAnswer, RegisterBody } from "./register.ts";
import type { Route } from "./route.ts";

export const registerDocumentRoutes = {
  register: {
    method: "POST",
    path: "/register",
    summary: { vi: "Thêm tài liệu vào sổ đăng ký", en: "Add documents to the register" },
    body: RegisterBody,
    answer: RegisterAnswer,
  },
  authorities: {
    method: "GET",
    path: "/authorities",
    summary: { vi: "Các ủy quyền đang có hiệu lực", en: "Authorities in force" },
    answer: AuthorityList,
  },
} as const satisfies Record<string, Route>;

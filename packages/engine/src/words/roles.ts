// What each role is called, for refusals that say who could.

import type { Catalogue } from "./catalogue.ts";

const vi = {
  head: "lãnh đạo cơ quan được giao",
  clerk: "văn thư cơ quan được giao",
  officer: "chuyên viên cơ quan được giao",
  lead_head: "lãnh đạo cơ quan chủ trì",
  lead_officer: "chuyên viên cơ quan chủ trì",
  issuer: "cơ quan ban hành",
  vice_chair: "Phó Chủ tịch phụ trách",
  office: "Văn phòng theo dõi",
  monitor: "cơ quan theo dõi, đôn đốc",
  standing_lead: "cơ quan thường trực",
  clock: "hệ thống, khi đến hạn",
  auditor: "kiểm tra, giám sát",
  admin: "quản trị hệ thống",
};

const en: typeof vi = {
  head: "the head of the assigned agency",
  clerk: "the clerk of the assigned agency",
  officer: "an officer of the assigned agency",
  lead_head: "the head of the lead agency",
  lead_officer: "an officer of the lead agency",
  issuer: "the issuer",
  vice_chair: "the vice chair in charge",
  office: "the office that follows the plan",
  monitor: "a monitoring agency",
  standing_lead: "the standing lead",
  clock: "the system, when it falls due",
  auditor: "an auditor",
  admin: "an administrator",
};

export const roleWords: Catalogue<typeof vi> = { vi, en };

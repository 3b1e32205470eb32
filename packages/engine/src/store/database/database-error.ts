// The sentences of the errors about opening and migrating a database, in both languages.
import { EngineError } from "../../engine-error.ts";

/** The facts each code carries; they are the error's `details` too. */
interface DatabaseErrorDetails {
  /** `missing` is null when everything is there and PGlite still cannot open it: see `cause`. */
  data_directory_damaged: { directory: string; missing: string | null };
  data_directory_foreign: { directory: string; found: string };
  data_directory_in_use: {
    directory: string;
    lockFile: string;
    /** Null when the lock file cannot be read. */
    pid: number | null;
    host: string | null;
    address: string | null;
    /** False when the holder runs where this process cannot look: another machine or container. */
    sameMachine: boolean;
  };
  data_directory_other_version: {
    directory: string;
    what: "kehoach" | "postgresql";
    found: string;
    expected: string;
  };
  data_directory_unusable: { directory: string; reason: string };
  database_failed: { reason: string };
  database_migration_failed: { migration: string; reason: string };
  database_migrations_out_of_order: { migration: string };
  database_newer_than_engine: { unknown: readonly string[] };
  database_not_durable: { setting: string };
  database_options_invalid: { options: readonly string[] };
  database_unreachable: { server: string; reason: string };
  database_unsupported: { setting: string; found: string; expected: string };
}
type DatabaseErrorCode = keyof DatabaseErrorDetails;
type Sentences = { [Code in DatabaseErrorCode]: (details: DatabaseErrorDetails[Code]) => string };

const vi: Sentences = {
  data_directory_damaged: (d) =>
    `Thư mục dữ liệu ${d.directory} bị hỏng: ${d.missing === null ? "không mở được" : `thiếu ${d.missing}`}. Không khởi tạo lại để tránh ghi đè; hãy khôi phục từ bản sao lưu.`,
  data_directory_foreign: (d) =>
    `Thư mục ${d.directory} không trống và không phải thư mục dữ liệu của kehoach (có ${d.found}). Hãy chọn thư mục khác.`,
  data_directory_in_use: (d) =>
    [
      d.pid === null
        ? `Thư mục dữ liệu ${d.directory} đang bị khóa, nhưng không đọc được tệp khóa.`
        : `Thư mục dữ liệu ${d.directory} đang được tiến trình ${d.pid}${d.sameMachine ? "" : ` (${d.host})`} sử dụng.`,
      d.address === null ? "" : `Máy chủ ở địa chỉ ${d.address}.`,
      d.sameMachine
        ? ""
        : `Không kiểm tra được tiến trình đó từ đây; chỉ khi chắc chắn nó đã dừng mới xóa tệp ${d.lockFile}.`,
    ]
      .filter((part) => part !== "")
      .join(" "),
  data_directory_other_version: (d) =>
    `Thư mục dữ liệu ${d.directory} do ${d.what} ${d.found} ghi; phiên bản này cần ${d.what} ${d.expected}. Để chuyển dữ liệu, kết xuất bằng phiên bản cũ rồi nhập vào thư mục mới: npx kehoach@${d.what === "kehoach" ? d.found : "<phiên bản cũ>"} export <tệp> --data ${d.directory}, sau đó kehoach import <tệp> --data <thư mục mới>.`,
  data_directory_unusable: (d) => `Không dùng được thư mục dữ liệu ${d.directory}: ${d.reason}`,
  database_failed: (d) =>
    `Cơ sở dữ liệu gặp lỗi khi đang làm việc: ${d.reason}. Có thể thử lại với cùng mã yêu cầu.`,
  database_migration_failed: (d) =>
    `Bước cập nhật cơ sở dữ liệu ${d.migration} không thành công: ${d.reason}`,
  database_migrations_out_of_order: (d) =>
    `Danh sách bước cập nhật cơ sở dữ liệu sai thứ tự hoặc trùng lặp ở ${d.migration}.`,
  database_newer_than_engine: (d) =>
    `Cơ sở dữ liệu mới hơn phần mềm này (có bước cập nhật ${d.unknown.join(", ")}). Hãy dùng phiên bản kehoach mới hơn.`,
  database_not_durable: (d) =>
    `Máy chủ PostgreSQL đặt ${d.setting}=off nên có thể mất dữ liệu đã xác nhận. Hãy bật ${d.setting} rồi khởi động lại.`,
  database_options_invalid: (d) => `Không dùng đồng thời các tùy chọn ${d.options.join(", ")}.`,
  database_unreachable: (d) => `Không kết nối được cơ sở dữ liệu ${d.server}: ${d.reason}`,
  database_unsupported: (d) =>
    `Máy chủ PostgreSQL không phù hợp: ${d.setting} là ${d.found}, cần ${d.expected}.`,
};

const en = {
  data_directory_damaged: (d) =>
    `The data directory ${d.directory} is damaged: ${d.missing === null ? "it cannot be opened" : `${d.missing} is missing`}. It is not initialised again, so that nothing is overwritten; restore it from a backup.`,
  data_directory_foreign: (d) =>
    `The directory ${d.directory} is not empty and not a kehoach data directory (it holds ${d.found}). Choose another.`,
  data_directory_in_use: (d) =>
    [
      d.pid === null
        ? `The data directory ${d.directory} is locked, and its lock file cannot be read.`
        : `The data directory ${d.directory} is in use by process ${d.pid}${d.sameMachine ? "" : ` (${d.host})`}.`,
      d.address === null ? "" : `Its server answers at ${d.address}.`,
      d.sameMachine
        ? ""
        : `That process cannot be checked from here; only when it has certainly ended, delete ${d.lockFile}.`,
    ]
      .filter((part) => part !== "")
      .join(" "),
  data_directory_other_version: (d) =>
    `The data directory ${d.directory} was written by ${d.what} ${d.found}; this version needs ${d.what} ${d.expected}. To move the data, export them with the old version and import them into a new directory: npx kehoach@${d.what === "kehoach" ? d.found : "<old version>"} export <file> --data ${d.directory}, then kehoach import <file> --data <new directory>.`,
  data_directory_unusable: (d) => `Cannot use the data directory ${d.directory}: ${d.reason}`,
  database_failed: (d) =>
    `The database failed at work: ${d.reason}. It is safe to try again with the same request id.`,
  database_migration_failed: (d) => `Database migration ${d.migration} failed: ${d.reason}`,
  database_migrations_out_of_order: (d) =>
    `The list of migrations is out of order or repeats itself at ${d.migration}.`,
  database_newer_than_engine: (d) =>
    `The database is newer than this engine (it has migration ${d.unknown.join(", ")}). Use a newer kehoach.`,
  database_not_durable: (d) =>
    `The PostgreSQL server has ${d.setting}=off, so acknowledged data can be lost. Switch ${d.setting} on and start again.`,
  database_options_invalid: (d) => `The options ${d.options.join(", ")} exclude each other.`,
  database_unreachable: (d) => `Cannot reach the database ${d.server}: ${d.reason}`,
  database_unsupported: (d) =>
    `The PostgreSQL server does not fit: ${d.setting} is ${d.found}, needed is ${d.expected}.`,
} satisfies typeof vi;

/** The EngineError of a code, with its sentences filled in. */
export function databaseError<Code extends DatabaseErrorCode>(
  code: Code,
  details: DatabaseErrorDetails[Code],
  cause?: unknown,
): EngineError {
  const english: Sentences = en;
  return new EngineError(code, {
    vi: vi[code](details),
    en: english[code](details),
    details: { ...details },
    cause,
  });
}

/** The text of a thrown value, for a sentence. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}

export type Locale = 'vi' | 'en';

export type Text = Record<Locale, string>;

/** One fault of one field: `pointer` is a JSON pointer (RFC 6901) into the request body. */
export interface FieldFault {
  pointer: string;
  detail: Text;
}

interface ProblemDefinition<P> {
  /** Stable, kebab-case; the `type` is `/problems/<code>`. */
  code: string;
  status: number;
  title: Text;
  detail: (params: P) => Text;
}

/** An expected error, answered as RFC 9457 problem details in the language of the user. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly title: Text,
    readonly detail: Text,
    readonly extras: { errors?: FieldFault[]; retryAfterSeconds?: number; members?: Record<string, unknown> } = {},
  ) {
    super(code);
  }
}

type Extras = Problem['extras'];

export type ProblemFactory<P> = (
  ...args: P extends void ? [params?: undefined, extras?: Extras] : [params: P, extras?: Extras]
) => Problem;

/** Defines an expected error once; calling the result makes a Problem to throw. */
export function defineProblem<P = void>(definition: ProblemDefinition<P>): ProblemFactory<P> & { code: string } {
  const make = (params?: P, extras?: Extras) =>
    new Problem(definition.code, definition.status, definition.title, definition.detail(params as P), extras);
  return Object.assign(make as ProblemFactory<P>, { code: definition.code });
}

/** Something that is not there, or that the actor may not know to be there. */
export const NotFound = defineProblem({
  code: 'not-found',
  status: 404,
  title: { vi: 'Không tìm thấy', en: 'Not found' },
  detail: () => ({
    vi: 'Nội dung này không có, hoặc anh/chị không có quyền xem.',
    en: 'This does not exist, or you may not see it.',
  }),
});

export const InvalidRequest = defineProblem({
  code: 'invalid-request',
  status: 422,
  title: { vi: 'Dữ liệu gửi lên chưa đúng', en: 'The data sent is not valid' },
  detail: () => ({
    vi: 'Mời anh/chị xem lại các mục được nêu bên dưới. Chưa có gì bị thay đổi.',
    en: 'Please check the fields listed. Nothing was changed.',
  }),
});

export const MalformedBody = defineProblem({
  code: 'malformed-body',
  status: 400,
  title: { vi: 'Không đọc được dữ liệu gửi lên', en: 'The request could not be read' },
  detail: () => ({
    vi: 'Dữ liệu gửi lên không phải JSON hợp lệ. Chưa có gì bị thay đổi.',
    en: 'The body is not valid JSON. Nothing was changed.',
  }),
});

export const BodyTooLarge = defineProblem({
  code: 'body-too-large',
  status: 413,
  title: { vi: 'Dữ liệu gửi lên quá lớn', en: 'The request is too large' },
  detail: () => ({
    vi: 'Dữ liệu vượt quá dung lượng cho phép (1 MB). Mời anh/chị gửi thành nhiều phần nhỏ hơn.',
    en: 'The body is over the limit (1 MB). Please send it in smaller parts.',
  }),
});

const MEGABYTE = 1024 * 1024;

export const UploadTooLarge = defineProblem<{ bytes: number }>({
  code: 'upload-too-large',
  status: 413,
  title: { vi: 'Tệp gửi lên quá lớn', en: 'The file is too large' },
  detail: ({ bytes }) => ({
    vi: `Tệp lớn hơn mức cho phép (${Math.floor(bytes / MEGABYTE)} MB). Chưa có gì bị thay đổi.`,
    en: `The file is over the limit (${Math.floor(bytes / MEGABYTE)} MB). Nothing was changed.`,
  }),
});

export const UnsupportedMedia = defineProblem({
  code: 'unsupported-media',
  status: 415,
  title: { vi: 'Kiểu dữ liệu không được hỗ trợ', en: 'Unsupported content type' },
  detail: () => ({ vi: 'Máy chủ chỉ nhận dữ liệu JSON ở địa chỉ này.', en: 'Only JSON is accepted here.' }),
});

export const Unavailable = defineProblem({
  code: 'unavailable',
  status: 503,
  title: { vi: 'Hệ thống đang bận', en: 'Temporarily unavailable' },
  detail: () => ({
    vi: 'Hệ thống đang tạm gián đoạn. Những gì anh/chị đã lưu vẫn còn; mời thử lại sau ít giây.',
    en: 'The system is briefly unavailable. What you saved is kept; please try again in a few seconds.',
  }),
});

export const UnexpectedFault = defineProblem({
  code: 'unexpected-fault',
  status: 500,
  title: { vi: 'Có lỗi ngoài dự kiến', en: 'Something went wrong' },
  detail: () => ({
    vi: 'Lỗi này là của hệ thống, không phải của anh/chị. Khi báo lỗi, mời anh/chị gửi kèm mã theo dõi.',
    en: 'This is our fault, not yours. Please quote the trace id when reporting it.',
  }),
});

import { defineProblem } from '../problems/problem.js';

export const IdempotencyKeyInvalid = defineProblem({
  code: 'idempotency-key-invalid',
  status: 400,
  title: { vi: 'Mã chống gửi lặp không hợp lệ', en: 'Idempotency-Key is not valid' },
  detail: () => ({
    vi: 'Mã chống gửi lặp phải dài từ 1 đến 200 ký tự ASCII không có dấu cách.',
    en: 'Idempotency-Key must be 1 to 200 visible ASCII characters.',
  }),
});

export const IdempotencyKeyReused = defineProblem({
  code: 'idempotency-key-reused',
  status: 422,
  title: { vi: 'Mã chống gửi lặp đã dùng cho yêu cầu khác', en: 'Idempotency-Key was used for another request' },
  detail: () => ({
    vi: 'Mã này đã được dùng cho một yêu cầu có nội dung khác. Chưa có gì bị thay đổi.',
    en: 'This key was used for a request with another content. Nothing was changed.',
  }),
});

export const IdempotencyKeyInUse = defineProblem({
  code: 'idempotency-key-in-use',
  status: 409,
  title: { vi: 'Yêu cầu trước đang được xử lý', en: 'The first request is still running' },
  detail: () => ({
    vi: 'Yêu cầu cùng mã đang được xử lý, mời anh/chị chờ một lát rồi thử lại.',
    en: 'A request with this key is still running; please retry in a moment.',
  }),
});

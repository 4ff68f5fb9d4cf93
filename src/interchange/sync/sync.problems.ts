import { defineProblem } from '../../platform/problems/problem.js';

export const SyncItemInvalid = defineProblem({
  code: 'sync-item-invalid',
  status: 422,
  title: { vi: 'Mục gửi lên chưa đúng', en: 'The item sent is not valid' },
  detail: () => ({
    vi: 'Mục này thiếu hoặc sai thông tin nên không được nhận. Các mục khác trong cùng lần gửi không bị ảnh hưởng.',
    en: 'Something in this item is missing or wrong, so it was not taken. The other items sent with it are not affected.',
  }),
});

export const ItemIdTaken = defineProblem({
  code: 'item-id-taken',
  status: 409,
  title: { vi: 'Mã mục đã được dùng', en: 'The item id is taken' },
  detail: () => ({
    vi: 'Mã của mục này đã được dùng cho một tài khoản khác. Mục không được nhận.',
    en: 'The id of this item was used for another account. The item was not taken.',
  }),
});

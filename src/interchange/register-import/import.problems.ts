import { defineProblem } from '../../platform/problems/problem.js';

export const ImportTooLarge = defineProblem<{ megabytes: number }>({
  code: 'import-too-large',
  status: 413,
  title: { vi: 'Tệp quá lớn', en: 'The file is too large' },
  detail: ({ megabytes }) => ({
    vi: `Tệp nhập được tối đa ${megabytes} MB. Một trăm nghìn người chiếm khoảng 10 MB; mời anh/chị xem lại tệp hoặc chia nhỏ.`,
    en: `A register file has at most ${megabytes} MB; a hundred thousand people take about 10 MB. Please check or split it.`,
  }),
});

export const ImportNotReady = defineProblem<{ state: string }>({
  code: 'import-not-ready',
  status: 409,
  title: { vi: 'Chưa làm được việc này', en: 'This cannot be done now' },
  detail: () => ({
    vi: 'Tệp đang được kiểm tra, đã ghi vào sổ hoặc đã huỷ. Mời anh/chị xem lại trạng thái.',
    en: 'The file is being checked, is applied already, or was cancelled. Please look at its state.',
  }),
});

export const ImportHasFaults = defineProblem<{ rows: number }>({
  code: 'import-has-faults',
  status: 409,
  title: { vi: 'Tệp còn dòng lỗi', en: 'Some rows have errors' },
  detail: ({ rows }) => ({
    vi: `Còn ${rows} dòng lỗi nên chưa có gì được ghi. Mời anh/chị tải bảng lỗi, sửa rồi gửi lại tệp.`,
    en: `${rows} rows have errors, so nothing is written. Please download the report, correct the file and send it again.`,
  }),
});

export const ImportUndecided = defineProblem<{ rows: number }>({
  code: 'import-undecided',
  status: 409,
  title: { vi: 'Còn dòng cần anh/chị quyết định', en: 'Some rows need your decision' },
  detail: ({ rows }) => ({
    vi: `Có ${rows} dòng có thể là người đã có trong sổ. Mời anh/chị cho biết là cùng một người hay người mới.`,
    en: `${rows} rows may be about people already known. Please say whether they are the same person or a new one.`,
  }),
});

export const ImportDecisionInvalid = defineProblem<{ row: number }>({
  code: 'import-decision-invalid',
  status: 422,
  title: { vi: 'Quyết định chưa dùng được', en: 'The decision does not fit' },
  detail: ({ row }) => ({
    vi: `Dòng ${row} không hỏi điều này, hoặc người được chọn không có trong các gợi ý của dòng.`,
    en: `Row ${row} does not ask this, or the person chosen is not among those it may be about.`,
  }),
});

export const ImportWithoutUnit = defineProblem({
  code: 'import-without-unit',
  status: 403,
  title: { vi: 'Chưa nhập được', en: 'Nothing can be imported' },
  detail: () => ({
    vi: 'Anh/chị chưa phụ trách đơn vị nào nên chưa nhập được danh sách.',
    en: 'You answer for no unit, so there is nowhere to import to.',
  }),
});

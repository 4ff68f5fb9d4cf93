import { defineProblem } from '../problems/problem.js';

export const ImageRefused = defineProblem<{ vi: string; en: string }>({
  code: 'image-refused',
  status: 422,
  title: { vi: 'Không dùng được ảnh này', en: 'This image cannot be used' },
  detail: (said) => said,
});

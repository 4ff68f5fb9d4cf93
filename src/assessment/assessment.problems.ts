import { defineProblem } from '../platform/problems/problem.js';

export const AttemptsUsedUp = defineProblem<{ maximum: number }>({
  code: 'attempts-used-up',
  status: 409,
  title: { vi: 'Đã hết lượt làm bài', en: 'No attempts left' },
  detail: ({ maximum }) => ({
    vi: `Bài này được làm tối đa ${maximum} lượt và anh/chị đã dùng hết. Nếu cần thêm lượt, anh/chị liên hệ giảng viên.`,
    en: `This quiz allows ${maximum} attempts and you have used them all. Ask your lecturer if you need another one.`,
  }),
});

export const AttemptDeadlinePassed = defineProblem({
  code: 'attempt-deadline-passed',
  status: 409,
  title: { vi: 'Đã hết giờ làm bài', en: 'Time is up' },
  detail: () => ({
    vi: 'Câu trả lời này đến sau khi hết giờ nên không được nhận. Những câu đã lưu trước đó vẫn được chấm.',
    en: 'This answer came after the deadline and was not taken. What you saved before is graded.',
  }),
});

export const AttemptAlreadySubmitted = defineProblem({
  code: 'attempt-already-submitted',
  status: 409,
  title: { vi: 'Bài đã nộp', en: 'The attempt is submitted' },
  detail: () => ({
    vi: 'Anh/chị đã nộp lượt làm bài này nên không sửa câu trả lời được nữa. Mời anh/chị xem kết quả.',
    en: 'You have submitted this attempt, so its answers can no longer change. Please see the result.',
  }),
});

export const AttemptNotSubmitted = defineProblem({
  code: 'attempt-not-submitted',
  status: 409,
  title: { vi: 'Bài chưa nộp', en: 'The attempt is not submitted' },
  detail: () => ({
    vi: 'Kết quả có sau khi anh/chị nộp bài hoặc khi hết giờ làm bài.',
    en: 'The result is there once you submit or the time is up.',
  }),
});

export const QuestionNotInAttempt = defineProblem({
  code: 'question-not-in-attempt',
  status: 422,
  title: { vi: 'Câu hỏi không thuộc lượt làm bài này', en: 'The question is not in this attempt' },
  detail: () => ({
    vi: 'Câu hỏi này không có trong đề của lượt làm bài. Mời anh/chị tải lại bài.',
    en: 'This question is not on the paper of this attempt. Please load the attempt again.',
  }),
});

export const EssaysNotAllGraded = defineProblem<{ count: number }>({
  code: 'essays-not-all-graded',
  status: 422,
  title: { vi: 'Chưa chấm đủ bài tự luận', en: 'Not every essay is graded' },
  detail: ({ count }) => ({
    vi: `Lượt làm bài này có ${count} câu tự luận cần chấm cùng một lần. Mời anh/chị chấm đủ rồi gửi.`,
    en: `This attempt has ${count} essays that are graded together. Please grade each of them and send again.`,
  }),
});

export const RubricPointsInvalid = defineProblem<{ number: number }>({
  code: 'rubric-points-invalid',
  status: 422,
  title: { vi: 'Điểm không khớp tiêu chí', en: 'The points do not fit the rubric' },
  detail: ({ number }) => ({
    vi: `Ở bài tự luận thứ ${number}, mỗi tiêu chí cần một điểm từ 0 đến mức tối đa của tiêu chí, lẻ đến 0,25.`,
    en: `In essay ${number}, each criterion needs points from 0 to its maximum, in quarters.`,
  }),
});

export const EssayTakesNoPhotos = defineProblem({
  code: 'essay-takes-no-photos',
  status: 422,
  title: { vi: 'Câu này không nhận ảnh', en: 'This question takes no photos' },
  detail: () => ({
    vi: 'Chỉ câu tự luận có ghi nhận ảnh chụp mới gửi được ảnh. Mời anh/chị trả lời câu này trên màn hình.',
    en: 'Only essays that ask for photos take them. Please answer this question on the screen.',
  }),
});

export const EssayPhotosFull = defineProblem<{ maximum: number }>({
  code: 'essay-photos-full',
  status: 409,
  title: { vi: 'Đã đủ số ảnh', en: 'No more photos' },
  detail: ({ maximum }) => ({
    vi: `Mỗi câu nhận tối đa ${maximum} ảnh. Muốn gửi ảnh khác, anh/chị bỏ bớt một ảnh đã gửi rồi gửi lại.`,
    en: `A question takes at most ${maximum} photos. To send another one, please remove one of them first.`,
  }),
});

export const ScenarioNotPlayable = defineProblem({
  code: 'scenario-not-playable',
  status: 422,
  title: { vi: 'Không ghi được kết quả tình huống', en: 'The scenario cannot be recorded' },
  detail: () => ({
    vi: 'Các lựa chọn gửi lên không đi hết tình huống này. Có thể bài đã được cập nhật: mời anh/chị tải lại và chơi lại.',
    en: 'The choices do not lead through this scenario to an ending. It may have been updated: please load and play it again.',
  }),
});

export const ResponseWrongShape = defineProblem({
  code: 'response-wrong-shape',
  status: 422,
  title: { vi: 'Câu trả lời không hợp lệ', en: 'The answer does not fit the question' },
  detail: () => ({
    vi: 'Câu trả lời không đúng dạng của câu hỏi, hoặc dài quá 500 ký tự. Câu trả lời trước đó vẫn được giữ.',
    en: 'The answer does not have the form this question asks for, or is over 500 characters. The former answer is kept.',
  }),
});

/** Every question of the quiz waits for its new wording. */
export const QuizBeingUpdated = defineProblem({
  code: 'quiz-being-updated',
  status: 409,
  title: { vi: 'Bài kiểm tra đang được cập nhật', en: 'The quiz is being updated' },
  detail: () => ({
    vi: 'Luật vừa thay đổi nên các câu hỏi của bài này đang được soạn lại. Anh/chị chưa mất lượt làm bài nào; mời anh/chị quay lại sau.',
    en: 'The law has just changed, so the questions of this quiz are being rewritten. You have not used up an attempt; please come back later.',
  }),
});

export const QuestionNotAnswered = defineProblem<{ position: number }>({
  code: 'question-not-answered',
  status: 422,
  title: { vi: 'Còn câu chưa trả lời', en: 'A question is not answered' },
  detail: ({ position }) => ({
    vi: `Câu ${position} chưa có câu trả lời. Mời anh/chị trả lời rồi gửi lại.`,
    en: `Question ${position} has no answer yet. Please answer it and send again.`,
  }),
});

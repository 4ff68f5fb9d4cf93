import type { SchemaName } from './schema-list.js';

/** What a field is called on the screen: Vietnamese, English. */
type Name = readonly [vi: string, en: string];
type Names = Record<string, Name>;

const QUESTIONS: Name = ['câu hỏi', 'questions'];
const PERCENT: Name = ['tỉ lệ điểm cần đạt', 'share of points to pass'];
const ANSWERS: Name = ['đáp án', 'answers'];
const KIND: Name = ['loại câu hỏi', 'kind of question'];

/**
 * Names of the fields of content files by schema and path, without places in lists. A path that is not here takes the
 * name of its last part.
 */
export const FIELD_NAMES: Partial<Record<SchemaName, Names>> = {
  course: {
    '': ['thông tin khoá học', 'facts of the course'],
    slug: ['tên trên địa chỉ trang của khoá học', 'name of the course in the page’s address'],
    title: ['tên khoá học', 'title of the course'],
    summary: ['giới thiệu ngắn của khoá học', 'short introduction to the course'],
    asOf: ['ngày kiểm tra luật của khoá học', 'day on which the law of the course was checked'],
    topics: ['chủ đề của khoá học', 'topics of the course'],
    language: ['ngôn ngữ của khoá học', 'language of the course'],
    estimatedMinutes: ['số phút để học hết khoá', 'minutes to learn the whole course'],
    completion: ['điều kiện hoàn thành khoá học', 'conditions for completing the course'],
    'completion.lessons': ['điều kiện học hết các bài', 'condition about lessons'],
    'completion.quizzes': ['bài kiểm tra phải đạt', 'quizzes to pass'],
    'completion.quizzes.quiz': ['bài kiểm tra phải đạt', 'quiz to pass'],
    'completion.scenarios': ['tình huống phải đạt', 'scenarios to pass'],
    'completion.scenarios.scenario': ['tình huống phải đạt', 'scenario to pass'],
    'completion.attendance': ['điều kiện dự lớp', 'condition about attendance'],
    'completion.attendance.minimumPercent': ['tỉ lệ buổi học phải dự', 'share of sessions to attend'],
    passPercent: PERCENT,
    certificate: ['giấy chứng nhận của khoá học', 'certificate of the course'],
    'certificate.kind': ['loại giấy chứng nhận', 'kind of certificate'],
    'certificate.title': ['tên ghi trên giấy chứng nhận', 'title on the certificate'],
    'certificate.validMonths': ['số tháng giấy chứng nhận có giá trị', 'months for which the certificate is valid'],
  },
  module: {
    '': ['thông tin chuyên đề', 'facts of the module'],
    title: ['tên chuyên đề', 'title of the module'],
    summary: ['giới thiệu ngắn của chuyên đề', 'short introduction to the module'],
  },
  lesson: {
    '': ['thông tin bài', 'facts of the lesson'],
    title: ['tên bài', 'title of the lesson'],
    kind: ['loại bài', 'kind of lesson'],
    video: ['địa chỉ video', 'address of the video'],
    minutes: ['số phút để đọc bài', 'minutes to read the lesson'],
    citations: ['điều luật mà bài dẫn', 'articles that the lesson cites'],
    asOf: ['ngày kiểm tra luật của bài', 'day on which the law of the lesson was checked'],
  },
  quiz: {
    '': ['thông tin bài kiểm tra', 'facts of the quiz'],
    slug: ['tên trên địa chỉ trang của bài kiểm tra', 'name of the quiz in the page’s address'],
    title: ['tên bài kiểm tra', 'title of the quiz'],
    kind: ['loại bài kiểm tra (luyện tập hay cuối khoá)', 'kind of quiz (practice or final)'],
    questions: QUESTIONS,
    draw: ['số câu rút cho mỗi lần làm', 'number of questions drawn for an attempt'],
    blueprint: ['cơ cấu đề', 'blueprint'],
    'blueprint.tag': ['chủ đề trong cơ cấu đề', 'topic in the blueprint'],
    'blueprint.kind': ['loại câu hỏi trong cơ cấu đề', 'kind of question in the blueprint'],
    'blueprint.difficulty': ['độ khó trong cơ cấu đề', 'difficulty in the blueprint'],
    'blueprint.count': ['số câu trong cơ cấu đề', 'number of questions in the blueprint'],
    timeLimitMinutes: ['thời gian làm bài cuối khoá', 'time limit of the final quiz'],
    graceSeconds: ['số giây châm chước khi nộp muộn', 'seconds of grace for a late answer'],
    passPercent: PERCENT,
    maxAttempts: ['số lần được làm', 'number of attempts'],
    shuffleOptions: ['việc đảo thứ tự phương án', 'choice of shuffling options'],
    review: ['lúc được xem đáp án', 'moment from which the key may be seen'],
  },
  questions: {
    '': QUESTIONS,
    kind: KIND,
    id: ['mã câu hỏi', 'code of the question'],
    title: ['tên câu hỏi', 'title of the question'],
    tags: ['nhãn câu hỏi', 'tags of the question'],
    stem: ['nội dung câu hỏi', 'text of the question'],
    general: ['phần giải thích', 'explanation'],
    items: ['các mục cần sắp xếp', 'items to put in order'],
    blanks: ['chỗ trống', 'gaps'],
    'blanks.kind': ['loại chỗ trống', 'kind of gap'],
    weight: ['số điểm của chỗ trống', 'weight of the gap'],
    rubric: ['tiêu chí chấm', 'criteria for grading'],
    criterion: ['tên tiêu chí chấm', 'criterion'],
    points: ['số điểm của tiêu chí chấm', 'points of the criterion'],
    minimumWords: ['số chữ tối thiểu', 'least number of words'],
    photo: ['việc nhận ảnh bài làm', 'choice of taking a photo'],
    several: ['việc chọn nhiều phương án', 'choice of several answers'],
    answers: ANSWERS,
    correct: ['đáp án đúng hay sai', 'answer, true or false'],
    feedbackRight: ['lời giải thích khi trả lời đúng', 'words for a right answer'],
    feedbackWrong: ['lời giải thích khi trả lời sai', 'words for a wrong answer'],
    feedback: ['lời giải thích của đáp án', 'words about the answer'],
    caseSensitive: ['việc phân biệt chữ hoa', 'choice of minding capitals'],
    unit: ['đơn vị của đáp án', 'unit of the answer'],
    pairs: ['các cặp cần ghép', 'pairs to match'],
    prompt: ['vế trái của cặp', 'left side of a pair'],
    choice: ['vế phải của cặp', 'right side of a pair'],
    format: ['cách viết', 'format'],
    text: ['nội dung', 'text'],
    percent: ['tỉ lệ điểm của đáp án', 'share of points of the answer'],
    min: ['số nhỏ nhất của đáp án', 'least number of the answer'],
    max: ['số lớn nhất của đáp án', 'greatest number of the answer'],
  },
  scenario: {
    '': ['thông tin tình huống', 'facts of the scenario'],
    slug: ['tên trên địa chỉ trang của tình huống', 'name of the scenario in the page’s address'],
    title: ['tên tình huống', 'title of the scenario'],
    role: ['vai của người học', 'part that the learner plays'],
    minutes: ['số phút để làm tình huống', 'minutes to play the scenario'],
    story: ['kịch bản', 'story'],
    startsOn: ['ngày bắt đầu trong tình huống', 'day on which the story begins'],
    passPercent: PERCENT,
    meters: ['thước đo của tình huống', 'meters of the scenario'],
    variable: ['biến của thước đo', 'variable of the meter'],
    label: ['tên thước đo', 'name of the meter'],
    unit: ['đơn vị của thước đo', 'unit of the meter'],
  },
};

/**
 * What a field is called on the screen; null where a schema has no names, or none for it. A text in two languages has the
 * name of the whole; its English part says so.
 * @param path from the root of the data
 */
export function fieldName(schema: SchemaName, path: readonly (string | number)[]): Name | null {
  const names = FIELD_NAMES[schema];
  if (!names) return null;
  const parts = path.filter((part): part is string => typeof part === 'string');
  const last = parts.at(-1);
  if (last === 'vi') return fieldName(schema, parts.slice(0, -1));
  const whole = last === 'en' ? fieldName(schema, parts.slice(0, -1)) : null;
  if (whole) return [`${whole[0]} bằng tiếng Anh`, `${whole[1]} in English`];
  return names[parts.join('.')] ?? names[parts.slice(-2).join('.')] ?? names[last ?? ''] ?? null;
}

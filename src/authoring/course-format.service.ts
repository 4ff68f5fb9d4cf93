export { faultLine, type ContentFault } from './format/content-fault.js';
export { ContentFolder, includedStories, type YamlData } from './format/content-folder.js';
export { readCourse, type CourseFiles } from './format/course-files.js';
export { isQuestionFile, readQuestionFile } from './format/question-files.js';
export { Schemas } from './format/schemas.js';

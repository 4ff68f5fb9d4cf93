import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import Learning from '../learn/learning.js';
import { Loading } from '../ui/states.js';
import { ErrorBoundary } from './error-boundary.js';

const CourseOutline = lazy(() => import('../learn/course-outline.js'));
const LessonScreen = lazy(() => import('../learn/lesson-screen.js'));
const Refresher = lazy(() => import('../learn/refresher.js'));
const LawDesk = lazy(() => import('../manage/law-desk.js'));
const LawAmendment = lazy(() => import('../manage/law-amendment.js'));
const Search = lazy(() => import('../learn/search.js'));
const LawSearch = lazy(() => import('../learn/law-search.js'));
const LawArticle = lazy(() => import('../learn/law-article.js'));
const QuizStart = lazy(() => import('../learn/quiz-start.js'));
const QuizAttempt = lazy(() => import('../learn/quiz-attempt.js'));
const QuizResult = lazy(() => import('../learn/quiz-result.js'));
const Schedule = lazy(() => import('../learn/schedule.js'));
const CheckIn = lazy(() => import('../learn/check-in.js'));
const OnlineRoom = lazy(() => import('../learn/online-room.js'));
const Certificates = lazy(() => import('../learn/certificates.js'));
const CertificateScreen = lazy(() => import('../learn/certificate-screen.js'));
const Pending = lazy(() => import('../learn/pending.js'));
const Me = lazy(() => import('./me.js'));
const Inbox = lazy(() => import('./inbox.js'));
const TaughtClasses = lazy(() => import('../teach/taught-classes.js'));
const TaughtClass = lazy(() => import('../teach/taught-class.js'));
const Projector = lazy(() => import('../teach/projector.js'));
const Studio = lazy(() => import('../teach/studio.js'));
const ClassList = lazy(() => import('../manage/class-list.js'));
const OpenClass = lazy(() => import('../manage/open-class.js'));
const ClassRoster = lazy(() => import('../manage/class-roster.js'));
const Register = lazy(() => import('../manage/register.js'));
const CodeSheets = lazy(() => import('../manage/code-sheets.js'));
const UnitTree = lazy(() => import('../manage/unit-tree.js'));
const UnitScreen = lazy(() => import('../manage/unit-screen.js'));
const MergeScreen = lazy(() => import('../manage/merge-screen.js'));
const SplitScreen = lazy(() => import('../manage/split-screen.js'));
const PeopleList = lazy(() => import('../manage/people-list.js'));
const PersonScreen = lazy(() => import('../manage/person-screen.js'));
const LawImpact = lazy(() => import('../manage/law-impact.js'));
const CorrectionRequests = lazy(() => import('../manage/correction-requests.js'));
const RecordOfActs = lazy(() => import('../manage/record-of-acts.js'));
const ImportStart = lazy(() => import('../manage/import-start.js'));
const ImportScreen = lazy(() => import('../manage/import-screen.js'));
const NotFound = lazy(() => import('./not-found.js'));

/** The lecturers' screens. A fragment, because the switch looks through one and not into a component. */
const TEACHING = (
  <>
    <Route path="/day" component={TaughtClasses} />
    <Route path="/day/phap-luat/:code">{({ code }) => <LawImpact key={code} code={code} />}</Route>
    <Route path="/day/:classId">{({ classId }) => <TaughtClass key={classId} id={classId} />}</Route>
    <Route path="/day/:classId/buoi/:sessionId">
      {({ classId, sessionId }) => <Projector key={sessionId} classId={classId} sessionId={sessionId} />}
    </Route>
    <Route path="/soan/*?" component={Studio} />
    <Route path="/ngan-hang/*?" component={Studio} />
    <Route path="/cham-bai/*?" component={Studio} />
    <Route path="/thong-qua/*?" component={Studio} />
  </>
);

/**
 * Every screen of the application. Each is a piece of its own, loaded when it is first opened; only the first screen of
 * a learner comes with the frame, because it would cost a slow phone one more round trip.
 */
export function Routes() {
  const [path] = useLocation();
  return (
    <ErrorBoundary place={path}>
      <Suspense fallback={<Loading lines={6} />}>
        <Switch>
          <Route path="/hoc" component={Learning} />
          <Route path="/khoa-hoc/:slug">{({ slug }) => <CourseOutline key={slug} slug={slug} />}</Route>
          <Route path="/bai/:id">{({ id }) => <LessonScreen key={id} id={id} />}</Route>
          <Route path="/tim" component={Search} />
          <Route path="/phap-luat" component={LawSearch} />
          <Route path="/phap-luat/tac-dong" component={LawDesk} />
          <Route path="/phap-luat/tac-dong/:id">{({ id }) => <LawAmendment key={id} id={id} />}</Route>
          <Route path="/cap-nhat/:id">{({ id }) => <Refresher key={id} amendmentId={id} />}</Route>
          <Route path="/phap-luat/:code">{({ code }) => <LawArticle key={code} code={code} />}</Route>
          <Route path="/kiem-tra/:quizId">{({ quizId }) => <QuizStart key={quizId} quizId={quizId} />}</Route>
          <Route path="/lam-bai/:attemptId">{({ attemptId }) => <QuizAttempt key={attemptId} id={attemptId} />}</Route>
          <Route path="/ket-qua/:attemptId">{({ attemptId }) => <QuizResult key={attemptId} id={attemptId} />}</Route>
          <Route path="/lich" component={Schedule} />
          <Route path="/diem-danh" component={CheckIn} />
          <Route path="/buoi/:id">{({ id }) => <OnlineRoom key={id} id={id} />}</Route>
          <Route path="/chung-chi" component={Certificates} />
          <Route path="/chung-chi/:id">{({ id }) => <CertificateScreen key={id} id={id} />}</Route>
          <Route path="/dong-bo" component={Pending} />
          <Route path="/toi" component={Me} />
          <Route path="/thong-bao" component={Inbox} />
          {TEACHING}
          <Route path="/ql">
            <Redirect to="/ql/lop" replace />
          </Route>
          <Route path="/ql/lop" component={ClassList} />
          <Route path="/ql/lop/moi" component={OpenClass} />
          <Route path="/ql/lop/:id">{({ id }) => <ClassRoster key={id} id={id} />}</Route>
          <Route path="/ql/chung-chi" component={Register} />
          <Route path="/ql/ma-dang-nhap" component={CodeSheets} />
          <Route path="/ql/don-vi" component={UnitTree} />
          <Route path="/ql/don-vi/:id">{({ id }) => <UnitScreen key={id} id={id} />}</Route>
          <Route path="/ql/don-vi/:id/sap-nhap">{({ id }) => <MergeScreen key={id} id={id} />}</Route>
          <Route path="/ql/don-vi/:id/chia-tach">{({ id }) => <SplitScreen key={id} id={id} />}</Route>
          <Route path="/ql/nguoi" component={PeopleList} />
          <Route path="/ql/nguoi/:id">{({ id }) => <PersonScreen key={id} id={id} />}</Route>
          <Route path="/ql/phap-luat/:code">{({ code }) => <LawImpact key={code} code={code} />}</Route>
          <Route path="/ql/yeu-cau" component={CorrectionRequests} />
          <Route path="/ql/nhap" component={ImportStart} />
          <Route path="/ql/nhap/:id">{({ id }) => <ImportScreen key={id} id={id} />}</Route>
          <Route path="/ql/nhat-ky" component={RecordOfActs} />
          <Route path="/">
            <Redirect to="/hoc" replace />
          </Route>
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

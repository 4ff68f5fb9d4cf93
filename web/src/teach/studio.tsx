import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { withStudioWords } from './studio-words.js';

const DraftsList = lazy(() => import('./drafts-list.js'));
const DraftOutline = lazy(() => import('./draft-outline.js'));
const DraftLesson = lazy(() => import('./draft-lesson.js'));
const DraftPreview = lazy(() => import('./draft-preview.js'));
const BankList = lazy(() => import('./bank/bank-list.js'));
const BankQuestion = lazy(() => import('./bank/bank-question.js'));
const EssayQueue = lazy(() => import('./essay-queue.js'));
const EssayGrading = lazy(() => import('./essay-grading.js'));
const ReviewQueue = lazy(() => import('./review-queue.js'));
const ReviewScreen = lazy(() => import('./review-screen.js'));

/** Writing, approving and grading. They have a switch of their own, so that a learner's phone does not load their names. */
function Studio() {
  return (
    <Switch>
      <Route path="/soan" component={DraftsList} />
      <Route path="/soan/:id">{({ id }) => <DraftOutline key={id} id={id} />}</Route>
      <Route path="/soan/:id/xem">{({ id }) => <DraftPreview key={id} id={id} />}</Route>
      <Route path="/soan/:id/bai/:slug">
        {({ id, slug }) => <DraftLesson key={`${id}/${slug}`} id={id} slug={slug} />}
      </Route>
      <Route path="/ngan-hang" component={BankList} />
      <Route path="/ngan-hang/:id">{({ id }) => <BankQuestion key={id} id={id} />}</Route>
      <Route path="/cham-bai" component={EssayQueue} />
      <Route path="/cham-bai/:id">{({ id }) => <EssayGrading key={id} id={id} />}</Route>
      <Route path="/thong-qua" component={ReviewQueue} />
      <Route path="/thong-qua/:id">{({ id }) => <ReviewScreen key={id} id={id} />}</Route>
    </Switch>
  );
}

export default withStudioWords(Studio);

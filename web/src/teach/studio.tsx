import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { withStudioWords } from './studio-words.js';

const DraftsList = lazy(() => import('./drafts-list.js'));
const DraftOutline = lazy(() => import('./draft-outline.js'));
const DraftLesson = lazy(() => import('./draft-lesson.js'));
const DraftPreview = lazy(() => import('./draft-preview.js'));

/** The screens under /soan. They have a switch of their own, so that a learner's phone does not load their names. */
function Studio() {
  return (
    <Switch>
      <Route path="/soan" component={DraftsList} />
      <Route path="/soan/:id">{({ id }) => <DraftOutline key={id} id={id} />}</Route>
      <Route path="/soan/:id/xem">{({ id }) => <DraftPreview key={id} id={id} />}</Route>
      <Route path="/soan/:id/bai/:slug">
        {({ id, slug }) => <DraftLesson key={`${id}/${slug}`} id={id} slug={slug} />}
      </Route>
    </Switch>
  );
}

export default withStudioWords(Studio);

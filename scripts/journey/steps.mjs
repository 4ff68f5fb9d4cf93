// The steps of a journey as lines on the screen, and what ends it.

/** A step that did not go as it should; its message says what was expected and what came. */
export class FalseStep extends Error {}

const shown = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
const brief = (text) => (text.length > 600 ? `${text.slice(0, 600)} …` : text);

/** @throws FalseStep unless both are the same, compared as JSON */
export function same(what, actual, expected) {
  if (JSON.stringify(actual) === JSON.stringify(expected)) return;
  throw new FalseStep(`${what}\n      expected ${brief(shown(expected))}\n      came     ${brief(shown(actual))}`);
}

/** @throws FalseStep unless the condition holds; `came` is what is shown instead */
export function holds(expectation, condition, came) {
  if (condition) return;
  throw new FalseStep(`\n      expected ${expectation}\n      came     ${brief(shown(came ?? condition))}`);
}

/** The body of an answer of this status, or of one of these. @throws FalseStep */
export function accepted(answer, status = 200) {
  const expected = [status].flat();
  if (expected.includes(answer.status)) return answer.body;
  throw new FalseStep(
    `${answer.what}\n      expected status ${expected.join(' or ')}\n      came     ${answer.status} ${brief(answer.text)}`,
  );
}

/** A refusal: RFC 9457 with this status and code, and words for a person. @throws FalseStep */
export function refused(answer, status, code) {
  accepted(answer, status);
  same(`${answer.what}: problem`, [answer.body?.code, answer.body?.type], [code, `/problems/${code}`]);
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json');
  holds('application/problem+json with a title', isProblem && answer.body.title, answer.text);
  return answer.body;
}

export class Steps {
  constructor(print) {
    this.print = print;
    this.count = 0;
    this.began = performance.now();
  }

  /**
   * Takes a step and prints its line: number, time, what was done, and what came of it.
   * @param act returns a few words about what came of it
   * @throws FalseStep, after saying which step it was
   */
  async take(title, act) {
    this.count += 1;
    const number = String(this.count).padStart(2);
    const began = performance.now();
    const time = () => `${(performance.now() - began).toFixed(0).padStart(6)} ms`;
    try {
      const outcome = await act();
      this.print(`${number}  ${time()}  ${title}${outcome ? `: ${outcome}` : ''}`);
      return outcome;
    } catch (error) {
      this.print(`${number}  ${time()}  FALSE STEP: ${title}`);
      throw error;
    }
  }

  seconds() {
    return ((performance.now() - this.began) / 1000).toFixed(1);
  }
}

// `npm run journey`: a cadre's whole way to a certificate, over HTTP, against an instance of its own that is started on a
// free port and removed afterwards; or against BASE_URL, which must have the demonstration accounts. One line per step.
// Ends with 1 at the first step that does not go as it should, saying what was expected and what came.
import { readAnswerKeys } from './journey/answer-key.mjs';
import { attendOnline, checkIn, lookAround, openClass, receiveCertificate } from './journey/attending.mjs';
import { arrive, practise, seeWhatIsMissing, study, takeFinalTest } from './journey/learning.mjs';
import { startOwnInstance } from './journey/own-instance.mjs';
import { playScenario } from './journey/playing.mjs';
import { FalseStep, Steps } from './journey/steps.mjs';

const print = (line) => process.stdout.write(`${line}\n`);

async function walk({ url, expiredToken }) {
  const steps = new Steps(print);
  const journey = { steps, base: url.replace(/\/+$/, ''), world: {}, keys: await readAnswerKeys(), expiredToken };
  for (const part of [arrive, study, playScenario, practise, takeFinalTest, seeWhatIsMissing]) await part(journey);
  for (const part of [openClass, checkIn, attendOnline, receiveCertificate, lookAround]) await part(journey);
  print(`The whole journey: ${steps.count} steps in ${steps.seconds()} s`);
}

const { BASE_URL } = process.env;
let instance;
const end = async () => {
  const running = instance;
  instance = undefined;
  await running?.end?.();
};
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void end().then(() => process.exit(130)));

try {
  print(BASE_URL ? `Against ${BASE_URL}` : 'Starting an instance with an empty data folder');
  instance = BASE_URL ? { url: BASE_URL } : await startOwnInstance();
  await walk(instance);
} catch (error) {
  print(error instanceof FalseStep ? `    ${error.message}` : `    ${error.stack}`);
  process.exitCode = 1;
} finally {
  await end();
}

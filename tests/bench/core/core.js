import { brief, median, tableOf, verdict } from '../numbers.js';
import { fillForms, scriptForms } from './others.js';
import { kernelForms, publicForms } from './ours.js';
import { startPython } from './python.js';
import { tasks } from './tasks.js';
import { startTensorflow, tensorflowForms } from './tensorflow.js';

/** @typedef {import('./tasks.js').Form} Form */
/** @typedef {{ line: string, form: string, median: number, least: number, others: string }} Result */

/** Milliseconds or so that a round takes of each form: little, so that most rounds meet nothing else that the machine does. */
const SLICE = 8;
/** Forms that take longer are measured in every fourth round only. */
const SLOW = 20;

/**
 * Measures the core's kernels, its public calls, and what others need for the same numbers: one after the other in every round.
 * @param {number} rounds
 * @param {(line: string) => void} say
 */
export async function benchCore(rounds, say) {
  const tensorflow = await startTensorflow();
  const python = await startPython();
  const forms = [
    ...fillForms(),
    ...(await kernelForms()),
    ...(await publicForms()),
    ...scriptForms(),
    ...tensorflowForms(),
    ...python.forms,
  ];
  const versions = [`node ${process.versions.node}`, tensorflow, ...python.versions].join(', ');
  say(`\nThe core beside others, all on one thread: ${versions}`);
  if (python.missing.length > 0) {
    say(`Not measured, because it is missing: apt-get install ${python.missing.join(' ')}`);
  }
  const times = await measure(forms, rounds);
  python.close();
  /** @type {Record<string, Result[]>} */
  const results = {};
  for (const [task, { title, bytes }] of Object.entries(tasks)) {
    const own = bestForms(
      forms.filter((form) => form.task === task),
      times,
    );
    results[task] = own;
    const floor = own[0]?.median ?? Number.NaN;
    const rows = own.map(({ line, median: middle, least, form, others }) => [
      line,
      brief3(middle),
      brief3(least),
      `${brief(middle / floor)} ×`,
      form + others,
    ]);
    say(`\n${title}, ${(bytes / 1e6).toFixed(2)} MB; of several forms the quickest, and how many there were`);
    say(tableOf([['ms', 'median', 'least', 'of the fill', 'form'], ...rows]));
    for (const aim of aims(task, own)) say(aim);
  }
  return { versions, missing: python.missing, results };
}

/** @param {number} value */
const brief3 = (value) => (value < 10 ? value.toFixed(3) : value.toFixed(1));

/** @param {readonly Form[]} forms @param {number} rounds @returns {Promise<Map<Form, number[]>>} */
async function measure(forms, rounds) {
  /** @type {Map<Form, number[]>} */
  const times = new Map();
  /** @type {Map<Form, number>} */
  const counts = new Map();
  for (const form of forms) {
    await form.measure(3);
    counts.set(form, Math.max(1, Math.min(50, Math.round(SLICE / (await form.measure(2))))));
    times.set(form, []);
  }
  for (let round = 0; round < rounds; round++) {
    for (const form of forms) {
      const own = times.get(form) ?? [];
      if (round % 4 > 0 && median(own) > SLOW) continue;
      // Once for the caches, which the form before has filled with its own.
      await form.measure(1);
      own.push(await form.measure(counts.get(form) ?? 1));
    }
  }
  return times;
}

/**
 * The quickest form of each line.
 * @param {readonly Form[]} forms of one task
 * @param {Map<Form, number[]>} times
 * @returns {Result[]}
 */
function bestForms(forms, times) {
  /** @type {Map<string, { form: string, own: number[] }[]>} */
  const lines = new Map();
  for (const form of forms) {
    const list = lines.get(form.line) ?? [];
    list.push({ form: form.form, own: times.get(form) ?? [] });
    lines.set(form.line, list);
  }
  return [...lines].map(([line, list]) => {
    const [best] = list.sort((a, b) => median(a.own) - median(b.own));
    if (!best) throw new Error(`${line} has no form`);
    return {
      line,
      form: best.form,
      median: median(best.own),
      least: Math.min(...best.own),
      others: list.length > 1 ? ` (of ${list.length})` : '',
    };
  });
}

/** @param {string} task @param {readonly Result[]} results */
function aims(task, results) {
  const of = (/** @type {string} */ start) =>
    results.find(({ line }) => line.startsWith(start))?.median ?? Number.NaN;
  const fill = of('memory.fill');
  if (task === 'table') {
    const kernel = of('Ropescope, kernel');
    const faster = of('plain JavaScript') / kernel;
    return [
      `aim: 30 times as fast as plain JavaScript or more; measured ${brief(faster)}, ${verdict(faster >= 30)}`,
      `aim: 4 times the fill or less; measured ${brief(kernel / fill)}, ${verdict(kernel <= 4 * fill)}`,
    ];
  }
  const torch = of('PyTorch');
  if (Number.isNaN(torch)) return ['aim: as fast as PyTorch’s complex multiply; PyTorch was not measured'];
  return ['exact', 'float32 table'].map((name) => {
    const faster = torch / of(`Ropescope, kernel, ${name}`);
    return `aim, ${name}: as fast as PyTorch’s best or faster; measured ${brief(faster)} times as fast, ${verdict(faster >= 1)}`;
  });
}

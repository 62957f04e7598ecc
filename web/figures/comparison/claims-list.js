import { h, setText } from '../../dom/index.js';
import { queryOf } from './claims/claim.js';
import { groups } from './compute.js';
import { shownIn, sourceOf, tallyOf, verdictTexts, words } from './text.js';

/** @typedef {import('./compute.js').ComparisonData} ComparisonData */
/** @typedef {import('./compute.js').Judged} Judged */
/** @typedef {import('./claims/claim.js').Claim} Claim */

/** Where neither all groups nor the rules make the list too long to scroll through. */
const WIDE = '(min-width: 700px)';

/** What the two articles say, claim by claim. */
export class ClaimsList {
  #tally = h('p', { class: 'tally' });
  #rules = h('input', { type: 'checkbox', onchange: () => this.#showRules() });
  #groups;
  element;

  constructor() {
    const isWide = matchMedia(WIDE).matches;
    this.#groups = groups.map((group) => createGroup(group, isWide || group === groups[0]));
    const [title, rest] = words.claims;
    this.element = h(
      'div',
      { class: 'claims' },
      h('p', { class: 'title' }, h('b', {}, title), rest),
      h(
        'div',
        { class: 'summary' },
        this.#tally,
        h('label', { class: 'chip' }, this.#rules, h('span', {}, words.rules)),
      ),
      h('div', { class: 'groups' }, ...this.#groups.map(({ element }) => element)),
      h('p', { class: 'sources' }, words.sources),
    );
    this.#rules.checked = isWide;
    this.#showRules();
  }

  #showRules() {
    this.element.classList.toggle('ruled', this.#rules.checked);
  }

  /** @param {ComparisonData} data @param {string} address of this figure */
  set(data, address) {
    const all = new Map(data.judged().map((judged) => [judged.claim, judged]));
    for (const group of this.#groups) group.set(all, data.settings, address);
    const tally = tallyOf(data);
    const kinds = /** @type {(keyof typeof tally)[]} */ (Object.keys(verdictTexts));
    const badges = kinds
      .filter((kind) => tally[kind] > 0)
      .map((kind) => {
        const verdict = kind === 'unclear' ? 'open' : kind;
        return h(
          'span',
          { class: 'badge', 'data-verdict': verdict },
          `${tally[kind]} ${verdictTexts[kind][1]}`,
        );
      });
    this.#tally.replaceChildren(...badges);
  }
}

/** @param {import('./claims/claim.js').Group} group @param {boolean} open */
function createGroup({ title, claims }, open) {
  const id = `claims-${title.split(':')[0]?.toLowerCase()}`;
  const tally = h('span', { class: 'how' });
  const items = claims.map(createItem);
  const element = h(
    'details',
    { class: 'group', open },
    h('summary', {}, h('b', { id }, title), ' ', tally),
    h('ul', { 'aria-labelledby': id }, ...items.map((item) => item.element)),
  );
  /** @param {ReadonlyMap<Claim, Judged>} all @param {ComparisonData['settings']} settings @param {string} address */
  const set = (all, settings, address) => {
    for (const item of items) item.set(all.get(item.claim), settings, address);
    const held = claims.filter((claim) => all.get(claim)?.outcome?.verdict === 'holds').length;
    setText(tally, `${held} of ${claims.length} ${verdictTexts.holds[held === 1 ? 0 : 1]}`);
  };
  return { element, set };
}

/** One claim: how it came out, its words, and why. @param {Claim} claim */
function createItem(claim) {
  const badge = h('span', { class: 'badge' });
  const says = h('p', { class: 'says' });
  const link = h('a', { target: '_top' });
  const element = h(
    'li',
    { 'data-claim': claim.id },
    h('p', { class: 'head' }, badge, ' ', h('span', { class: 'source' }, sourceOf(claim))),
    h(
      'div',
      {},
      h('p', { class: 'quote' }, h('q', {}, claim.quote)),
      says,
      h('p', { class: 'rule' }, h('span', {}, claim.rule, ' '), link),
    ),
  );
  /** @param {Judged | undefined} judged @param {ComparisonData['settings']} settings @param {string} address of this figure */
  const set = (judged, settings, address) => {
    const { outcome, why } = judged ?? {};
    badge.dataset.verdict = outcome?.verdict ?? 'open';
    const [came] = verdictTexts[outcome?.verdict ?? (why ? 'unclear' : 'open')];
    setText(badge, outcome && claim.asPrinted ? `${came}, as printed` : came);
    setText(says, outcome?.says ?? why ?? '');
    const shown = claim.link(settings);
    setText(link, shownIn[shown.figure] ?? shown.figure);
    const to = String(new URL(`?${queryOf(shown)}`, address));
    if (link.getAttribute('href') !== to) link.setAttribute('href', to);
  };
  return { claim, element, set };
}

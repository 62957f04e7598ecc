import { h, setText } from '../../dom/index.js';
import { articles, queryOf, verdicts } from './claims/claim.js';
import { groups } from './claims/index.js';
import { tallyOf } from './describe.js';

/** @typedef {import('./compute.js').ComparisonData} ComparisonData */
/** @typedef {import('./claims/claim.js').Claim} Claim */
/** @typedef {import('./claims/claim.js').Verdict} Verdict */
/** @typedef {import('./claims/index.js').Judged} Judged */

const OPEN = 'not measured yet';

/** Where the rules do not make the list too long to scroll through. */
const WIDE = '(min-width: 700px)';

/** The articles in a few words, for those who know which is which. */
const short = Object.freeze({ first: 'first article', second: 'second article' });

/** The figures as a link names them. @type {Readonly<Partial<Record<string, string>>>} */
const shownIn = Object.freeze({
  vectors: 'See the vectors',
  clocks: 'See the clocks',
  heatmap: 'See the table',
  scores: 'See the scores',
  training: 'See the training',
  comparison: 'Link to this comparison',
});

/** One claim: how it came out, its words, and why. */
class ClaimView {
  #badge = h('span', { class: 'badge' });
  #says = h('p', { class: 'says' });
  #link;
  element;
  #claim;

  /** @param {Claim} claim */
  constructor(claim) {
    this.#claim = claim;
    const { quote, about, article, rule } = claim;
    const source = [short[article], about].filter((text) => text !== '').join(', on ');
    this.#link = h('a', { target: '_top' });
    this.element = h(
      'li',
      { 'data-claim': claim.id },
      h('p', { class: 'head' }, this.#badge, ' ', h('span', { class: 'source' }, source)),
      h(
        'div',
        {},
        h('p', { class: 'quote' }, h('q', {}, quote)),
        this.#says,
        h('p', { class: 'rule' }, h('span', {}, rule, ' '), this.#link),
      ),
    );
  }

  /** @param {Judged} judged @param {ComparisonData['settings']} settings @param {string} address of this figure */
  set({ claim, numbers, verdict }, settings, address) {
    this.#badge.dataset.verdict = verdict ?? 'open';
    setText(this.#badge, verdict ? verdicts[verdict] : OPEN);
    setText(this.#says, numbers === undefined ? '' : claim.says(numbers));
    const shown = this.#claim.link(settings);
    setText(this.#link, shownIn[shown.figure] ?? shown.figure);
    const to = String(new URL(`?${queryOf(shown)}`, address));
    if (this.#link.getAttribute('href') !== to) this.#link.setAttribute('href', to);
  }
}

/** What the two articles say, claim by claim. */
export class ClaimsView {
  #tally = h('p', { class: 'tally' });
  #rules = h('input', { type: 'checkbox', onchange: () => this.#showRules() });
  element;
  /** @type {Map<Claim, ClaimView>} */
  #views = new Map();

  constructor() {
    const lists = groups.map(({ title, claims }) => {
      const items = claims.map((claim) => {
        const view = new ClaimView(claim);
        this.#views.set(claim, view);
        return view.element;
      });
      const id = `claims-${title.split(':')[0]?.toLowerCase()}`;
      return h(
        'div',
        { class: 'group' },
        h('p', { class: 'title', id }, h('b', {}, title)),
        h('ul', { 'aria-labelledby': id }, ...items),
      );
    });
    this.element = h(
      'div',
      { class: 'claims' },
      h('p', { class: 'title' }, h('b', {}, 'What the articles claim'), ' and what the numbers say'),
      h(
        'div',
        { class: 'summary' },
        this.#tally,
        h('label', { class: 'chip' }, this.#rules, h('span', {}, 'Show the rule of each verdict')),
      ),
      h('div', { class: 'groups' }, ...lists),
      h('p', { class: 'sources' }, `First article: ${articles.first}. Second: ${articles.second}.`),
    );
    this.#rules.checked = matchMedia(WIDE).matches;
    this.#showRules();
  }

  #showRules() {
    this.element.classList.toggle('ruled', this.#rules.checked);
  }

  /** @param {ComparisonData} data @param {string} address of this figure */
  set(data, address) {
    for (const judged of data.judged()) this.#views.get(judged.claim)?.set(judged, data.settings, address);
    const tally = tallyOf(data);
    const kinds = /** @type {(Verdict | 'open')[]} */ (['holds', 'in part', 'not', 'open']);
    const words = { holds: 'hold', 'in part': 'hold in part', not: 'do not hold', open: 'not measured yet' };
    this.#tally.replaceChildren(
      ...kinds
        .filter((kind) => tally[kind] > 0)
        .map((kind) => h('span', { class: 'badge', 'data-verdict': kind }, `${tally[kind]} ${words[kind]}`)),
    );
  }
}

import { h, setText } from '../../dom/index.js';
import { articles, queryOf, verdicts } from './claims/claim.js';
import { groups } from './claims/index.js';
import { tallyOf } from './text.js';

/** @typedef {import('./compute.js').ComparisonData} ComparisonData */
/** @typedef {import('./claims/claim.js').Claim} Claim */
/** @typedef {import('./claims/claim.js').Verdict} Verdict */
/** @typedef {import('./claims/index.js').Judged} Judged */

const OPEN = 'not measured yet';
const UNCLEAR = 'cannot be judged';

/** Where neither all groups nor the rules make the list too long to scroll through. */
const WIDE = '(min-width: 700px)';

/** The tally, in its order. @type {readonly (readonly [Verdict | 'open' | 'unclear', string])[]} */
const kinds = Object.freeze([
  ['holds', 'hold'],
  ['in part', 'hold in part'],
  ['not', 'do not hold'],
  ['open', OPEN],
  ['unclear', 'cannot be judged'],
]);

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
  set({ claim, numbers, verdict, why }, settings, address) {
    this.#badge.dataset.verdict = verdict ?? 'open';
    const came = verdict && `${verdicts[verdict]}${claim.asPrinted ? ', as printed' : ''}`;
    setText(this.#badge, came ?? (why ? UNCLEAR : OPEN));
    setText(this.#says, verdict ? claim.says(numbers, verdict) : (why ?? ''));
    const shown = this.#claim.link(settings);
    setText(this.#link, shownIn[shown.figure] ?? shown.figure);
    const to = String(new URL(`?${queryOf(shown)}`, address));
    if (this.#link.getAttribute('href') !== to) this.#link.setAttribute('href', to);
  }
}

/** What the two articles say, claim by claim. */
export class ClaimsList {
  #tally = h('p', { class: 'tally' });
  #rules = h('input', { type: 'checkbox', onchange: () => this.#showRules() });
  element;
  /** @type {Map<Claim, ClaimView>} */
  #views = new Map();

  /** @type {Map<readonly Claim[], HTMLElement>} */
  #tallies = new Map();

  constructor() {
    const isWide = matchMedia(WIDE).matches;
    const lists = groups.map(({ title, claims }) => {
      const items = claims.map((claim) => {
        const view = new ClaimView(claim);
        this.#views.set(claim, view);
        return view.element;
      });
      const id = `claims-${title.split(':')[0]?.toLowerCase()}`;
      const tally = h('span', { class: 'how' });
      this.#tallies.set(claims, tally);
      return h(
        'details',
        { class: 'group', open: isWide || claims === groups[0]?.claims },
        h('summary', {}, h('b', { id }, title), ' ', tally),
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
    this.#rules.checked = isWide;
    this.#showRules();
  }

  #showRules() {
    this.element.classList.toggle('ruled', this.#rules.checked);
  }

  /** @param {ComparisonData} data @param {string} address of this figure */
  set(data, address) {
    const all = data.judged();
    for (const judged of all) this.#views.get(judged.claim)?.set(judged, data.settings, address);
    for (const [claims, tally] of this.#tallies) {
      const held = all.filter(({ claim, verdict }) => verdict === 'holds' && claims.includes(claim)).length;
      setText(tally, `${held} of ${claims.length} ${held === 1 ? 'holds' : 'hold'}`);
    }
    const tally = tallyOf(data);
    this.#tally.replaceChildren(
      ...kinds
        .filter(([kind]) => tally[kind] > 0)
        .map(([kind, words]) =>
          h(
            'span',
            { class: 'badge', 'data-verdict': kind === 'unclear' ? 'open' : kind },
            `${tally[kind]} ${words}`,
          ),
        ),
    );
  }
}

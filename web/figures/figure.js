import { partsOf, plain } from './shared/caption.js';
import { PanelView } from './shared/panel.js';

/**
 * What a figure is.
 *
 * @typedef {import('../core/core.js').Core} Core
 * @typedef {import('../core/base-core.js').BaseCore} BaseCore
 * @typedef {import('../core/heap.js').Heap} Heap
 * @typedef {import('../settings/index.js').Settings} Settings
 * @typedef {import('../settings/index.js').SettingName} SettingName
 * @typedef {'light' | 'dark'} Scheme
 * @typedef {{ mark: string[], text: string[] }} Colors of positions; `text` has the contrast that text needs
 */

/**
 * The playhead's axis: a label a position, and each word's row in its table where it has one.
 * @typedef {object} Timeline
 * @property {readonly string[]} labels
 * @property {number} [positions] how many have a colour, where the playhead does not come to all of them
 * @property {readonly number[] | undefined} [rows]
 * @property {string} [counts] what the playhead stands at, where that is not a position
 */

/**
 * What a figure shows now.
 *
 * @template Data
 * @template [Own=undefined]
 * @typedef {object} Shown
 * @property {Data} data
 * @property {Own} own what of them is a panel's own, where there are several
 * @property {Settings} settings
 * @property {Colors} colors none where there is no timeline
 * @property {string} description the sentence
 * @property {boolean} held while something is dragged, and the view must not move
 */

/**
 * Moves something that a figure lets be moved, by its `drag`.
 *
 * @typedef {object} Dragging
 * @property {() => void} take
 * @property {(panel: number, position: number, x: number, y: number) => void} move
 * @property {(putBack: boolean) => void} drop
 */

/**
 * What a panel may ask of its element.
 * @typedef {object} FigureHost
 * @property {Scheme} scheme as it is now
 * @property {(patch: import('../settings/index.js').Patch) => boolean} ask for new settings; false: they were refused
 * @property {(position: number) => void} seek pauses there
 * @property {Dragging} drag
 * @property {(text: string) => void} say to those who listen
 * @property {() => void} redraw asks for a frame
 * @property {() => boolean} visible whether somebody can see it now; frames are drawn only then
 * @property {() => void} renewed tells that the data say something new: the sentence and the notes follow, and `set` comes again
 * @property {() => boolean} reducedMotion
 * @property {() => string} link the address that shows this figure alone, as it now stands
 */

/**
 * One setting's control.
 * @typedef {object} Control
 * @property {HTMLElement} element
 * @property {(settings: Settings, anew: boolean, refused?: string) => void} show anew: what a reader typed counts no more;
 *   refused: the text that is beside the problem
 * @typedef {(name: SettingName, value: unknown) => boolean} Ask tells whether it was granted
 */

/**
 * What is known of a figure before its code is there.
 * @typedef {object} FigureParts
 * @property {string} title
 * @property {() => { figure: LoadedFigure<BaseCore> } | Promise<{ figure: LoadedFigure }>} load its `figure.js`: at once where it is there already,
 *   before the whole core is
 * @typedef {import('../settings/index.js').FigureSettings & FigureParts} FigureEntry
 */

/**
 * A figure's code: plain functions of settings and time, and what shows them.
 * @template Data
 * @template {BaseCore} [C=Core] what it computes with
 * @typedef {object} FigureCode
 * @property {(core: C, settings: Settings) => Data} compute may throw a `Refusal`
 * @property {(core: C, data: Data, position: number) => void} [frame] moves the data's moving part, without allocation
 * @property {(data: Data, settings: Settings) => string} caption a sentence with the numbers in it; those that were computed are marked,
 *   as `shared/caption.js` does it
 * @property {(data: Data) => Timeline} [timeline] none: the figure knows no time
 * @property {(host: FigureHost) => import('./shared/panel.js').Panel<Data>} panel what is seen of the data above the transport and the sentence
 * @property {string} styles CSS for the panel and the figure's own controls, by the element's custom properties
 * @property {Partial<Record<SettingName, string>>} [labels] of controls, where the table's do not say what this figure does with them
 * @property {Partial<Record<SettingName, (row: import('../settings/index.js').Row, ask: Ask) => Control>>} [controls] of its own
 * @property {(data: Data) => Partial<Record<SettingName, string>>} [aside] small texts under controls
 * @property {(settings: Settings) => readonly SettingName[]} [idle] settings that have no effect beside the others
 * @property {(data: Data) => readonly string[]} [notes] what a reader should know, below the sentence
 * @property {(core: C, data: Data, settings: Settings, tip: Tip) =>
 *   { patch: import('../settings/index.js').Patch, note: string | undefined }} [drag]
 */

/** Where something was dragged. @typedef {{ panel: number, position: number, x: number, y: number }} Tip */

/** What a figure has computed, and the panel that shows it. @typedef {ReturnType<typeof openWith>} OpenFigure */

/**
 * A figure's code as others have it: what its data are, nobody else needs to know.
 * @template {BaseCore} [C=Core]
 * @typedef {object} LoadedFigure
 * @property {string} styles
 * @property {NonNullable<FigureCode<unknown>['labels']>} labels
 * @property {NonNullable<FigureCode<unknown>['controls']>} controls
 * @property {NonNullable<FigureCode<unknown>['idle']>} idle
 * @property {(core: C) => OpenFigure} open
 */

/**
 * All of it.
 * @typedef {object} Whole
 * @property {readonly SettingName[]} settings
 * @property {readonly SettingName[]} few
 * @property {(heap: Heap) => OpenFigure} open
 * @typedef {Omit<FigureEntry, 'load' | 'settings' | 'few'> & Omit<LoadedFigure, 'open'> & Whole} Figure
 */

/**
 * The entry itself; it gives the settings their types, which follow from its rows.
 * @template {FigureEntry} const T
 * @param {T} entry
 * @returns {T}
 */
export const defineFigure = (entry) => entry;

/**
 * @template Data
 * @template {BaseCore} C
 * @param {FigureCode<Data, C>} code
 * @returns {LoadedFigure<C>}
 */
export const figureOf = (code) => ({
  styles: code.styles,
  labels: code.labels ?? {},
  controls: code.controls ?? {},
  idle: code.idle ?? (() => []),
  open: (core) => openWith(core, code),
});

/**
 * @template Data
 * @template {BaseCore} C
 * @param {C} core
 * @param {FigureCode<Data, C>} code
 */
function openWith(core, code) {
  /** @type {{ data: Data, settings: Settings } | undefined} */
  let now;
  let caption = '';
  const renew = () => {
    if (now) caption = code.caption(now.data, now.settings);
  };
  return {
    /** @param {Settings} settings @throws {Refusal} */
    compute(settings) {
      now = { data: code.compute(core, settings), settings };
      renew();
    },
    /** The same data say something new, as when a measurement is done. */
    renew,
    /** In parts: every second one is a number that was computed. */
    get caption() {
      return partsOf(caption);
    },
    get timeline() {
      return now && code.timeline?.(now.data);
    },
    get aside() {
      return (now && code.aside?.(now.data)) ?? {};
    },
    get notes() {
      return (now && code.notes?.(now.data)) ?? [];
    },
    /** @param {number} position */
    frame(position) {
      if (now) code.frame?.(core, now.data, position);
    },
    /** @param {Settings} settings @param {Tip} tip */
    drag: (settings, tip) => now && code.drag?.(core, now.data, settings, tip),
    /** @param {FigureHost} host */
    panel(host) {
      const panel = code.panel(host);
      const view = new PanelView(panel, host);
      return {
        /** @type {import('./shared/panel.js').View} */
        view,
        /** What was computed last. @param {Pick<Shown<Data>, 'settings' | 'colors' | 'held'>} how */
        set(how) {
          if (now) view.set({ ...how, data: now.data, own: undefined, description: plain(caption) });
        },
        /** A figure with a clock of its own plays or stops. @param {'play' | 'pause'} what */
        run: (what) => panel[what]?.(),
      };
    },
  };
}

/** The settings of which something is true. @param {Partial<Record<SettingName, boolean>>} which @returns {SettingName[]} */
export const settingsWhere = (which) =>
  /** @type {SettingName[]} */ (Object.keys(which)).filter((name) => which[name]);

/** A setting that is good by itself, but that the core cannot compute with: the last good one stays. */
export class Refusal extends Error {
  name = 'Refusal';

  /** @param {SettingName} setting @param {string} message a plain sentence that begins with the setting's name */
  constructor(setting, message) {
    super(message);
    this.setting = setting;
  }
}

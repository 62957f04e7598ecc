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
 * @property {() => FirstModule | Promise<FigureModule>} load at once where the code is there already
 * @typedef {import('../settings/index.js').FigureSettings & FigureParts} FigureEntry
 */

/** @typedef {{ figure: FigureCode<any> }} FigureModule a figure's `figure.js` */
/** @typedef {{ figure: FigureCode<any, BaseCore> }} FirstModule that of the figure that opens, before the whole core is there */

/**
 * A figure's code: plain functions of settings and time, and what shows them.
 * @template Data
 * @template {BaseCore} [C=Core] what it computes with
 * @typedef {object} FigureCode
 * @property {Partial<Record<SettingName, string>>} [labels] of controls, where the table's do not say what this figure does with them
 * @property {Partial<Record<SettingName, (row: import('../settings/index.js').Row, ask: Ask) => Control>>} [controls] of its own
 * @property {(core: C, settings: Settings) => Data} compute may throw a `Refusal`
 * @property {(core: C, data: Data, position: number) => void} frame moves the data's moving part, without allocation
 * @property {(data: Data, settings: Settings) => string} describe a sentence with the numbers in it
 * @property {(data: Data) => readonly string[]} [given] phrases of the sentence whose numbers were not computed, besides those of settings
 * @property {(data: Data) => Timeline | undefined} timeline none: the figure knows no time
 * @property {(host: FigureHost) => import('./shared/panel.js').Panel<Data>} panel what is seen of the data above the transport and the sentence
 * @property {string} styles CSS for the panel and the figure's own controls, by the element's custom properties
 * @property {(data: Data) => Partial<Record<SettingName, string>>} aside small texts under controls
 * @property {(settings: Settings) => readonly SettingName[]} idle settings that have no effect beside the others
 * @property {(data: Data) => readonly string[]} notes what a reader should know, below the sentence
 * @property {(core: C, data: Data, settings: Settings, tip: { panel: number, position: number, x: number, y: number }) =>
 *   { patch: import('../settings/index.js').Patch, note: string | undefined }} [drag]
 */

/**
 * All of it.
 * @typedef {object} Whole
 * @property {readonly SettingName[]} settings
 * @property {readonly SettingName[]} few
 * @property {(heap: Heap) => BaseCore} coreOf what it computes with
 * @typedef {Omit<FigureEntry, 'load' | 'settings' | 'few'> & Whole & FigureCode<any, any>} Figure
 */

/**
 * The entry itself; it gives the settings their types, which follow from its rows.
 * @template {FigureEntry} const T
 * @param {T} entry
 * @returns {T}
 */
export const defineFigure = (entry) => entry;

/** A setting that is good by itself, but that the core cannot compute with: the last good one stays. */
export class Refusal extends Error {
  name = 'Refusal';

  /** @param {SettingName} setting @param {string} message a plain sentence that begins with the setting's name */
  constructor(setting, message) {
    super(message);
    this.setting = setting;
  }
}

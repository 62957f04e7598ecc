/**
 * The shapes that the settings room speaks of. Types only: nothing here runs.
 */

/**
 * @typedef {'vectors' | 'clocks' | 'heatmap' | 'spectrum' | 'scores' | 'decay' | 'pairing' | 'precision' | 'training'
 *   | 'comparison'} Figure
 * @typedef {'sinusoidal' | 'rotary' | 'product' | 'learned' | 'none'} Encoding
 * @typedef {'interleaved' | 'half'} Pairing
 * @typedef {'none' | 'linear' | 'dynamic' | 'ntk' | 'yarn' | 'llama3'} Scaling
 * @typedef {'auto' | 'light' | 'dark'} Theme
 */

/**
 * @typedef {object} SettingsFields
 * @property {Figure} figure which figure
 * @property {readonly Encoding[]} encodings one panel each, in this order; at least one, none twice
 * @property {number} positions count, 1 to 131072; most figures show fewer
 * @property {number} dimensions features of a vector, 2 to 1024; even where rotary turns them
 * @property {number} pair 0-based, below floor(dimensions / 2)
 * @property {Pairing} pairing which two features make a pair
 * @property {number} base 1 to 1e9
 * @property {readonly number[] | 'words'} vector two numbers for every pair, or one a dimension
 * @property {string} text the reader's words, at most 20000 UTF-16 units, no lone surrogates
 * @property {number} seed integer, 0 to 4294967295
 * @property {string} model whose frequencies: `own`, or a model of `models.js`
 * @property {readonly string[]} models the same, several; at most 8, none twice, may be empty
 * @property {string} config canonical JSON text of a model's config, or empty
 * @property {Scaling} scaling of one's own frequencies
 * @property {number} factor of that scaling, 1 to 1000
 * @property {number} trainedLength positions, 1 to 16777216
 * @property {number} sequenceLength positions, 1 to 16777216; in `training` 1 to 4 times trainedLength
 * @property {'wavelength' | 'frequency'} quantity
 * @property {'sinusoidal' | 'cos' | 'sin' | 'learned'} table
 * @property {readonly number[] | undefined} zoom first and last position, first and last column; or not set
 * @property {readonly string[]} methods encodings whose scores are compared; at least one, none twice
 * @property {number} distance from key to query, in positions, -8191 to 8191; below 0 where the query comes first
 * @property {'general' | 'equal'} tokens query and key: random ones or one's own, or both all ones
 * @property {readonly number[] | undefined} query two numbers for every pair, or one a dimension; or not set
 * @property {readonly number[] | undefined} key the same
 * @property {number} heads of ALiBi, 1 to 32
 * @property {number} head 0-based, below heads
 * @property {boolean} permuted whether the weights are reordered for the half pairing
 * @property {readonly ('float32' | 'running' | 'float16' | 'frequencies' | 'bfloat16')[]} formats at least one
 * @property {number} lookBack positions, 1 to 32; in `training` fewer than trainedLength
 * @property {number} steps of training, 1 to 5000
 * @property {number} learningRate 0.0001 to 10
 * @property {'adam' | 'momentum'} optimiser
 * @property {number} share of the positions that are trained on, 0.1 to 1
 * @property {number | undefined} at real position of the playhead, 0 to positions - 1 (in `training` the step, 0 to steps), or not set
 * @property {boolean} autoplay
 * @property {number} speed positions a second, 0.1 to 60
 * @property {boolean} loop
 * @property {Theme} theme
 * @property {readonly string[]} hide attribute names of the controls that are not shown
 */

/**
 * All settings of a figure: frozen, its arrays too, and consistent (`relations` finds nothing). `pair`, `vector`, `zoom` and `at`
 * are tied to the others only in figures that use them.
 * @typedef {Readonly<SettingsFields>} Settings
 * @typedef {keyof SettingsFields} SettingName
 */

/**
 * Values asked for, by setting: JavaScript values or text as in an attribute. They need not be right.
 * @typedef {Partial<Record<SettingName, unknown>>} Patch
 */

/**
 * What was wrong, or what was adjusted: a setting's name (for a problem it may also be `v`, the link's version,
 * or an unknown name that a script gave) and a plain sentence. The sentence is text, never markup.
 * @typedef {Readonly<{ name: string, message: string }>} Problem
 */

/**
 * @template T
 * @typedef {Readonly<{ value: T, problem?: undefined }> | Readonly<{ problem: string, value?: undefined }>} Checked
 */

/**
 * What a type says of a value before there is a message: the good value, or what was given, in words, and what is
 * allowed where that differs from what the type allows in general.
 * @template T
 * @typedef {Readonly<{ value: T, got?: undefined }> | Readonly<{ got: string, allowed?: string, value?: undefined }>} Judged
 */

/**
 * @typedef {Readonly<{ settings: Settings, problems: readonly Problem[], notes: readonly Problem[] }>} Changed
 */

/**
 * @typedef {'text' | 'slider' | 'number' | 'select' | 'checkboxes' | 'chooser' | 'config' | 'toggle' | 'none'} Control
 */

/**
 * What every row of the table has.
 * @typedef {object} CommonRow
 * @property {SettingName} name camelCase, the property's name
 * @property {string} label short, for a control
 * @property {string} help one sentence for a reader
 * @property {Control} control
 */

/**
 * `scale` and `step` serve the control alone: values between steps are good.
 * @typedef {object} NumberParts
 * @property {number} min
 * @property {number} max
 * @property {'linear' | 'log'} [scale]
 * @property {number} [step]
 */

/**
 * `labels` gives each value's name for a reader.
 * @typedef {object} ChoiceParts
 * @property {readonly string[]} values
 * @property {Readonly<Record<string, string>>} labels
 */

/**
 * @typedef {Readonly<CommonRow & NumberParts & { type: 'integer', default: number }>} IntegerRow
 * @typedef {{ type: 'real', default: number | undefined, optional?: boolean }} RealParts
 * @typedef {Readonly<CommonRow & NumberParts & RealParts>} RealRow
 * @typedef {Readonly<CommonRow & ChoiceParts & { type: 'choice', default: string }>} ChoiceRow
 * @typedef {{ type: 'list', default: readonly string[], mayBeEmpty?: boolean, maxCount?: number }} ListParts
 * @typedef {Readonly<CommonRow & ChoiceParts & ListParts>} ListRow
 * @typedef {Readonly<CommonRow & { type: 'boolean', default: boolean }>} BooleanRow
 * @typedef {Readonly<CommonRow & { type: 'text', default: string, maxLength: number }>} TextRow
 * @typedef {{ type: 'vector', default: readonly number[] | undefined, optional?: boolean, limit: number, maxCount: number }} VectorParts
 * @typedef {Readonly<CommonRow & VectorParts>} VectorRow
 * @typedef {Readonly<CommonRow & { type: 'config', default: string, maxLength: number }>} ConfigRow
 * @typedef {Readonly<CommonRow & { type: 'window', default: undefined }>} WindowRow
 * @typedef {IntegerRow | RealRow | ChoiceRow | ListRow | BooleanRow | TextRow | VectorRow | ConfigRow | WindowRow} Row
 */

/**
 * One type of setting: what it allows, in words, and how text and other JavaScript values become its values and back.
 * @template R
 * @typedef {object} Type
 * @property {(row: R) => string} allowed follows "must be"
 * @property {(row: R, text: string) => Judged<unknown>} fromText
 * @property {(row: R, value: unknown) => Judged<unknown>} fromValue for all values but strings
 * @property {(value: any) => string} toText
 */

export {};

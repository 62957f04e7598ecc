/** The shapes that the settings speak of. Figures add the fields of their rows to `SettingsFields`. */

export interface SettingsFields {
  controls: 'few' | 'all' | 'none';
  /** Attribute names of the controls that stand open; empty for those that the figure names. */
  show: readonly string[];
  /** Attribute names of the controls that are not shown. */
  hide: readonly string[];
}

/** All settings of a figure: frozen, its arrays too, and consistent (`relations` finds nothing). */
export type Settings = Readonly<SettingsFields>;
export type SettingName = keyof SettingsFields;

/** Values asked for, by setting: JavaScript values or text as in an attribute. They need not be right. */
export type Patch = Partial<Record<SettingName, unknown>>;

/**
 * What was wrong, or what was adjusted: a setting's name (for a problem it may also be `v`, the link's version, or an unknown name
 * that a script gave) and a plain sentence. The sentence is text, never markup.
 */
export type Problem = Readonly<{ name: string; message: string }>;

export type Changed = Readonly<{
  settings: Settings;
  problems: readonly Problem[];
  notes: readonly Problem[];
}>;

export type Checked<T> =
  | Readonly<{ value: T; problem?: undefined }>
  | Readonly<{ problem: string; value?: undefined }>;

/**
 * What a type says of a value before there is a message: the good value, or what was given, in words, and what is allowed where
 * that differs from what the type allows in general.
 */
export type Judged<T> =
  | Readonly<{ value: T; got?: undefined }>
  | Readonly<{ got: string; allowed?: string; value?: undefined }>;

/** Inclusive. */
export type Range = { min: number; max: number };

/** `own` is a control that the figure brings. */
export type Control = 'text' | 'slider' | 'number' | 'select' | 'checkboxes' | 'toggle' | 'own' | 'none';

interface CommonRow {
  /** In camelCase: the property's name. */
  readonly name: string;
  /** Short, for a control. */
  readonly label: string;
  /** One sentence for a reader. */
  readonly help: string;
  readonly control: Control;
}

/** `scale` and `step` serve the control alone: values between steps are good. */
interface NumberRow extends CommonRow {
  readonly min: number;
  readonly max: number;
  readonly scale?: 'linear' | 'log';
  readonly step?: number;
}

/** `labels` gives each value's name for a reader. */
interface ValuesRow extends CommonRow {
  readonly values: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

export interface IntegerRow extends NumberRow {
  readonly type: 'integer';
  readonly default: number;
}

export interface RealRow extends NumberRow {
  readonly type: 'real';
  readonly default: number | undefined;
  readonly optional?: boolean;
}

export interface ChoiceRow extends ValuesRow {
  readonly type: 'choice';
  readonly default: string;
}

export interface ListRow extends ValuesRow {
  readonly type: 'list';
  readonly default: readonly string[];
  readonly mayBeEmpty?: boolean;
  readonly maxCount?: number;
}

export interface BooleanRow extends CommonRow {
  readonly type: 'boolean';
  readonly default: boolean;
}

export interface TextRow extends CommonRow {
  readonly type: 'text';
  readonly default: string;
  readonly maxLength: number;
}

/** Two numbers, or one for each dimension; where it is not `optional`, also `words`. */
export interface VectorRow extends CommonRow {
  readonly type: 'vector';
  readonly default: readonly number[] | undefined;
  readonly optional?: boolean;
  readonly limit: number;
  readonly maxCount: number;
}

/** Canonical JSON text of an object, or empty. */
export interface ConfigRow extends CommonRow {
  readonly type: 'config';
  readonly default: string;
  readonly maxLength: number;
}

/** First and last row, first and last column; or not set. */
export interface WindowRow extends CommonRow {
  readonly type: 'window';
  readonly default: undefined;
}

/** A row as a figure brings it. */
export type NewRow =
  | IntegerRow
  | RealRow
  | ChoiceRow
  | ListRow
  | BooleanRow
  | TextRow
  | VectorRow
  | ConfigRow
  | WindowRow;

/** A row of the table. */
export type Row = NewRow & { readonly name: SettingName };

/** The values of a setting, by its row. */
type ValueOf<R> = R extends { type: 'integer' }
  ? number
  : R extends { type: 'real' }
    ? number | (R extends { optional: true } ? undefined : never)
    : R extends { type: 'choice'; values: readonly (infer V)[] }
      ? V
      : R extends { type: 'list'; values: readonly (infer V)[] }
        ? readonly V[]
        : R extends { type: 'boolean' }
          ? boolean
          : R extends { type: 'text' | 'config' }
            ? string
            : R extends { type: 'vector' }
              ? readonly number[] | (R extends { optional: true } ? undefined : 'words')
              : R extends { type: 'window' }
                ? readonly number[] | undefined
                : never;

/** The fields of settings that rows make. */
export type FieldsOf<R extends { name: string }> = {
  [N in R['name']]: ValueOf<Extract<R, { name: N }>>;
};

/**
 * What ties a setting to those that it depends on. `problem` says what is wrong beside them, if anything, and `mend` how the
 * setting can follow them.
 */
export interface Rule {
  readonly name: string;
  /** What a number may be, where that is not what the figure takes anyway. */
  readonly range?: (settings: Settings) => Partial<Range>;
  /** Another setting, the newcomer, that is to be refused instead. */
  readonly newcomer?: (next: Settings, last: Settings) => Problem | undefined;
  readonly problem: (settings: Settings) => string | undefined;
  readonly mend: (settings: Settings) => { value: unknown; note: string };
}

/** What a figure brings. */
export interface FigureSettings {
  readonly name: string;
  /** In a list of figures. */
  readonly label: string;
  /** Settings that not every figure has. Those that another figure brings too are the same objects. */
  readonly rows?: readonly NewRow[];
  /** Those that it uses and that have a control, in their order. */
  readonly settings: readonly string[];
  /** Those of them whose controls stand open: one to three, which prove its idea. */
  readonly few: readonly string[];
  /** What it opens with, where that differs from the rows' defaults. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  /** The numbers that it can show, where they are fewer than a row allows. */
  readonly limits: Readonly<Record<string, Partial<Range>>>;
  /** Those that others depend on come first. */
  readonly rules: readonly Rule[];
}

/**
 * One type of setting: what it allows, in words, and how text and other JavaScript values become its values and back.
 */
export interface Type<R> {
  /** Follows "must be". */
  allowed(row: R): string;
  fromText(row: R, text: string): Judged<unknown>;
  /** For all values but strings. */
  fromValue(row: R, value: unknown): Judged<unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: a value of that row's type
  toText(value: any): string;
}

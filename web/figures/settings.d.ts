import type { FieldsOf } from '../settings/typedefs.js';
import type { Entry } from './index.js';
import type { pictureRows, viewRows } from './shared/rows.js';

/** The rows that figures bring. */
type RowsOf<E> = E extends { rows: readonly (infer R extends { name: string })[] } ? R : never;
type Rows = (typeof pictureRows)[number] | (typeof viewRows)[number] | RowsOf<Entry>;
type Fields = FieldsOf<Rows> & { figure: Entry['name'] };

declare module '../settings/typedefs.js' {
  interface SettingsFields extends Fields {}
}

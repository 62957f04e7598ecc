import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { damages, whole } from './config-damages.js';
import { figure, frame, part, pixels, problem } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

afterEach(() => document.body.replaceChildren());

/** @param {Record<string, string>} [attributes] */
const spectrum = (attributes) => figure({ figure: 'spectrum', ...attributes });

/** @param {Scope} element */
const box = (element) => part(element, '[data-control=config] textarea');

/** As a browser does it when a reader pastes into the box. @param {Scope} element @param {string} text */
function paste(element, text) {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', text);
  const event = new ClipboardEvent('paste', { clipboardData, cancelable: true, bubbles: true });
  if (!box(element).dispatchEvent(event)) return;
  box(element).value = text;
  box(element).dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
}

/** @param {Scope} element @param {string} type @param {File | string} [given] */
function drag(element, type, given) {
  const dataTransfer = new DataTransfer();
  if (given instanceof File) dataTransfer.items.add(given);
  else if (given !== undefined) dataTransfer.setData('text', given);
  const event = new DragEvent(type, { dataTransfer, cancelable: true, bubbles: true });
  return !box(element).dispatchEvent(event);
}

const config = JSON.stringify(whole, null, 2);
const file = (text = config, name = 'config.json') => new File([text], name, { type: 'application/json' });

describe('the sentence on models', () => {
  const bold = (/** @type {Scope} */ element) =>
    Array.from(element.shadowRoot?.querySelectorAll('figcaption b') ?? [], (one) => one.textContent);

  it('has in bold what was computed, and not what a model was trained on', async () => {
    const element = await spectrum({ models: 'llama-3-1-8b gpt-oss' });
    for (const models of ['llama-3-1-8b gpt-oss', 'llama-3-1-8b gpt-oss phi-2']) {
      element.change({ models });
      await frame();
      const said = element.description.matchAll(/(?:unfinished in|a turn in the) (\d+)/g);
      const trained = Array.from(said, ([, length]) => length);
      expect(trained).toHaveLength(models.split(' ').length);
      expect(bold(element).length).toBeGreaterThan(2);
      for (const length of trained) expect(bold(element)).not.toContain(length);
    }
  });
});

describe('the control that chooses models', () => {
  const chosen = (/** @type {Scope} */ element) =>
    Array.from(element.shadowRoot?.querySelectorAll('.chosen-ones li span') ?? [], (one) => one.textContent);

  it('adds a model from those that are not yet chosen, and takes it out again', async () => {
    const element = await spectrum();
    expect(chosen(element)).toEqual(['Your own', 'Llama 3.1 8B']);
    const others = part(element, '.others');
    expect(Array.from(others.querySelectorAll('option'), ({ value }) => value)).not.toContain('own');
    await userEvent.selectOptions(others, 'gpt-oss');
    expect(element.settings.models).toEqual(['own', 'llama-3-1-8b']);
    await userEvent.click(part(element, '.add'));
    expect(element.settings.models).toEqual(['own', 'llama-3-1-8b', 'gpt-oss']);
    await frame();
    expect(chosen(element)).toEqual(['Your own', 'Llama 3.1 8B', 'gpt-oss']);
    expect(element.description).toContain('gpt-oss');
    await userEvent.click(part(element, '[aria-label="Remove Llama 3.1 8B"]'));
    await frame();
    expect(element.settings.models).toEqual(['own', 'gpt-oss']);
    expect(chosen(element)).toEqual(['Your own', 'gpt-oss']);
  });

  it('is used by keys alone, and the focus is never lost', async () => {
    const element = await spectrum();
    const focused = () => element.shadowRoot?.activeElement;
    part(element, '[aria-label="Remove Your own"]').focus();
    await userEvent.keyboard('{Enter}');
    await frame();
    expect(focused()?.getAttribute('aria-label')).toBe('Remove Llama 3.1 8B');
    await userEvent.keyboard('{Enter}');
    await frame();
    expect(element.settings.models).toEqual([]);
    expect(focused()).toBe(part(element, '.others'));
    expect(part(element, '.others').value).toBe('llama-2-7b');
    expect(element.description).toMatch(/^No model is chosen/);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await frame();
    expect(element.settings.models).toEqual(['llama-2-7b']);
  });

  it('takes no more than eight', async () => {
    const all = ['own', 'llama-2-7b', 'phi-2', 'phi-4', 'gpt-oss', 'gpt-j-6b', 'qwen3-8b'];
    const element = await spectrum({ models: all.join(' ') });
    await userEvent.click(part(element, '.add'));
    await frame();
    expect(element.settings.models).toHaveLength(8);
    expect(/** @type {any} */ (part(element, '.add')).disabled).toBe(true);
    expect(element.shadowRoot?.activeElement?.getAttribute('data-value')).toBe(
      element.settings.models.at(-1),
    );
  });

  it('follows a script', async () => {
    const element = await spectrum();
    element.change({ models: 'phi-2 own' });
    await frame();
    expect(chosen(element)).toEqual(['Phi-2', 'Your own']);
  });
});

describe('the control that takes a config', () => {
  it('shows a pasted model at once, and leaves the reader’s text as it is', async () => {
    const element = await spectrum();
    paste(element, config);
    expect(element.settings.config).toBe(JSON.stringify(whole));
    await frame();
    expect(box(element).value).toBe(config);
    expect(element.description).toContain('config.json (phi3)');
    expect(part(element, '.notes').textContent).toContain('config.json (phi3): the pairing');
    expect(problem(element, 'config')).toBeUndefined();
  });

  it('stays quick with a short config that is nested thousands deep', async () => {
    for (const levels of [4000, 9900]) {
      const nested = `{"head_dim":4,"rope_scaling":{"rope_type":${'['.repeat(levels)}${']'.repeat(levels)}}}`;
      const start = performance.now();
      const element = await spectrum({ config: nested });
      await vi.waitFor(() => expect(problem(element, 'config')).toMatch(/at most 64 levels, got more$/));
      expect(box(element).value).toBe(nested);
      paste(element, nested);
      expect(problem(element, 'config')).toMatch(/at most 64 levels, got more$/);
      expect(performance.now() - start).toBeLessThan(5000);
      element.remove();
    }
  });

  it('shows a config on one line where its lines would fill books', async () => {
    const element = await spectrum();
    const wide = `{"head_dim":4,"rope_a":${'['.repeat(62)}${'0,'.repeat(9000)}0${']'.repeat(62)}}`;
    element.change({ config: wide });
    expect(element.settings.config).toBe(wide);
    await vi.waitFor(() => expect(box(element).value === wide).toBe(true));
  });

  it('takes of a long config what it needs, and leaves the reader’s text as it is', async () => {
    const element = await spectrum();
    const modules = Array.from({ length: 1500 }, (_, i) => `model.layers.${i}.self_attn.q_proj`);
    const quantised = { ...whole, quantization_config: { bits: 4, modules_to_not_convert: modules } };
    const text = JSON.stringify(quantised, null, 2);
    expect(text.length).toBeGreaterThan(60_000);
    expect(text.length).toBeLessThan(100_000);
    paste(element, text);
    await frame();
    expect(element.settings.config).toBe(JSON.stringify(whole));
    expect(problem(element, 'config')).toBeUndefined();
    expect(box(element).value).toBe(text);
    element.change({ quantity: 'frequency' });
    await frame();
    expect(box(element).value).toBe(text);
    drag(element, 'drop', file(JSON.stringify({ ...quantised, more: 'x'.repeat(200_000) })));
    await vi.waitFor(() => expect(box(element).value).toBe(config));
    expect(element.settings.config).toBe(JSON.stringify(whole));
  });

  it('reads what is typed when the reader pauses', async () => {
    const element = await spectrum();
    await userEvent.fill(box(element), '{"head_dim": 8, "max_position_embeddings": 64}');
    expect(element.settings.config).toBe('');
    await vi.waitFor(() => expect(element.settings.config).toContain('head_dim'), 3000);
    expect(element.description).toContain('config.json: 4 pairs');
  });

  it('is emptied by its button, and by a reset', async () => {
    const element = await spectrum();
    paste(element, config);
    await userEvent.click(part(element, '[data-control=config] .buttons button:nth-of-type(2)'));
    await frame();
    expect(element.settings.config).toBe('');
    expect(box(element).value).toBe('');
    paste(element, '{"head_dim": 7}');
    await frame();
    expect(problem(element, 'config')).toContain('head_dim');
    await userEvent.click(part(element, '[part=reset]'));
    await frame();
    expect(box(element).value).toBe('');
    expect(problem(element, 'config')).toBeUndefined();
  });

  it('takes a file, chosen or dropped, and shows where it may be dropped', async () => {
    const element = await spectrum();
    const input = part(element, 'input[type=file]');
    await userEvent.upload(input, file());
    await vi.waitFor(() => expect(element.description).toContain('config.json (phi3)'));
    element.change({ config: '' });
    await frame();
    expect(box(element).value).toBe('');
    const control = part(element, '[data-control=config]');
    expect(drag(element, 'dragenter', file())).toBe(true);
    expect(control.classList.contains('dropping')).toBe(true);
    expect(drag(element, 'dragover', file())).toBe(true);
    drag(element, 'dragleave');
    expect(control.classList.contains('dropping')).toBe(false);
    drag(element, 'dragenter', file());
    expect(drag(element, 'drop', file())).toBe(true);
    expect(control.classList.contains('dropping')).toBe(false);
    await vi.waitFor(() => expect(element.description).toContain('config.json (phi3)'));
    drag(element, 'drop', '{"head_dim": 4}');
    expect(element.settings.config).toBe('{"head_dim":4}');
  });

  it('does not read a file that is far too large', async () => {
    const element = await spectrum();
    drag(element, 'drop', file('y'.repeat(4_000_001), 'model.safetensors'));
    await frame();
    expect(part(element, '[data-control=config] .problem:not([data-problem])').textContent).toBe(
      'model.safetensors has 4000001 bytes; a config.json has a few thousand',
    );
    expect(element.settings.config).toBe('');
  });

  it('has no trouble with Windows’ ends of lines', async () => {
    const element = await spectrum();
    drag(element, 'drop', file(config.replaceAll('\n', '\r\n')));
    await vi.waitFor(() => expect(element.settings.config).toBe(JSON.stringify(whole)));
    expect(part(element, '[data-control=config] .problem:not([data-problem])').hidden).toBe(true);
  });

  it('follows a link and a script', async () => {
    const element = await spectrum({ config: JSON.stringify(whole) });
    expect(box(element).value).toBe(config);
    element.change({ config: { head_dim: 4 } });
    await frame();
    expect(box(element).value).toBe('{\n  "head_dim": 4\n}');
  });

  it('says what is wrong with each kind of damage, and the last good picture stays', async () => {
    const element = await spectrum();
    paste(element, config);
    await new Promise((done) => setTimeout(done, 500));
    const [before, said] = [pixels(element, 'curves'), element.description];
    expect(damages.length).toBeGreaterThan(30);
    for (const [what, text, message] of damages) {
      paste(element, text);
      await frame();
      const expected = message.startsWith(':') ? `config${message}` : `config ${message}`;
      expect(problem(element, 'config'), what).toBe(expected);
      expect(box(element).getAttribute('aria-invalid')).toBe('true');
      expect(text.startsWith(box(element).value), `${what} stays in the box`).toBe(true);
      expect(box(element).value).not.toBe('');
      expect(element.settings.config, what).toBe(JSON.stringify(whole));
      expect(element.description).toBe(said);
      expect(pixels(element, 'curves'), what).toBe(before);
    }
    expect(element.shadowRoot?.querySelector('img')).toBeNull();
    paste(element, config);
    await frame();
    expect(problem(element, 'config')).toBeUndefined();
  });
});

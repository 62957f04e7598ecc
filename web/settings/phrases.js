/**
 * @param {number | string} count a string is as it is to be read
 * @param {string} noun in the singular
 * @returns {string} such as `1 number` or `5 numbers`
 */
export function counted(count, noun) {
  return `${count} ${noun}${String(count) === '1' ? '' : 's'}`;
}

/**
 * @param {readonly string[]} words
 * @param {string} [last] what joins the last two
 * @returns {string} such as `auto, light or dark`
 */
export function joined(words, last = 'and') {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

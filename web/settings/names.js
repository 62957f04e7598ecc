/**
 * @param {string} name a setting's name, camelCase, such as `rotaryDimensions`
 * @returns {string} its attribute and link key, kebab-case, such as `rotary-dimensions`
 */
export function attributeName(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * The inverse of `attributeName`.
 * @param {string} attribute an attribute or link key, such as `rotary-dimensions`
 * @returns {string} the setting's name, such as `rotaryDimensions`
 */
export function settingName(attribute) {
  return attribute.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}

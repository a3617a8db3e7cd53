/** Full-width forms typed in Chinese input methods (`１２３Ｘ（）－　`) as their ASCII characters. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
}

/** Letters of any script with their marks, spaces, apostrophes, hyphens, dots: 2–100 characters, no digits. */
export const isPersonName = (text: string): boolean =>
  text.length >= 2 && text.length <= 100 && /^\p{L}[\p{L}\p{M}.'’\- ]*$/u.test(text)

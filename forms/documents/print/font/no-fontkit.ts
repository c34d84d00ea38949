/**
 * Stands for the package fontkit in a bundle: pdfkit imports it, but is handed fonts that are read here. It is two thirds of a
 * bundle (mostly a dictionary of Brotli for web fonts) and of the time that a cold start takes for printing.
 */
export const create = (): never => {
  throw new Error('Phông chữ phải được đưa vào dưới dạng đã đọc (readFonts). / Fonts are handed in as read by readFonts.')
}

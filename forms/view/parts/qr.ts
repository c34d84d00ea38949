import { encode } from 'uqr'
import { escapeHtml, raw, type Html } from '../html.ts'

/** QR code of an address as one inline path: sharp on screen and paper, a few hundred bytes, named for people who hear it. */
export const renderQr = (text: string, title: string): Html => {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const path = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('')
  return raw(`<svg class="qr" role="img" viewBox="0 0 ${size} ${size}" width="148" height="148" shape-rendering="crispEdges"><title>${escapeHtml(title)}</title><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#1d1a18"/></svg>`)
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
// 1980-01-01 00:00, the first moment that the format knows.
const DATE = 0x0021

/** Sets the time stamp of every entry of a zip (in a copy), so that the same contents are the same bytes. */
export const setZipDates = (zip: Uint8Array): Uint8Array => {
  const bytes = Uint8Array.from(zip)
  const view = new DataView(bytes.buffer)
  const end = endOf(view)
  let entry = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(entry, true) !== CENTRAL) throw new Error(`no entry of the zip's directory at byte ${entry}`)
    stamp(view, entry + 12)
    const local = view.getUint32(entry + 42, true)
    if (view.getUint32(local, true) !== LOCAL) throw new Error(`no entry of the zip at byte ${local}`)
    stamp(view, local + 10)
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
  }
  return bytes
}

const stamp = (view: DataView, at: number): void => {
  view.setUint16(at, 0, true)
  view.setUint16(at + 2, DATE, true)
}

const endOf = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) if (view.getUint32(at, true) === END) return at
  throw new Error('these bytes are not a zip')
}

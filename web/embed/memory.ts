/** Where somebody is in a form: enough to come back to it after a reload of the page around. */
export type Place = { readonly path: string; readonly token: string }

/** For as long as the tab lives, and only where the browser lets a page keep something: without it a reload begins anew. */
const store = (act: (storage: Storage) => string | null | void): string | undefined => {
  try {
    return act(sessionStorage) ?? undefined
  } catch {
    return undefined
  }
}

export const recall = (key: string): Place | undefined => {
  let place: Place | undefined
  // Other scripts of the page write there too: what cannot be read is nothing.
  store((storage) => { place = JSON.parse(storage.getItem(key) ?? '{}') as Place })
  return place?.path ? place : undefined
}

/** Undefined: nothing is left to come back to. */
export const remember = (key: string, place: Place | undefined): void => {
  store((storage) => (place ? storage.setItem(key, JSON.stringify(place)) : storage.removeItem(key)))
}

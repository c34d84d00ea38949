/** Gives a file to the person: bytes that came with the token, or a short-lived address that says so itself. The page stays. */
export const download = (url: URL, blob?: Blob): void => {
  const link = document.createElement('a')
  link.href = blob ? URL.createObjectURL(blob) : url.href
  link.download = url.pathname.split('/').at(-1) ?? ''
  link.click()
  if (blob) setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

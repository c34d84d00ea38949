/** End of the JSON value that starts at `start`: brackets are counted, texts are skipped. */
const endOfJson = (code: string, start: number): number => {
  let depth = 0
  let isText = false
  for (let i = start; i < code.length; i += 1) {
    const char = code[i]
    if (isText) {
      if (char === '\\') i += 1
      else if (char === '"') isText = false
    } else if (char === '"') isText = true
    else if (char === '{' || char === '[') depth += 1
    else if (char === '}' || char === ']') {
      depth -= 1
      if (depth === 0) return i + 1
    }
  }
  return code.length
}

/**
 * ajv writes each schema beside the function it made of it, used or not. What no function reads only makes the text longer
 * to fetch and to parse in a cold function: it is taken out. A name counts as used wherever it stands once more.
 */
export const dropUnusedSchemas = (code: string): string => {
  const parts: string[] = []
  let from = 0
  for (const match of code.matchAll(/const (schema\d+) = (?=[{[])/g)) {
    const start = match.index
    if (start < from) continue
    const end = endOfJson(code, start + match[0].length)
    const isUsed = new RegExp(`\\b${match[1]}\\b`).test(code.slice(0, start)) || new RegExp(`\\b${match[1]}\\b`).test(code.slice(end))
    if (isUsed || code[end] !== ';') continue
    parts.push(code.slice(from, start))
    from = end + 1
  }
  return [...parts, code.slice(from)].join('')
}

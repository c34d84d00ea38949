import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Assembly, Deployed } from './assembly.ts'
import type { Invoke, Told } from './runtime.ts'
import type { Bucket } from './s3/store.ts'
import { readDone, writeDone } from './sources.ts'
import { isValues, list, member, text, type Values } from './template.ts'

/** What S3 would be told of a file's type by the copying tool. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json', '.woff2': 'font/woff2', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.ico': 'image/x-icon', '.html': 'text/html', '.txt': 'text/plain', '.webp': 'image/webp', '.xml': 'application/xml',
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))

const metadataOf = (properties: Values): Record<string, string> => {
  const metadata = properties['SystemMetadata']
  return isValues(metadata) ? Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, text(value)])) : {}
}

const copy = (bucket: Bucket, key: string, path: string, headers: Record<string, string>): void => {
  const body = readFileSync(path)
  const found = bucket.find(key)
  const wanted = { 'content-type': TYPES[extname(path)] ?? 'binary/octet-stream', ...headers }
  // Most names carry a hash of their content; the loader of elements keeps its name, and may keep its size.
  if (found?.etag === createHash('md5').update(body).digest('hex') && JSON.stringify(found.headers) === JSON.stringify(wanted)) return
  bucket.write({ key, headers: wanted, checksums: {} }, body)
}

/** Copies what each BucketDeployment of the template would copy; archives are not opened here. */
export const copyDeployments = (assembly: Assembly, bucketNamed: (name: string) => Bucket | undefined): void =>
  assembly.ofType('Custom::CDKBucketDeployment').forEach(({ properties }) => {
    const bucket = bucketNamed(text(properties['DestinationBucketName']))
    const prefix = text(properties['DestinationBucketKeyPrefix'])
    if (bucket === undefined) return
    for (const folder of list(properties['SourceObjectKeys']).map((key) => assembly.assetPath(text(key))))
      for (const path of filesIn(folder)) copy(bucket, [prefix, ...relative(folder, path).split(sep)].filter((part) => part !== '').join('/'), path, metadataOf(properties))
  })

/** The asset that a Trigger's function runs: what a deployment compares. Its environment holds ports, which change with every start. */
const codeOf = (assembly: Assembly, { properties }: Deployed): string => {
  const handler = assembly.ofType('AWS::Lambda::Function').find(({ arn }) => text(properties['HandlerArn']).replace(/:\d+$/, '') === arn)
  return text(member(handler?.properties['Code'], 'S3Key'))
}

/** The publish job goes on past a procedure that it must refuse, and lists it: whoever mends it wants to be told until it is. */
const LEFT = /"(refused|failed)":\[[^\]]/

/**
 * Runs the functions that the template's Triggers run during a deployment, as CloudFormation does: once, and again when the
 * function's code has changed. `note` is the file, beside the data, that remembers; says which failed.
 */
export const runTriggers = async (assembly: Assembly, invoke: Invoke, { note, told }: { readonly note: string; readonly told: Told }): Promise<void> => {
  for (const trigger of assembly.ofType('Custom::Trigger')) {
    const code = codeOf(assembly, trigger)
    if (readDone(note)[trigger.id] === code) continue
    const outcome = await invoke(text(trigger.properties['HandlerArn']), '{}')
    if (outcome.ok && !LEFT.test(outcome.result)) writeDone(note, { ...readDone(note), [trigger.id]: code })
    if (!outcome.ok) told(`${trigger.id} failed: a deployment would stop here (${outcome.errorMessage})`)
  }
}

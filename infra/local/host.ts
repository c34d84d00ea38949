import type { IncomingMessage, ServerResponse } from 'node:http'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { readAssembly, type Addresses, type Assembly } from './assembly.ts'
import { serveDistribution } from './cloudfront.ts'
import type { Caller } from './credentials.ts'
import { deadLetterFolder } from './dead-letters.ts'
import { copyDeployments, runTriggers } from './deployment.ts'
import { startDynamo } from './dynamodb.ts'
import { freePort, serveLocally } from './dynamodb-engine.ts'
import { runEventBus } from './event-bus.ts'
import { serveHttpApi } from './http-api.ts'
import { refusal, type Incoming, type Outgoing } from './http-event.ts'
import { notEnforced } from './iam.ts'
import { announceHost, openInbox } from './inbox.ts'
import type { FunctionPlan, Outcome } from './lambda.ts'
import { runScanner, type Scanner } from './malware-scan.ts'
import type { Told } from './runtime.ts'
import { bucketPlans, startS3 } from './s3/server.ts'
import { logFiles, planFunctions, startFunctions } from './start-functions.ts'
import { runTableStreams, type TableStream } from './table-stream.ts'
import { list, member, text } from './template.ts'
import { unsupported } from './unsupported.ts'

export type HostOptions = {
  /** cdk.out */
  readonly assembly: string
  /** Folder where tables, buckets and logs are kept. */
  readonly data: string
  /** 0 takes a free one. */
  readonly port: number
  readonly engine?: 'dynalite' | 'dynoxide'
  /** Instances of one function at once; as many of its events run at the same time. Default: as many as there are processors, from 2 to 4: more only warm up more slowly. */
  readonly instances?: number
  /** Says what a person should know; default: the console. */
  readonly told?: Told
}

export type Host = {
  /** `http://localhost:3000` */
  readonly url: string
  readonly engine: string
  readonly assembly: Assembly
  readonly endpoints: { readonly dynamodb: string; readonly s3: string }
  /** What of the assembly does not hold here, one sentence each. */
  readonly leftOut: readonly string[]
  /** Runs a function by its logical id, as the console's test button would. */
  readonly invoke: (functionId: string, event: unknown) => Promise<Outcome>
  /** Keys of a function's role, to try what it may do. */
  readonly callerOf: (functionId: string) => Caller | undefined
  readonly stop: () => Promise<void>
}

/** Lambda's own limit is smaller; this only keeps a stray upload out of memory. */
const BODY_MAX = 12 * 1024 * 1024

/** `https://…` names of the cloud and where they are found here: the distribution (and its aliases), the buckets. */
const localAddresses = (portal: string, s3: string): Addresses => ({ distributions, buckets }) => Object.fromEntries([
  ...distributions.flatMap(({ ref, properties }) => [`${ref}.cloudfront.net`, ...list(member(properties['DistributionConfig'], 'Aliases')).map(text)]).map((name) => [`https://${name}`, portal]),
  ...buckets.flatMap(({ attributes }) => [attributes['DomainName'], attributes['RegionalDomainName']].map((name) => [`https://${name}`, s3])),
])

const readBody = async (incoming: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming) {
    size += chunk.length
    if (size <= BODY_MAX) chunks.push(chunk)
  }
  return size > BODY_MAX ? undefined : Buffer.concat(chunks)
}

const headerPairs = ({ rawHeaders }: IncomingMessage): [string, string][] =>
  rawHeaders.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name.toLowerCase(), rawHeaders[at + 1] ?? '']] : []))

const send = (outgoing: ServerResponse, answer: Outgoing, method: string): void => {
  outgoing.statusCode = answer.status
  for (const [name, value] of answer.headers) if (name !== 'content-length' && name !== 'connection') outgoing.appendHeader(name, value)
  const bodiless = method === 'HEAD' || answer.status === 304 || answer.status === 204
  if (!bodiless) outgoing.setHeader('content-length', answer.body.length)
  outgoing.end(bodiless ? undefined : answer.body)
}

const answerTo = async (incoming: IncomingMessage, serve: (request: Incoming) => Promise<Outgoing>): Promise<Outgoing> => {
  const body = await readBody(incoming)
  if (body === undefined) return refusal(413, 'Request Entity Too Large')
  return serve({ method: incoming.method ?? 'GET', target: incoming.url ?? '/', headers: headerPairs(incoming), body, sourceIp: incoming.socket.remoteAddress ?? '127.0.0.1', domain: 'localhost' })
}

/** What a function finds here and not in the cloud: engines on this machine, and leave to send webhooks to it. */
const endpointsFor = (dynamodb: string, s3: string): Record<string, string> => ({ AWS_ENDPOINT_URL_DYNAMODB: dynamodb, AWS_ENDPOINT_URL_S3: s3, DVC_OWN_MACHINE: 'yes' })

const leftOutOf = (assembly: Assembly, plans: readonly FunctionPlan[]): string[] => [
  ...unsupported(assembly), ...plans.flatMap(({ id, caller }) => notEnforced(caller.role).map((what) => `${id}: ${what} are not enforced`)),
]

/** Distribution and API in front of the functions; the rest of the wiring is in startHost. */
const front = (assembly: Assembly, functions: ReturnType<typeof startFunctions>, s3: Awaited<ReturnType<typeof startS3>>): ((request: Incoming) => Promise<Outgoing>) => {
  const names = new Map(assembly.ofType('AWS::S3::Bucket').map(({ ref }) => [`${ref}.s3.${assembly.region}.amazonaws.com`, ref]))
  return serveDistribution(assembly, { api: serveHttpApi(assembly, functions.invoke), bucketOfDomain: (domain) => s3.bucket(names.get(domain) ?? '') })
}

/**
 * Serves a synthesized cloud assembly on this machine: its tables, buckets, functions, routes, rules and roles, nothing that
 * it does not name. Resolves when everything that a deployment does (assets copied, triggers run) is done and the address answers.
 */
export const startHost = async (options: HostOptions): Promise<Host> => {
  const told: Told = options.told ?? ((sentence) => console.error(sentence))
  let serve: (request: Incoming) => Promise<Outgoing> = () => Promise.resolve(refusal(503, 'Starting'))
  const door = await serveLocally((incoming, outgoing) => {
    // Sending is within the guard: a header that a function should not have made must not end the server.
    answerTo(incoming, (request) => serve(request)).then((answer) => send(outgoing, answer, incoming.method ?? 'GET')).catch((error: unknown) => {
      told(`The host failed: ${error instanceof Error ? error.stack ?? error.message : 'unknown'}`)
      for (const name of outgoing.getHeaderNames()) outgoing.removeHeader(name)
      send(outgoing, refusal(500, 'Internal Server Error'), 'GET')
    })
  }, options.port)
  const url = `http://localhost:${door.port}`
  const s3Port = await freePort()
  const assembly = readAssembly(options.assembly, localAddresses(url, `http://127.0.0.1:${s3Port}`))
  const plans = planFunctions(assembly)
  const callers = new Map(plans.map(({ caller }) => [caller.accessKeyId, caller]))

  // These three call each other in a ring (a write rings a function, which writes), so two of them are set once they exist.
  const ring: { written?: TableStream['ring']; created?: Scanner['created'] } = {}
  const dynamo = await startDynamo(assembly, {
    folder: options.data, engine: options.engine ?? 'dynalite', callers: [...callers.values()], onWritten: (written) => ring.written?.(written), onRefused: (sentence) => told(`IAM: ${sentence}`),
  })
  const s3 = await startS3(bucketPlans(assembly.ofType('AWS::S3::Bucket')), {
    folder: options.data, port: s3Port, find: (id) => callers.get(id), onCreated: (bucket, info) => ring.created?.(bucket, info), onRefused: (sentence) => told(`S3: ${sentence}`),
  })
  const functions = startFunctions(plans, { endpoints: endpointsFor(dynamo.endpoint, s3.endpoint), region: assembly.region, instances: options.instances ?? Math.max(2, Math.min(4, availableParallelism())), log: logFiles(options.data, told), told })
  const ground = { invoke: functions.invoke, bury: deadLetterFolder(options.data, told), told }
  const streams = runTableStreams(assembly, ground)
  const bus = runEventBus(assembly, ground)
  const scanner = runScanner(assembly, s3.bucket, bus)
  ring.written = streams.ring
  ring.created = scanner.created

  copyDeployments(assembly, s3.bucket)
  await runTriggers(assembly, functions.invoke, { note: join(options.data, `deployed-${dynamo.engine}.json`), told })
  scanner.catchUp()
  serve = front(assembly, functions, s3)
  const inbox = openInbox(join(options.data, 'inbox'), { assembly, plans, bucket: s3.bucket, invoke: functions.invoke, told })
  const withdraw = announceHost(options.data, url)
  return {
    url, engine: dynamo.engine, assembly, endpoints: { dynamodb: dynamo.endpoint, s3: s3.endpoint }, leftOut: leftOutOf(assembly, plans),
    invoke: (id, event) => functions.invoke(functions.byId(id)?.plan.arn ?? id, JSON.stringify(event)),
    callerOf: (id) => functions.byId(id)?.plan.caller,
    stop: async () => {
      withdraw(); inbox.stop()
      await door.close()
      scanner.stop(); bus.stop(); streams.stop()
      await functions.stop()
      await Promise.all([s3.stop(), dynamo.stop()])
    },
  }
}

import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { tryClosedAddresses } from './closed-addresses.ts'
import { expectedStrikes, simulate } from './crash-simulation.ts'
import { simulateDelivery } from './delivery.ts'
import { expectedHandlingStrikes, simulateHandling } from './handling-simulation.ts'
import { killServer } from './kill-server.ts'
import { randomOf } from './random.ts'
import { deliverOnRealParts } from './real-delivery.ts'

/**
 * `npm run proofs [-- --seed N --submits N --kills N --events N --only crash|handle|kill|deliver|target|addresses]`: what must never happen
 * to a dossier, tried. A tenth as many dossiers as `--submits` are handled, and events delivered in the simulation; `--events`: those of the target on real parts.
 * Ends with a Markdown table; exit code 1 where a target is missed. The seed replays the simulation.
 */
type Row = { readonly what: string; readonly target: string; readonly measured: string; readonly met: boolean; readonly command: string }

const { values } = parseArgs({ options: { seed: { type: 'string' }, submits: { type: 'string' }, kills: { type: 'string' }, events: { type: 'string' }, only: { type: 'string' } } })
const seed = Number(values.seed ?? randomInt(2 ** 31))
const submits = Number(values.submits ?? 100_000)
const kills = Number(values.kills ?? 4)
const events = Number(values.events ?? 10_000)

const none = (what: string, found: number, command: string): Row => ({ what, target: '0', measured: String(found), met: found === 0, command })

const crashRows = async (): Promise<readonly Row[]> => {
  const command = `npm run proofs -- --only crash --seed ${seed} --submits ${submits}`
  console.log(`crash simulation: ${submits} submits, seed ${seed}`)
  const done = await simulate(submits, seed)
  const expected = expectedStrikes()
  const never = expected.filter((place) => !done.struck.has(place))
  for (const place of never) console.log(`never struck: ${place}`)
  console.log(`${done.attempts} attempts, ${done.faults} faults at ${done.struck.size} places`)
  const { submitWrites, submitReads, relayWrites, events } = done.quiet
  return [
    { what: 'submits simulated, with a crash, outage or repeat in most', target: '>= 100000', measured: `${done.submits} (${done.faults} faults)`, met: done.submits >= 100_000 || values.submits !== undefined, command },
    { what: 'places of submit and relay where each fault struck', target: `${expected.length} of ${expected.length}`, measured: `${expected.length - never.length} of ${expected.length}`, met: never.length === 0, command },
    none('dossiers lost', done.lost, command), none('dossiers doubled', done.doubled, command),
    none('receipts that differ from the stored one', done.differingReceipts, command), none('event chains broken, or events missing or waiting', done.brokenChains, command),
    none('dossiers of which the agency\'s feed misses an event, or has one out of order', done.unheard, command),
    { what: 'writes per submitted dossier', target: '3', measured: String(submitWrites), met: submitWrites === 3, command },
    { what: 'reads per submitted dossier (warm container)', target: '<= 2', measured: String(submitReads), met: submitReads <= 2, command },
    { what: 'writes to relay its events', target: '1 per event (its entry in the feed) + 1 to clear the outbox', measured: `${relayWrites} for ${events}`, met: relayWrites === events + 1, command },
  ]
}

const handleRows = async (): Promise<readonly Row[]> => {
  const command = `npm run proofs -- --only handle --seed ${seed} --submits ${submits}`
  const dossiers = Math.ceil(submits / 10)
  console.log(`simulation of the life-cycle: ${dossiers} dossiers, seed ${seed}`)
  const done = await simulateHandling(dossiers, seed)
  const expected = expectedHandlingStrikes()
  const never = expected.filter((place) => !done.struck.has(place))
  for (const place of never) console.log(`never struck: ${place}`)
  return [
    { what: 'steps of officers and citizens (supplements, payments, double clicks, repeats), with a crash, outage or lost reply in most', target: '>= 50000', measured: `${done.steps} of ${done.dossiers} dossiers (${done.attempts} attempts, ${done.faults} faults)`, met: done.steps >= 50_000 || values.submits !== undefined, command },
    { what: 'places of an action and of an answer where each fault struck', target: `${expected.length} of ${expected.length}`, measured: `${expected.length - never.length} of ${expected.length}`, met: never.length === 0, command },
    none('steps without an event', done.lost, command), none('steps with two events', done.doubled, command), none('steps of which two callers were told different events', done.differing, command),
    none('calls refused although they had done it', done.refusedThoughDone, command), none('event chains broken, or statuses that do not follow each other', done.brokenChains, command),
    none('handled dossiers of which the agency\'s feed misses an event, or has one out of order', done.unheard, command),
  ]
}

const killRows = async (): Promise<readonly Row[]> => {
  const command = `npm run proofs -- --only kill --kills ${kills}`
  console.log(`kill -9: 200 submits against the local server, killed ${kills} times`)
  const done = await killServer(200, kills, randomOf(seed))
  return [
    { what: 'kill -9 of the server during 200 submits', target: `${kills} kills, some requests cut`, measured: `${done.kills} kills, ${done.cut} cut`, met: done.kills === kills && done.cut > 0, command },
    none('acknowledged dossiers lost after the kills', done.lost, command), none('dossiers doubled after the kills', done.doubled, command),
    none('keys whose repeat gave another receipt', done.differingReceipts, command),
  ]
}

const deliverRows = async (): Promise<readonly Row[]> => {
  const command = `npm run proofs -- --only deliver --seed ${seed} --submits ${submits}`
  const sent = Math.ceil(submits / 10)
  console.log(`delivery simulation: ${sent} events, seed ${seed}`)
  const done = await simulateDelivery(sent, seed)
  return [
    { what: 'webhook events against a target that fails, is down for hours and loses replies, with processes that die', target: `${sent} delivered`, measured: `${done.delivered} in ${done.attempts} attempts (${done.failures} failures, ${done.deaths} deaths)`, met: done.delivered === sent, command },
    none('events that came before an earlier one of their dossier', done.outOfOrder, command), none('repeats with another id or other bytes', done.differing, command),
    none('events still waiting at the end', done.waiting, command), none('messages sent while they were being sent', done.atOnce, command),
    { what: 'longest run of a delivery that has 40 s, against attempts of up to 10 s', target: '<= 50 s', measured: `${(done.longest / 1000).toFixed(1)} s`, met: done.longest <= 50_000, command },
  ]
}

const targetRows = async (): Promise<readonly Row[]> => {
  const command = `npm run proofs -- --only target --seed ${seed} --events ${events}`
  console.log(`delivery on real parts: ${events} events, seed ${seed}`)
  const done = await deliverOnRealParts(events, seed)
  const trouble = `${done.kills} kill -9, ${done.lostReplies} replies lost, ${done.hung} hung, ${done.deaths} senders ended, ${done.repeats} heard again`
  const fewer = events < 10_000 ? ` (all 10000: npm run proofs -- --only target)` : ''
  return [
    { what: `webhook events through the real sender and store to a real server that is killed, fails, hangs and loses replies${fewer}`, target: `${events} delivered, with trouble of each kind`,
      measured: `${done.delivered} in ${done.attempts} attempts (${trouble})`, met: done.delivered === events && Math.min(done.kills, done.lostReplies, done.hung, done.deaths, done.repeats) > 0, command },
    none('of them before an earlier one of their dossier', done.outOfOrder, command), none('of them repeated with another id or other bytes', done.differing, command),
    none('of them with a signature that the library does not accept', done.refused, command), none('of them still waiting at the end', done.waiting, command),
  ]
}

const addressRows = async (): Promise<readonly Row[]> => {
  console.log('webhooks to addresses that are not public')
  const done = await tryClosedAddresses()
  const measured = `${done.heard} of ${done.attempts} attempts at ${done.names} names (asked openly, the listener heard ${done.hearing})`
  return [{ what: 'posts to addresses that are not public', target: '0, by a listener that hears', measured, met: done.heard === 0 && done.hearing === 1 && done.attempts >= done.names, command: 'npm run proofs -- --only addresses' }]
}

const ROWS = { crash: crashRows, handle: handleRows, kill: killRows, deliver: deliverRows, target: targetRows, addresses: addressRows } as const
const asked = Object.entries(ROWS).filter(([name]) => values.only === undefined || values.only === name)
const rows: Row[] = []
for (const [, prove] of asked) rows.push(...await prove())
console.log(['', '| what | target | measured | met | command |', '|---|---|---|---|---|',
  ...rows.map(({ what, target, measured, met, command }) => `| ${what} | ${target} | ${measured} | ${met ? 'yes' : '**no**'} | \`${command}\` |`)].join('\n'))
process.exitCode = rows.every(({ met }) => met) ? 0 : 1

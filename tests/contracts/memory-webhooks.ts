import { ConditionFailed, type DeadPosition, type WebhookStore } from '../../functions/core/ports.ts'
import type { Endpoint, Message } from '../../functions/core/webhook.ts'

const placeOf = ({ nextAt, dossierId, seq }: DeadPosition): string => `${nextAt} ${dossierId} ${String(seq).padStart(8, '0')}`

/** Webhooks in memory, for use-case tests and proofs; held against the suite of the real store. */
export const memoryWebhooks = (): WebhookStore => {
  const [endpoints, messages] = [new Map<string, Endpoint>(), new Map<string, Map<string, Map<number, Message>>>()]
  const removed = new Set<string>()
  const name = ({ integrator, id }: Pick<Endpoint, 'integrator' | 'id'>): string => `${integrator} ${id}`
  const of = (endpoint: string, dossier: string): Map<number, Message> => {
    const dossiers = messages.get(endpoint) ?? new Map<string, Map<number, Message>>()
    const bySeq = dossiers.get(dossier) ?? new Map<number, Message>()
    messages.set(endpoint, dossiers.set(dossier, bySeq))
    return bySeq
  }
  const all = (endpoint: string, state: Message['state']): Message[] =>
    [...(messages.get(endpoint)?.values() ?? [])].flatMap((bySeq) => [...bySeq.values()]).filter((one) => one.state === state).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  return {
    endpoints: async () => [...endpoints.values()].sort((a, b) => (`${a.integrator}#${a.id}` < `${b.integrator}#${b.id}` ? -1 : 1)),
    endpoint: async (integrator, id) => endpoints.get(`${integrator} ${id}`),
    addEndpoint: async (endpoint) => { if (removed.has(name(endpoint)) || endpoints.has(name(endpoint))) throw new ConditionFailed('taken'); endpoints.set(name(endpoint), endpoint) },
    saveEndpoint: async (endpoint, expected) => { if (endpoints.get(name(endpoint))?.version !== expected) throw new ConditionFailed('moved'); endpoints.set(name(endpoint), endpoint) },
    removeEndpoint: async (endpoint) => { removed.add(name(endpoint)); endpoints.delete(name(endpoint)) },
    addMessage: async (message) => { const own = of(message.endpoint, message.dossierId); if (!own.has(message.seq)) own.set(message.seq, message) },
    message: async (endpoint, dossier, seq) => of(endpoint, dossier).get(seq),
    messagesOf: async (endpoint, dossier) => [...of(endpoint, dossier).values()].sort((a, b) => a.seq - b.seq),
    due: async (endpoint, until, limit) => all(endpoint, 'waiting').filter(({ nextAt }) => nextAt <= until).slice(0, limit),
    dead: async (endpoint, limit, after) => all(endpoint, 'dead').filter((one) => after === undefined || placeOf(one) > placeOf(after)).slice(0, limit),
    saveMessage: async (message, expected) => {
      const own = of(message.endpoint, message.dossierId)
      if (own.get(message.seq)?.version !== expected) throw new ConditionFailed('moved')
      own.set(message.seq, message)
    },
  }
}

import type { Dossier } from '../../core/dossier.ts'
import { headKey, outboxShard } from './keys.ts'
import type { Item } from './table.ts'

const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000)

/** A dossier as its one item: key, TTL while it is a draft, and the index's attributes while events wait. */
export const headItem = (dossier: Dossier): Item => {
  const oldest = dossier.outbox[0]
  return {
    ...dossier,
    ...headKey(dossier.id),
    ...(dossier.expiresAt === undefined ? {} : { ttl: seconds(dossier.expiresAt) }),
    ...(oldest ? { obxShard: outboxShard(dossier.id), obxAt: oldest.at } : {}),
  }
}

/** Our own writing read back: only `headItem` puts items under this key. */
export const readHead = (item: Item): Dossier => {
  const { pk: _pk, sk: _sk, ttl: _ttl, obxShard: _shard, obxAt: _at, ...dossier } = item
  return dossier as Dossier
}

import { memoryDossierStore } from '../proofs/memory-dossiers.ts'
import { integratorStoreSuite } from './integrator-store.suite.ts'
import { memoryIntegrators } from './memory-integrators.ts'
import { memoryWebhooks } from './memory-webhooks.ts'
import { webhookStoreSuite } from './webhook-store.suite.ts'
import { dossierStoreSuite } from './dossier-store.suite.ts'

dossierStoreSuite('memory (the crash simulation stands on it)', async () => memoryDossierStore())
integratorStoreSuite('memory', async () => memoryIntegrators())
webhookStoreSuite('memory', async () => memoryWebhooks())

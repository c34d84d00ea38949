import { memoryDossierStore } from '../proofs/memory-dossiers.ts'
import { dossierStoreSuite } from './dossier-store.suite.ts'

dossierStoreSuite('memory (the crash simulation stands on it)', async () => memoryDossierStore())

import type { JsonObject } from '../../../forms/index.ts'

/** The manifest of the client. `runtime`: version of @oazapfts/runtime that it was generated for. */
export const manifestOf = (apiVersion: string, runtime: string): JsonObject => ({
  name: '@dvc-forms/client', version: apiVersion, description: 'Typed client of the dvc-forms API, generated from its OpenAPI document', license: 'Apache-2.0',
  type: 'module', sideEffects: false, engines: { node: '>=20' },
  exports: { '.': { types: './index.d.ts', default: './index.js' }, './openapi.json': './openapi.json' }, types: './index.d.ts',
  files: ['index.js', 'index.d.ts', 'openapi.json', 'README.md', 'LICENSE'],
  dependencies: { '@oazapfts/runtime': runtime },
})

/** Its example is type-checked and run against a portal by tests/functions/api/client.test.ts. */
export const README = `# @dvc-forms/client

Typed client of the dvc-forms API, generated from its OpenAPI document (which is in the package: \`openapi.json\`).
One function a call; \`ok\` gives the data or throws an \`HttpError\` whose \`data\` is the problem, with a \`detail\` for people.

TypeScript needs the names of fetch: \`"lib": ["es2022", "dom"]\`.

\`\`\`ts
import { createDossier, defaults, dossier, HttpError, officeEvents, ok, procedure, validate } from '@dvc-forms/client'

defaults.baseUrl = 'https://PORTAL'

export const submit = async (answers: Record<string, unknown>) => {
  const { title } = await ok(procedure('1.000894'))
  const { valid, issues } = await ok(validate('1.000894', { answers }, { acceptLanguage: 'en' }))
  if (!valid) throw new Error(\`\${title.vi}: \${issues.map(({ pointer, message }) => \`\${pointer} \${message}\`).join('; ')}\`)
  const { code, trackingKey } = await ok(createDossier('1.000894', crypto.randomUUID(), { answers }))
  return { code, trackingKey, now: await ok(dossier(code, { xTrackingKey: trackingKey })) }
}

export const news = async (key: string, cursor?: string) => {
  try {
    return await ok(officeEvents({ ...(cursor !== undefined && { cursor }), $type: 'dossier.submitted' }, { headers: { Authorization: \`Bearer \${key}\` } }))
  } catch (error) {
    throw error instanceof HttpError ? new Error(error.data.detail) : error
  }
}
\`\`\`
`

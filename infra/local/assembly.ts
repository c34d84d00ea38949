import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ACCOUNT, identify } from './identities.ts'
import { exists, resolveIn, type Scope } from './intrinsics.ts'
import { isValues, member, readTemplate, text, type Template, type Value, type Values } from './template.ts'

/** A resource of the synthesized app with its properties worked out. */
export type Deployed = { readonly id: string; readonly stack: string; readonly type: string; readonly ref: string; readonly arn: string; readonly attributes: Readonly<Record<string, string>>; readonly properties: Values }

export type Assembly = {
  readonly region: string
  readonly resources: readonly Deployed[]
  readonly ofType: (...types: readonly string[]) => readonly Deployed[]
  /** Value of a stack's output, worked out. */
  readonly output: (name: string) => string | undefined
  /** Folder or file of an asset, by the object key that a template names it with. */
  readonly assetPath: (objectKey: string) => string
}

/** Where parts of the cloud are found on this machine: longest known `https://` prefix to local origin. */
export type Addresses = (assembly: { readonly distributions: readonly Deployed[]; readonly buckets: readonly Deployed[] }) => Readonly<Record<string, string>>

type Stack = { readonly name: string; readonly region: string; readonly template: Template; readonly assets: Readonly<Record<string, string>> }

const readJson = (path: string): Values => JSON.parse(readFileSync(path, 'utf8'))

const readAssets = (directory: string, artifact: string): Readonly<Record<string, string>> => {
  const files = member(readJson(join(directory, `${artifact}.assets.json`)), 'files')
  const entries = isValues(files) ? Object.entries(files) : []
  return Object.fromEntries(entries.map(([hash, file]) => [hash, join(directory, text(member(file, 'source', 'path')))]))
}

/** `aws://unknown-account/ap-southeast-1` names the region last. */
const regionOf = (environment: string): string => {
  const region = environment.split('/').at(-1) ?? ''
  return region === '' || region.startsWith('unknown') ? 'us-east-1' : region
}

const readStacks = (directory: string): Stack[] => {
  const artifacts = member(readJson(join(directory, 'manifest.json')), 'artifacts')
  return Object.entries(isValues(artifacts) ? artifacts : {})
    .filter(([, artifact]) => text(member(artifact, 'type')) === 'aws:cloudformation:stack')
    .map(([id, artifact]) => ({
      name: text(member(artifact, 'properties', 'stackName')) || id,
      region: regionOf(text(member(artifact, 'environment'))),
      template: readTemplate(readFileSync(join(directory, text(member(artifact, 'properties', 'templateFile'))), 'utf8')),
      assets: readAssets(directory, id),
    }))
}

const pseudoOf = (stack: Stack): Record<string, string> => ({
  'AWS::Region': stack.region, 'AWS::AccountId': ACCOUNT, 'AWS::Partition': 'aws', 'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': stack.name, 'AWS::StackId': `arn:aws:cloudformation:${stack.region}:${ACCOUNT}:stack/${stack.name}/local`,
})

const scopesOf = (stacks: readonly Stack[]): ReadonlyMap<Stack, Scope> => {
  const scopes = new Map<Stack, Scope>()
  const imported = (name: string): Value => {
    for (const [stack, scope] of scopes)
      for (const output of Object.values(stack.template.outputs))
        if (text(resolveIn(scope)(member(output, 'Export', 'Name'))) === name) return resolveIn(scope)(member(output, 'Value'))
    throw new Error(`No stack exports '${name}'`)
  }
  stacks.forEach((stack) => scopes.set(stack, {
    template: stack.template, pseudo: pseudoOf(stack), imported, identify: (id, resource) => identify({ id, resource, stack: stack.name, region: stack.region }),
  }))
  return scopes
}

const deploy = (stack: Stack, scope: Scope): Deployed[] =>
  Object.entries(stack.template.resources).filter(([, resource]) => exists(resource, scope)).map(([id, resource]) => {
    const { ref, attributes } = scope.identify(id, resource)
    const properties = resolveIn(scope)(resource.properties)
    return { id, stack: stack.name, type: resource.type, ref, arn: attributes['Arn'] ?? ref, attributes, properties: isValues(properties) ? properties : {} }
  })

const relocate = (value: Value, moves: readonly (readonly [string, string])[]): Value => {
  if (typeof value === 'string') return moves.reduce((moved, [from, to]) => moved.replaceAll(from, to), value)
  if (Array.isArray(value)) return value.map((item: Value) => relocate(item, moves))
  return isValues(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, relocate(inner, moves)])) : value
}

/** Reads a cloud assembly (cdk.out) whole: every stack, each resource resolved, cloud addresses replaced by local ones. */
export const readAssembly = (directory: string, addresses: Addresses): Assembly => {
  const stacks = readStacks(directory)
  const scopes = scopesOf(stacks)
  const found = [...scopes].flatMap(([stack, scope]) => deploy(stack, scope))
  const ofType = (...types: readonly string[]): Deployed[] => found.filter((resource) => types.includes(resource.type))
  const moves = Object.entries(addresses({ distributions: ofType('AWS::CloudFront::Distribution'), buckets: ofType('AWS::S3::Bucket') }))
  const resources = found.map((resource) => {
    const properties = relocate(resource.properties, moves)
    return isValues(properties) ? { ...resource, properties } : resource
  })
  return {
    region: stacks.find((stack) => Object.values(stack.template.resources).some(({ type }) => type === 'AWS::Lambda::Function'))?.region ?? 'us-east-1',
    resources,
    ofType: (...types) => resources.filter((resource) => types.includes(resource.type)),
    output: (name) => [...scopes].flatMap(([stack, scope]) => (name in stack.template.outputs ? [text(resolveIn(scope)(member(stack.template.outputs[name], 'Value')))] : []))[0],
    assetPath: (objectKey) => {
      const path = stacks.map((stack) => stack.assets[objectKey.replace(/\.[a-z]+$/, '')]).find((asset) => asset !== undefined)
      if (path === undefined) throw new Error(`The assembly has no asset '${objectKey}'`)
      return path
    },
  }
}

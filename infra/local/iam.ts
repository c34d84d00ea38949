import type { Assembly } from './assembly.ts'
import { isValues, list, member, text, type Value } from './template.ts'

/** A statement of a role's policies. Of conditions only the one on partitions is weighed here; `conditional`: there are others. */
export type Statement = {
  readonly allow: boolean; readonly actions: readonly string[]; readonly resources: readonly string[]; readonly conditional: boolean
  /** Patterns of `dynamodb:LeadingKeys`, of which each partition that a call names must fit one. */
  readonly partitions?: readonly string[]
}

/** What a role may do, ready to be posted to another thread. */
export type Role = { readonly arn: string; readonly statements: readonly Statement[]; readonly managed: readonly string[] }

const PARTITIONS = ['ForAllValues:StringLike', 'dynamodb:LeadingKeys'] as const

const hasOthers = (condition: Value | undefined, partitions: Value | undefined): boolean =>
  isValues(condition) && !(partitions !== undefined && Object.keys(condition).length === 1 && Object.keys(member(condition, PARTITIONS[0]) ?? {}).length === 1)

const readStatement = (value: Value): Statement => {
  const condition = member(value, 'Condition')
  const partitions = member(condition, ...PARTITIONS)
  return {
    allow: text(member(value, 'Effect')) !== 'Deny',
    actions: list(member(value, 'Action')).map(text),
    resources: list(member(value, 'Resource')).map(text),
    conditional: hasOthers(condition, partitions),
    ...(partitions !== undefined && { partitions: list(partitions).map(text) }),
  }
}

const statementsOf = (policy: Value | undefined): Statement[] => list(member(policy, 'PolicyDocument', 'Statement')).map(readStatement)

/** The roles of the template with their inline and attached policies, by ARN. */
export const readRoles = (assembly: Assembly): ReadonlyMap<string, Role> => {
  const attached = assembly.ofType('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy')
  return new Map(assembly.ofType('AWS::IAM::Role').map((role) => [role.arn, {
    arn: role.arn,
    statements: [
      ...list(role.properties['Policies']).flatMap(statementsOf),
      ...attached.filter((policy) => list(policy.properties['Roles']).map(text).includes(role.ref)).flatMap((policy) => statementsOf(policy.properties)),
    ],
    managed: list(role.properties['ManagedPolicyArns']).map(text),
  }]))
}

const patterns = new Map<string, RegExp>()

const matches = (pattern: string, value: string): boolean => {
  const known = patterns.get(pattern) ?? new RegExp(`^${pattern.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')}$`, 's')
  patterns.set(pattern, known)
  return known.test(value)
}

/** A call whose partitions we cannot tell (undefined) fits an Allow with a condition never, and a Deny with one always. */
const fitsPartitions = ({ partitions, allow }: Statement, named: readonly string[] | undefined): boolean =>
  partitions === undefined || (named === undefined ? !allow : named.every((one) => partitions.some((pattern) => matches(pattern, one))))

const applies = (statement: Statement, action: string, resource: string): boolean =>
  statement.actions.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) && statement.resources.some((pattern) => matches(pattern, resource))

/** IAM's own order: nothing is allowed, an Allow allows, a Deny wins. Conditions other than on `partitions` are taken as met. */
export const allows = (role: Role, action: string, resource: string, partitions?: readonly string[]): boolean => {
  const relevant = role.statements.filter((statement) => applies(statement, action, resource) && fitsPartitions(statement, partitions))
  return relevant.some(({ allow }) => allow) && !relevant.some(({ allow }) => !allow)
}

/** What a reader must know of a role that this enforcement leaves out. */
export const notEnforced = (role: Role): readonly string[] => [
  ...role.statements.filter(({ conditional }) => conditional).map(({ actions }) => `conditions on ${actions.join(', ')}`),
  ...role.managed.map((arn) => `managed policy ${arn.split('/').at(-1) ?? arn}`),
]

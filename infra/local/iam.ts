import type { Assembly } from './assembly.ts'
import { list, member, text, type Value } from './template.ts'

/** A statement of a role's policies; its conditions are not weighed here. */
export type Statement = { readonly allow: boolean; readonly actions: readonly string[]; readonly resources: readonly string[]; readonly conditional: boolean }

/** What a role may do, ready to be posted to another thread. */
export type Role = { readonly arn: string; readonly statements: readonly Statement[]; readonly managed: readonly string[] }

const readStatement = (value: Value): Statement => ({
  allow: text(member(value, 'Effect')) !== 'Deny',
  actions: list(member(value, 'Action')).map(text),
  resources: list(member(value, 'Resource')).map(text),
  conditional: member(value, 'Condition') !== undefined,
})

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

const applies = (statement: Statement, action: string, resource: string): boolean =>
  statement.actions.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) && statement.resources.some((pattern) => matches(pattern, resource))

/** IAM's own order: nothing is allowed, an Allow allows, a Deny wins. Conditions are taken as met. */
export const allows = (role: Role, action: string, resource: string): boolean => {
  const relevant = role.statements.filter((statement) => applies(statement, action, resource))
  return relevant.some(({ allow }) => allow) && !relevant.some(({ allow }) => !allow)
}

/** What a reader must know of a role that this enforcement leaves out. */
export const notEnforced = (role: Role): readonly string[] => [
  ...role.statements.filter(({ conditional }) => conditional).map(({ actions }) => `conditions on ${actions.join(', ')}`),
  ...role.managed.map((arn) => `managed policy ${arn.split('/').at(-1) ?? arn}`),
]

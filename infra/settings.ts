import { readFileSync } from 'node:fs'
import type { Node } from 'constructs'

/** Everything a deployment may set, read from `cdk.json` context or `-c key=value`. Nothing else is read. */
export type Settings = {
  /** 'production' keeps data when the stack is deleted and has no portal stack before the firewall's ARN is given. */
  readonly stage: 'sandbox' | 'production'
  readonly region: string
  /** Identifier of the receiving agency, first part of dossier codes (QĐ 20/2020/QĐ-TTg). */
  readonly agencyId: string
  readonly portalName: { readonly vi: string; readonly en: string }
  readonly hotline: string
  readonly feedbackEmail: string
  /** `https://…` as people type it, with its certificate in us-east-1; absent: CloudFront's own name. */
  readonly domain?: { readonly publicUrl: string; readonly certificateArn: string }
  /** ARN that the edge stack printed; absent: no firewall yet. */
  readonly webAclArn?: string
  readonly alarmEmail?: string
  /** Origins of the sites that may embed forms; a sandbox takes any port of this machine besides, for trying. */
  readonly embedOrigins: readonly string[]
}

/** Raised at synth for all wrong settings at once: one line a setting, with what it should be. */
export class WrongSettings extends Error { override readonly name = 'WrongSettings' }

type Rule = { readonly key: string; readonly pattern: RegExp; readonly should: string }

const RULES: readonly Rule[] = [
  { key: 'stage', pattern: /^(sandbox|production)$/, should: "'sandbox' or 'production'" },
  { key: 'region', pattern: /^[a-z]{2}(-[a-z]+)+-\d$/, should: 'an AWS region such as ap-southeast-1' },
  { key: 'agencyId', pattern: /^[A-Z]\d{2}(\.\d{1,3})*$/, should: 'an identifier after QĐ 20/2020/QĐ-TTg such as H26 or H26.12' },
  { key: 'portalNameVi', pattern: /\S/, should: 'the name of the portal in Vietnamese' },
  { key: 'portalNameEn', pattern: /\S/, should: 'the name of the portal in English' },
  { key: 'hotline', pattern: /^[\d .+()-]{3,20}$/, should: 'a phone number' },
  { key: 'feedbackEmail', pattern: /^\S+@\S+\.\S+$/, should: 'an e-mail address' },
  { key: 'publicUrl', pattern: /^$|^https:\/\/[a-z0-9.-]+$/, should: 'empty, or https://host without a path' },
  { key: 'certificateArn', pattern: /^$|^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/\S+$/, should: 'empty, or the ARN of a certificate in us-east-1 (CloudFront takes no other region)' },
  { key: 'webAclArn', pattern: /^$|^arn:aws[a-z-]*:wafv2:us-east-1:\d{12}:global\/webacl\/\S+$/, should: 'empty, or the ARN that the edge stack printed' },
  { key: 'alarmEmail', pattern: /^$|^\S+@\S+\.\S+$/, should: 'empty, or an e-mail address' },
  { key: 'embedOrigins', pattern: /^$|^https:\/\/[a-z0-9.-]+(:\d{1,5})?(,https:\/\/[a-z0-9.-]+(:\d{1,5})?)*$/, should: 'a list of origins such as https://phuong-a.example.gov.vn, without paths' },
]

/** Where integrators try their pages. */
const OWN_MACHINE = ['http://localhost:*', 'http://127.0.0.1:*'] as const

type Texts = Readonly<Record<string, string>>

const faultsOf = (texts: Texts): string[] => [
  ...RULES.filter((rule) => !rule.pattern.test(texts[rule.key] ?? '')).map((rule) => `${rule.key}: '${texts[rule.key] ?? ''}' is not ${rule.should}`),
  ...((texts['publicUrl'] === '') === (texts['certificateArn'] === '') ? [] : ['publicUrl and certificateArn: give both or neither']),
]

/** Reads and checks the settings; throws WrongSettings that names every fault. */
export const readSettings = (node: Node): Settings => {
  const texts: Texts = Object.fromEntries(RULES.map(({ key }) => [key, String(node.tryGetContext(key) ?? '').trim()]))
  const faults = faultsOf(texts)
  if (faults.length > 0) throw new WrongSettings(`Settings (cdk.json, or -c key=value):\n  ${faults.join('\n  ')}`)
  const text = (key: string): string => texts[key] ?? ''
  return {
    stage: text('stage') === 'production' ? 'production' : 'sandbox',
    region: text('region'),
    agencyId: text('agencyId'),
    portalName: { vi: text('portalNameVi'), en: text('portalNameEn') },
    embedOrigins: [...text('embedOrigins').split(',').filter((origin) => origin !== ''), ...(text('stage') === 'production' ? [] : OWN_MACHINE)],
    hotline: text('hotline'),
    feedbackEmail: text('feedbackEmail'),
    ...(text('publicUrl') && { domain: { publicUrl: text('publicUrl'), certificateArn: text('certificateArn') } }),
    ...(text('webAclArn') && { webAclArn: text('webAclArn') }),
    ...(text('alarmEmail') && { alarmEmail: text('alarmEmail') }),
  }
}

/** Context of `cdk.json`: the CDK command line hands it over itself, a plain `node infra/app.ts` does not. */
export const readContext = (): Readonly<Record<string, unknown>> => {
  const file: { context?: Record<string, unknown> } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8'))
  return file.context ?? {}
}

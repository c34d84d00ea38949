import { Annotations, App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { join } from 'node:path'
import { edgeStack } from './edge-stack.ts'
import { portalStack, type Built } from './portal-stack.ts'
import { readContext, readSettings, type Settings } from './settings.ts'

const BUILD = join(import.meta.dirname, '..', '.build')

const BUILT: Built = { functions: join(BUILD, 'functions'), assets: join(BUILD, 'web', 'assets'), loader: join(BUILD, 'web', 'loader') }

/** A portal in production never goes without its firewall: until its ARN is known the app is the edge stack alone. */
const lacksFirewall = (settings: Settings): boolean => settings.stage === 'production' && settings.webAclArn === undefined

/** The whole app. `context` overrides cdk.json, the CDK command line's -c overrides both. */
export const makeApp = (outdir: string, built: Built = BUILT, context: Readonly<Record<string, unknown>> = {}): App => {
  const app = new App({ outdir, context: { ...readContext(), ...context }, analyticsReporting: false })
  const settings = readSettings(app.node)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  const edge = edgeStack(app, `dvc-forms-${settings.stage}-edge`, {})
  if (lacksFirewall(settings)) Annotations.of(edge).addInfo('Deploy this stack first; then give its output WebAclArn as -c webAclArn=… and the portal stack appears.')
  else portalStack(app, `dvc-forms-${settings.stage}`, { settings, built })
  return app
}

if (import.meta.main) makeApp(process.env['CDK_OUTDIR'] ?? join(BUILD, 'cdk.out')).synth()

import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Construct } from 'constructs'

type Rule = CfnWebACL.RuleProperty

const seen = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({ metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true })

/** `counted` rules of a managed group only count: they would stop honest posts. */
const managed = (name: string, priority: number, counted: readonly string[] = []): Rule => ({
  name, priority, overrideAction: { none: {} }, visibilityConfig: seen(name),
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS', name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
})

/** Requests of one address in five minutes; offices and schools share one, so it is generous. */
const RATE = 2000

const rateRule: Rule = {
  name: 'RateLimit', priority: 0, action: { block: { customResponse: { responseCode: 429 } } }, visibilityConfig: seen('RateLimit'),
  statement: { rateBasedStatement: { limit: RATE, aggregateKeyType: 'IP', evaluationWindowSec: 300 } },
}

/** A page with attachments posts more than 8 KB, and Vietnamese prose trips the generic scripting rule for bodies. */
const COUNTED = ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY']

/**
 * The firewall. WAF for CloudFront exists in us-east-1 alone, while citizens' data stays in the portal's region: so it is a
 * stack of its own, deployed once; its output is handed to the portal as the setting `webAclArn` (no custom resource needed).
 */
export const edgeStack = (scope: Construct, id: string, props: StackProps): Stack => {
  const stack = new Stack(scope, id, { ...props, env: { region: 'us-east-1' }, description: 'Firewall of dvc-forms (CloudFront scope, us-east-1)' })
  const acl = new CfnWebACL(stack, 'Firewall', {
    scope: 'CLOUDFRONT', defaultAction: { allow: {} }, visibilityConfig: seen('Firewall'),
    rules: [
      rateRule,
      managed('AWSManagedRulesAmazonIpReputationList', 1),
      managed('AWSManagedRulesCommonRuleSet', 2, COUNTED),
      managed('AWSManagedRulesKnownBadInputsRuleSet', 3),
    ],
  })
  new CfnOutput(stack, 'WebAclArn', { value: acl.attrArn, description: 'Give this to the portal: -c webAclArn=…' })
  return stack
}

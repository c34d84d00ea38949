import { Duration, Fn, Stack } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods, CacheCookieBehavior, CacheHeaderBehavior, CachePolicy, CacheQueryStringBehavior, Distribution, HeadersFrameOption, HeadersReferrerPolicy, HttpVersion,
  OriginRequestPolicy, PriceClass, ResponseHeadersPolicy, SecurityPolicyProtocol, ViewerProtocolPolicy, type BehaviorOptions, type DistributionProps, type ResponseHeadersPolicyProps,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { acknowledge } from '../acknowledge.ts'
import type { Settings } from '../settings.ts'

/** A page may be stricter than these (its own CSP and referrer policy win): nothing overrides the functions. */
const SECURITY: ResponseHeadersPolicyProps = {
  securityHeadersBehavior: {
    strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: false },
    contentTypeOptions: { override: true },
    // Browsers that know frame-ancestors go by it (CSP 3 §6.4.2.2): /nhung says who may frame it there.
    frameOptions: { frameOption: HeadersFrameOption.DENY, override: false },
    referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: false },
  },
}

/** Files that anybody may have: elements in other sites' pages load scripts and styles (CORS), strict sites ask for the second header. */
const openHeaders = (scope: Construct): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, 'OpenHeaders', {
    ...SECURITY,
    corsBehavior: {
      accessControlAllowCredentials: false, accessControlAllowOrigins: ['*'], accessControlAllowMethods: ['GET', 'HEAD'], accessControlAllowHeaders: ['*'], originOverride: true,
    },
    customHeadersBehavior: { customHeaders: [{ header: 'Cross-Origin-Resource-Policy', value: 'cross-origin', override: true }] },
  })

/**
 * Nothing is kept (a page without Cache-Control has a life of 0 s), yet with AWS's own 'CachingDisabled' CloudFront would
 * not compress; so this policy allows one second, and whatever a page may depend on is part of its key.
 */
const keepNothing = (scope: Construct): CachePolicy =>
  new CachePolicy(scope, 'KeepNothing', {
    minTtl: Duration.seconds(0), defaultTtl: Duration.seconds(0), maxTtl: Duration.seconds(1),
    cookieBehavior: CacheCookieBehavior.all(), queryStringBehavior: CacheQueryStringBehavior.all(),
    headerBehavior: CacheHeaderBehavior.allowList('Accept', 'Accept-Language', 'Authorization', 'Origin', 'X-Tracking-Key'),
    enableAcceptEncodingBrotli: true, enableAcceptEncodingGzip: true,
  })

const pagesFrom = (api: HttpApi, cachePolicy: CachePolicy, headers: ResponseHeadersPolicy): BehaviorOptions => ({
  origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint))),
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  responseHeadersPolicy: headers,
  compress: true,
})

/** Kept as long as each file says: for ever where its name carries a hash of its content, for minutes the loader of elements. */
const assetsFrom = (bucket: IBucket, headers: ResponseHeadersPolicy): BehaviorOptions => ({
  origin: S3BucketOrigin.withOriginAccessControl(bucket),
  cachePolicy: CachePolicy.CACHING_OPTIMIZED,
  viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  responseHeadersPolicy: headers,
  compress: true,
})

const domainOf = (scope: Construct, settings: Settings): Partial<DistributionProps> =>
  settings.domain === undefined ? {} : {
    domainNames: [new URL(settings.domain.publicUrl).hostname],
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', settings.domain.certificateArn),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  }

/** Exceptions of the distribution, each with the reason that an auditor asks for. */
const acknowledgeExceptions = (distribution: Distribution, settings: Settings): void => {
  acknowledge(distribution, 'AwsSolutions-CFR1', 'Citizens abroad apply too.')
  acknowledge(distribution, 'AwsSolutions-CFR3', 'Viewer logs would keep addresses that open drafts; the API logs each request by the name of its route instead.')
  if (settings.domain === undefined) acknowledge(distribution, 'AwsSolutions-CFR4', 'CloudFront\'s own name fixes the protocol; with publicUrl set it is TLS 1.2 of 2021.')
  if (settings.webAclArn === undefined) acknowledge(distribution, 'AwsSolutions-CFR2', 'A sandbox before its edge stack: in production there is no portal stack without webAclArn.')
}

/** The one address of the portal: /assets/* and /embed.js from S3, the rest from the HTTP API, uncached. */
export const makeDistribution = (scope: Construct, settings: Settings, origins: { readonly api: HttpApi; readonly assets: IBucket }): Distribution => {
  const headers = new ResponseHeadersPolicy(scope, 'SecurityHeaders', SECURITY)
  const files = assetsFrom(origins.assets, openHeaders(scope))
  const distribution = new Distribution(scope, 'Distribution', {
    comment: `dvc-forms ${settings.stage} ${Stack.of(scope).region}`,
    defaultBehavior: pagesFrom(origins.api, keepNothing(scope), headers),
    additionalBehaviors: { '/assets/*': files, '/embed.js': files },
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_200,
    ...domainOf(scope, settings),
    ...(settings.webAclArn && { webAclId: settings.webAclArn }),
  })
  acknowledgeExceptions(distribution, settings)
  return distribution
}

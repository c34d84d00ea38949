/** Names of the functions' environment variables: infra sets them, wire.ts alone reads them. */
export const ENV = {
  table: 'TABLE_NAME',
  quarantineBucket: 'QUARANTINE_BUCKET',
  cleanBucket: 'CLEAN_BUCKET',
  publishedBucket: 'PUBLISHED_BUCKET',
  /** Identifier of the agency that receives, first part of dossier codes (QĐ 20/2020/QĐ-TTg), e.g. H26. */
  agencyId: 'AGENCY_ID',
  portalNameVi: 'PORTAL_NAME_VI',
  portalNameEn: 'PORTAL_NAME_EN',
  hotline: 'HOTLINE',
  feedbackEmail: 'FEEDBACK_EMAIL',
  /** Origin of the portal as people type it; empty: taken from the request's host. */
  publicUrl: 'PUBLIC_URL',
  /** Origin that the browser posts files to (the quarantine bucket's): for connect-src and form-action of the CSP. */
  uploadOrigin: 'UPLOAD_ORIGIN',
  /** Origins of sites that may embed forms, parted by spaces. */
  embedOrigins: 'EMBED_ORIGINS',
  /** 'yes' on a sandbox stack; a production stack does not have it. */
  sandbox: 'SANDBOX',
} as const

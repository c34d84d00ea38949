/** Style of the report: the paper left, the form right; one below the other on a phone; no colour carries meaning alone. */
export const REPORT_STYLE = `
:root{color-scheme:light;font:16px/1.5 "Be Vietnam Pro",system-ui,sans-serif;color:#1b1b1b;background:#f6f6f4}
body{margin:0 auto;max-width:90rem;padding:1rem}
h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.2rem}h3{font-size:1.05rem;margin:1.2rem 0 .4rem;border-bottom:1px solid #767676}
a{color:#0b4f9e}a:focus-visible{outline:3px solid #0b4f9e;outline-offset:2px}
.sides{display:grid;gap:1rem}@media(min-width:60rem){.sides{grid-template-columns:1fr 1fr;align-items:start}}
.paper,.form{background:#fff;border:1px solid #c9c9c5;padding:1rem;min-width:0;overflow-wrap:anywhere}
.paper{font-family:Tinos,"Times New Roman",serif}.paper p{margin:.3rem 0;white-space:pre-wrap}
.paper table{border-collapse:collapse;width:100%;table-layout:fixed}.paper td{border:1px solid #8a8a86;padding:.2rem;vertical-align:top}
mark{background:#fff1a8;color:inherit;padding:0 .1rem}mark a{font:700 .75rem system-ui,sans-serif;background:#0b4f9e;color:#fff;border-radius:.6rem;padding:.05rem .4rem;margin-right:.2rem;text-decoration:none}
ul{padding-left:1.2rem;margin:.3rem 0}.fields,.holes,.list{list-style:none;padding-left:0}.fields ul{padding-left:1rem}
.field,.help{margin:.2rem 0}.help{color:#4a4a4a;font-size:.9rem}.holes li{border-left:4px solid #2e7d4f;padding:.1rem .6rem;margin:.3rem 0;background:#f3f8f4}.holes .doubt,.list .doubt{border-left:4px dashed #b3261e;background:#fdf3f2}
.n{font-weight:700}small{display:block;color:#4a4a4a}li:target,mark:target{outline:3px solid #0b4f9e}.list li{padding:.3rem 0;border-bottom:1px solid #e2e2de}
code{font-size:.85rem}
@media print{body{background:#fff;font-size:10pt}.sides{grid-template-columns:1fr 1fr;display:grid}.paper,.form{border:0;padding:0}li,p{break-inside:avoid}a{color:inherit}mark a{border:1px solid}}
`

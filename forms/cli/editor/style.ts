import { REPORT_STYLE } from '../../documents/report/report-style.ts'

/** The report's look, with controls: 44 px to touch (WCAG 2.5.8), marks that do not rest on colour (1.4.1). */
export const EDITOR_STYLE = `${REPORT_STYLE}
nav ul{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;list-style:none;padding:0}nav a[aria-current]{font-weight:700;text-decoration:none;color:inherit;border-bottom:3px solid #0b4f9e}
.band{border-left:6px solid #2e7d4f;background:#f3f8f4;padding:.5rem 1rem;margin:1rem 0}.band.bad{border-left:6px double #b3261e;background:#fdf3f2}.band h2{margin:.2rem 0}
.sides>.form{order:2}.sides>.paper{order:1}@media(max-width:60rem){.sides>.form{order:1}.sides>.paper{order:2}}
@media(min-width:60rem){.paper{position:sticky;top:0;max-height:100vh;overflow:auto}}
.node{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;border-bottom:1px solid #e2e2de;padding:.25rem 0}.node .what{flex:1 1 12rem;min-width:0}.node form{display:inline}
.nodes,.nodes ul{list-style:none;padding-left:0}.nodes ul ul{padding-left:1.25rem;border-left:2px solid #e2e2de}
button,.button{font:inherit;min-height:44px;min-width:44px;padding:.3rem .8rem;border:1px solid #0b4f9e;border-radius:4px;background:#fff;color:#0b4f9e;cursor:pointer;box-sizing:border-box;display:inline-flex;align-items:center;justify-content:center;text-decoration:none}
button.main{background:#0b4f9e;color:#fff}button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,.button:focus-visible{outline:3px solid #0b4f9e;outline-offset:2px}
button[disabled]{color:#6b6b68;border-color:#b5b5b0;cursor:default}
.edit{max-width:44rem}.edit .row{margin:1rem 0}.edit label,.edit legend{display:block;font-weight:700;margin-bottom:.25rem}.edit .hint{color:#4a4a4a;font-size:.9rem;margin:.1rem 0}
.edit input[type=text],.edit textarea,.edit select{font:inherit;width:100%;box-sizing:border-box;min-height:44px;padding:.4rem;border:1px solid #5c5c58;border-radius:4px;background:#fff}
.edit .check{display:flex;gap:.6rem;align-items:center;font-weight:400;min-height:44px}.edit .check input{width:24px;height:24px}
.edit .wrong{border-left:4px solid #b3261e;padding-left:.75rem}.edit .wrong .error{color:#8c1d18;font-weight:700;margin:.2rem 0}
.edit fieldset{border:1px solid #c9c9c5;padding:.5rem 1rem;margin:1rem 0}.open{border-left:4px dashed #8a5a00;padding-left:.75rem}
.two{display:grid;gap:0 1rem}@media(min-width:40rem){.two{grid-template-columns:1fr 1fr}}
`

/**
 * The style of every page that the server renders: one small sheet, inlined, so that a page is one request on a slow
 * network. Its hash is in the page's content security policy. Contrast of text is at least 7:1, of controls 4.5:1.
 */
export const PAGE_STYLE = `
:root{--ink:#1B2430;--soft:#414D5C;--blue:#0B4F8A;--green:#0F6A38;--red:#9F1B1B;--line:#C9D3DE;--paper:#F7F9FB;color-scheme:light}
*{box-sizing:border-box}
html{font:17px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Be Vietnam Pro",sans-serif;color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%;overflow-wrap:break-word}
body{margin:0;min-height:100vh;display:flex;flex-direction:column}
.wrap{width:100%;max-width:60rem;margin:0 auto;padding:0 16px}
.narrow{max-width:38rem}
main.wrap{flex:1;padding-top:24px;padding-bottom:32px}
h1,h2{line-height:1.35;margin:0 0 8px;font-weight:700}
h1{font-size:28px}
h2{font-size:20px}
p{margin:0 0 16px;max-width:65ch}
a{color:var(--blue)}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;background:#fff;padding:8px}
.top{background:#fff}
.top .wrap{display:flex;align-items:center;justify-content:space-between;gap:16px;min-height:56px}
.band{display:block;border-top:1px solid var(--blue);border-bottom:1px solid var(--blue)}
.brand{font-weight:700;color:var(--ink);text-decoration:none;display:inline-flex;align-items:center;gap:8px;min-height:44px}
.brand svg{flex:none}
.top nav{display:flex;gap:24px}
.top nav a,.foot a{display:inline-flex;align-items:center;min-height:44px}
.top nav .wide{display:none}
.foot{display:flex;flex-wrap:wrap;gap:0 24px;padding-bottom:16px;font-size:16px}
.card{background:#fff;border:1px solid var(--line);border-radius:8px;padding:16px;margin:0 0 16px}
.button{display:inline-flex;align-items:center;justify-content:center;min-height:48px;padding:8px 20px;border:1px solid var(--blue);border-radius:8px;background:var(--blue);color:#fff;font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.button.quiet{background:#fff;color:var(--blue)}
.button.big{width:100%;min-height:64px;font-size:20px;background:var(--green);border-color:var(--green)}
label{display:block;font-weight:600;margin:0 0 4px}
input{width:100%;min-height:48px;padding:8px 12px;border:1px solid #6B7786;border-radius:8px;background:#fff;color:var(--ink);font:inherit}
.field{margin:0 0 16px}
.hint{color:var(--soft);font-size:16px;margin:4px 0 0}
.row{display:flex;flex-wrap:wrap;gap:8px}
.row input{flex:1 1 12rem}
.state{display:flex;gap:16px;align-items:flex-start;border:2px solid;border-radius:8px;background:#fff;padding:16px;margin:0 0 16px}
.state svg{flex:none;width:44px;height:44px}
.state h1{font-size:22px;margin:0}
.state p{margin:4px 0 0;color:var(--ink)}
.state.done{background:var(--green);border-color:var(--green);color:#fff}
.state.done p{color:#fff}
.state.done h1{font-size:28px}
summary{cursor:pointer;padding:9px 0}
.good{color:var(--green)}
.bad{color:var(--red)}
.warn{color:var(--soft)}
.facts{margin:0}
.facts div{padding:8px 0;border-top:1px solid var(--line)}
.facts div:first-child{border-top:0}
.facts dt{color:var(--soft);font-size:16px}
.facts dd{margin:0;font-weight:600}
.facts .name{font-size:22px;line-height:1.35}
.lead{margin-bottom:16px}
.people{list-style:none;margin:8px 0 0;padding:0;display:grid;gap:16px}
.people li{border-top:2px solid var(--blue);padding-top:8px}
.people strong{display:block}
.split{display:grid;gap:16px;grid-template-columns:minmax(0,1fr)}
.split .card{align-self:start}
@media (min-width:48em){.top nav .wide{display:inline-flex}main.wrap{padding-top:48px}.landing h1{font-size:36px}.lead{font-size:20px}.split{grid-template-columns:minmax(0,7fr) minmax(0,5fr);gap:48px;margin-bottom:32px}.people{grid-template-columns:repeat(3,minmax(0,1fr));gap:32px}.facts div{display:grid;grid-template-columns:14rem 1fr;gap:16px}}
@media print{html{background:#fff;font-size:11pt;line-height:1.4}body{display:block}.top nav,.band,.foot,.no-print,.skip{display:none}main.wrap{padding:8px 16px}.state{border-color:#000}.state h1{color:#000}.card{border:0;padding:0}.facts div{display:grid;grid-template-columns:12rem 1fr;gap:16px;padding:4px 0;break-inside:avoid}}
`
  .replace(/\n/g, '')
  .trim();

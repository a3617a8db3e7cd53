/** The one style sheet of the console; the colours are those of the desktop program. */
export const style = `
:root {
  --text: #1b2430; --soft: #46505d; --line: #d9dee5; --edge: #aab3bf; --page: #f3f5f8; --paper: #fff;
  --accent: #1d4f91; --tint: #e8f0fa; --good: #1f6f3f; --warn: #8a5300; --bad: #b42318; --bad-tint: #fdeeec;
  --second: #a9c3e4;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.55 "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC",
    "WenQuanYi Micro Hei", "Microsoft JhengHei UI", "PingFang TC", "Noto Sans CJK TC", system-ui, sans-serif;
}
:lang(zh-TW) body, body:lang(zh-TW) {
  font-family: "Microsoft JhengHei UI", "Microsoft JhengHei", "PingFang TC", "Noto Sans CJK TC", system-ui, sans-serif;
}
a { color: var(--accent); }
a:hover { color: #163d70; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: .5rem; top: .5rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }

header {
  display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center; padding: .5rem 1.25rem;
  background: var(--accent); color: #fff;
}
header a { color: #fff; }
header .name { font-size: 1.15rem; font-weight: 600; margin: 0; flex: 1 1 auto; max-width: none; }
header .languages { display: flex; gap: .9rem; }
header form { display: flex; gap: .75rem; align-items: center; }
header a, header button { display: inline-flex; align-items: center; min-height: 2.25rem; }
header button { background: transparent; color: #fff; border-color: #fff8; }
header .menu { display: none; }

nav.main { background: var(--paper); border-bottom: 1px solid var(--line); padding: .25rem 1.25rem; }
nav.main ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; }
nav.main > ul { gap: .25rem 2rem; }
nav.main > ul > li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .25rem; }
nav.main > ul > li > span { color: var(--soft); font-size: .875rem; }
nav.main a { display: inline-block; padding: .45rem .6rem; text-decoration: none; border-bottom: 3px solid transparent; }
nav.main a:hover { background: var(--tint); }
nav.main a[aria-current] { border-bottom-color: var(--accent); font-weight: 600; }

main { max-width: 100rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; }
main:focus { outline: none; }
h1 { font-size: 1.45rem; line-height: 1.3; margin: .25rem 0 .75rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
p { margin: .5rem 0; max-width: 60rem; }
small, .hint, .note { color: var(--soft); font-size: .9rem; }
.words { white-space: pre-wrap; overflow-wrap: anywhere; }
.empty { background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: 1rem; }
.error, .notice, .done { border: 1px solid var(--edge); border-left-width: 5px; border-radius: 4px; padding: .6rem .9rem; background: var(--paper); }
.error { border-color: var(--bad); background: var(--bad-tint); color: var(--bad); }
.notice { border-color: var(--accent); background: var(--tint); }
.done { border-color: var(--good); color: var(--good); }

button, .button, input, select, textarea { font: inherit; color: inherit; border: 1px solid var(--edge); border-radius: 4px; background: var(--paper); }
button, .button { display: inline-flex; align-items: center; justify-content: center; min-height: 2.5rem; padding: .3rem 1rem; cursor: pointer; text-decoration: none; }
button:hover, .button:hover { border-color: var(--accent); color: var(--accent); }
header button:hover { color: #fff; border-color: #fff; }
button.primary { background: var(--accent); border-color: var(--accent); color: #fff; }
button.primary:hover { background: #163d70; color: #fff; }
button.danger { background: var(--bad); border-color: var(--bad); color: #fff; }
button.danger:hover { color: #fff; background: #8f1b12; }
button.link { border: 0; background: none; padding: 0; color: var(--accent); text-decoration: underline; }
input, select, textarea { min-height: 2.5rem; padding: .3rem .6rem; max-width: 100%; }
input[type=checkbox], input[type=radio] { min-height: 0; width: 1.15rem; height: 1.15rem; margin: .2rem .4rem .2rem 0; vertical-align: -.2rem; accent-color: var(--accent); }
form { display: inline-flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 0; }
.choose { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; margin: .5rem 0; }
.choose a { padding: .35rem .5rem; }
.choose a[aria-current] { font-weight: 600; text-decoration: none; color: var(--text); background: var(--tint); border-radius: 4px; }
.acts { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; }
.sheet { display: grid; gap: .3rem; max-width: 42rem; justify-items: start; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: 1rem; }
.sheet.plain { border: 0; padding: 0; max-width: none; }
.sheet > details { width: 100%; margin-top: .6rem; }
.sheet summary { cursor: pointer; color: var(--accent); padding: .3rem 0; }
.choices { list-style: none; margin: .5rem 0; padding: 0; display: grid; gap: .5rem; max-width: 42rem; }
.choices li { background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: .5rem .75rem; }
.choices form { display: flex; justify-content: space-between; }
.sheet.narrow { max-width: 26rem; }
.sheet > label { margin-top: .4rem; }
.sheet > input:not([type=checkbox]):not([type=radio]), .sheet > textarea, .sheet > select { width: 100%; }
.sheet > button { margin-top: .6rem; }
fieldset { border: 1px solid var(--line); border-radius: 4px; margin: .4rem 0; min-width: 0; width: 100%; }
fieldset label { display: block; padding: .15rem 0; }

.tools { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0 .25rem; color: var(--soft); max-width: none; }
.scroll { overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; padding: .45rem .75rem; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { background: var(--page); font-weight: 600; font-size: .9rem; color: var(--soft); white-space: nowrap; }
tbody th { font-weight: 500; min-width: 10rem; }
tbody td { min-width: 5.5rem; }
tbody tr:hover { background: var(--tint); }
tbody tr:last-child > * { border-bottom: 0; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
td time, td .number { white-space: nowrap; }
td button { min-height: 2rem; padding: .1rem .7rem; }
.pager { display: flex; gap: 1rem; padding: .6rem 0; }
ul.inline { display: flex; flex-wrap: wrap; gap: 0 .9rem; list-style: none; margin: 0; padding: 0; }
.level-1 { padding-inline-start: 1.5rem; }
.level-2 { padding-inline-start: 3rem; }
.level-3 { padding-inline-start: 4.5rem; }
.level-4 { padding-inline-start: 6rem; }
.level-5 { padding-inline-start: 7.5rem; }
.level-6 { padding-inline-start: 9rem; }
[class^=level-] { display: inline-block; }
.stack { display: grid; gap: .75rem; justify-items: start; }
.stack > .sheet { width: 100%; }
.path { color: var(--soft); }
.late { color: var(--warn); }
.silent { color: var(--bad); font-weight: 600; }

.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(13.5rem, 1fr)); gap: .75rem; list-style: none; margin: .75rem 0; padding: 0; }
.tiles a { display: flex; flex-direction: column; height: 100%; padding: .7rem .9rem; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; text-decoration: none; color: inherit; }
.tiles a:hover { border-color: var(--accent); }
.tiles strong { font-size: 1.6rem; line-height: 1.3; font-weight: 600; font-variant-numeric: tabular-nums; color: var(--accent); overflow-wrap: anywhere; }
.tiles .label { color: var(--soft); }

.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .1rem 1.5rem; margin: .5rem 0; padding: .5rem .9rem; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; }
.facts div { padding: .3rem 0; }
dt { color: var(--soft); font-size: .9rem; }
dd { margin: 0; }

.chart { margin: .5rem 0 1rem; max-width: 60rem; }
.chart figcaption { font-weight: 600; }
.chart svg { display: block; width: 100%; min-width: 36rem; height: auto; padding: .5rem; }
.chart line { stroke: var(--line); }
.chart text { font-size: 14px; fill: var(--soft); }
.chart rect.first { fill: var(--accent); }
.chart rect.second { fill: var(--second); }
.legend { display: flex; gap: 1.25rem; list-style: none; margin: .25rem 0; padding: 0; }
.legend li::before { content: ""; display: inline-block; width: .8rem; height: .8rem; margin-inline-end: .4rem; background: var(--second); }
.legend li.first::before { background: var(--accent); }

.code { font: 600 1.6rem/1.5 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; letter-spacing: .05em; overflow-wrap: anywhere; }
.secret { font-size: 1.05rem; overflow-wrap: anywhere; }
.codes { columns: 2 12rem; max-width: 30rem; font: 600 1.15rem/1.9 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; }
.qr { width: 15rem; max-width: 100%; background: #fff; }
.qr svg { display: block; width: 100%; height: auto; }

@media (max-width: 40rem) {
  header, nav.main, main { padding-inline: .75rem; }
  body { display: flex; flex-direction: column; }
  main { width: 100%; }
  /* What is read comes first on a phone; the way to the menu stands at the top. */
  nav.main { order: 1; border-top: 1px solid var(--line); }
  header .menu { display: inline-flex; }
  nav.main > ul { gap: 0; flex-direction: column; }
  nav.main > ul > li { flex-wrap: nowrap; }
  nav.main > ul > li > span { flex: 0 0 3.2rem; }
  th, td { padding: .4rem .5rem; }
  tbody td { min-width: 0; }
  .list .scroll { border: 0; background: none; overflow: visible; }
  .list table, .list tbody, .list tr, .list tbody th, .list td { display: block; width: auto; }
  .list thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .list tr { background: var(--paper); border: 1px solid var(--line); border-radius: 4px; margin-bottom: .6rem; padding: .35rem .75rem; }
  .list tbody th { font-weight: 600; padding: .3rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
  .list td { display: grid; grid-template-columns: minmax(7rem, 40%) 1fr; gap: .5rem; padding: .25rem 0; border: 0; text-align: start; white-space: normal; }
  .list td::before { content: attr(data-label); color: var(--soft); font-size: .9rem; }
  .list td > div { min-width: 0; overflow-wrap: anywhere; }
  .tiles { grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .5rem; }
  .tiles strong { font-size: 1.3rem; }
  .sheet { padding: .75rem; }
}

@media print {
  header, nav, .skip, .tools a, button, .button, .choose, .sheet { display: none !important; }
  body { background: #fff; font-size: 11pt; }
  main { max-width: none; padding: 0; }
  .scroll { overflow: visible; border: 0; }
  thead { display: table-header-group; }
  tr, .chart, .tiles li { break-inside: avoid; }
}
`

export const style = `
:root { color-scheme: light dark; --line: #8886; --accent: #b3261e; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; }
header, main { max-width: 90rem; margin: 0 auto; padding: 1rem 1.5rem; }
header { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; border-bottom: 3px solid var(--accent); }
header .name { font-size: 1.3rem; margin: 0; flex: 1; }
.skip:not(:focus) { position: absolute; left: -99rem; }
nav.main ul { display: flex; flex-wrap: wrap; gap: .75rem; white-space: normal; }
nav.main { padding: .5rem 1.5rem; }
nav { display: flex; gap: .75rem; align-items: center; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; padding: .5rem .75rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
ul { margin: 0; padding: 0; list-style: none; white-space: nowrap; }
form { display: inline-flex; gap: .5rem; align-items: center; flex-wrap: wrap; }
button, input { font: inherit; padding: .3rem .8rem; min-height: 2.2rem; }
.sheet { display: grid; gap: .3rem; max-width: 40rem; justify-items: start; }
.sheet input:not([type=checkbox]), .sheet textarea, .sheet select { width: 100%; font: inherit; padding: .3rem .8rem; }
.sheet fieldset { width: 100%; border: 1px solid var(--line); }
.sheet fieldset label { display: block; }
.words { white-space: pre-wrap; overflow-wrap: anywhere; }
.code { font: 600 2rem/1.5 ui-monospace, monospace; letter-spacing: .05em; }
.error { color: #c00; }
.hint { opacity: .8; }
`

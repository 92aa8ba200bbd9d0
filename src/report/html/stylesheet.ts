/**
 * The page's only styles. Both schemes keep at least 4.5:1 between text and its ground; no meaning rests on colour
 * alone (marks differ in shape, verdicts are words).
 */
export const STYLESHEET = `
:root{color-scheme:light dark;--page:#f5f6f4;--card:#fff;--ink:#16201b;--muted:#55615b;--line:#dfe4e0;--grid:#e6eae7;
--ours:#12724f;--own:#3f5fc4;--none:#7d8882;--memory:#7883bd;--bound:#b9c6be;--bad:#b3341c;--good:#12724f;--goal:#dcefe5;--soft:#eef2ef;--badsoft:#fbeae6}
@media(prefers-color-scheme:dark){:root{--page:#0f1412;--card:#171e1b;--ink:#e7edea;--muted:#9dada5;--line:#2a3530;--grid:#25302b;
--ours:#3fb98a;--own:#8ea5ff;--none:#75827b;--memory:#6d78b3;--bound:#44534b;--bad:#ff8a70;--good:#5fd0a3;--goal:#1d3a2e;--soft:#1e2723;--badsoft:#3a201a}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1040px;margin:0 auto;padding:40px 24px 72px}
.eyebrow{margin:0 0 8px;color:var(--muted);font-size:14px;overflow-wrap:anywhere}
h1{margin:0 0 12px;font-size:36px;line-height:1.18;letter-spacing:-.015em;max-width:26em;text-wrap:balance}
.lede{margin:0 0 28px;font-size:18px;color:var(--muted);max-width:46em}
h2{margin:0 0 4px;font-size:22px;line-height:1.3;letter-spacing:-.01em}
h3{margin:28px 0 8px;font-size:16px}
section{margin:24px 0 0;padding:28px 30px 30px;background:var(--card);border:1px solid var(--line);border-radius:12px}
section>p:first-of-type,.lead{margin:0 0 18px;color:var(--muted);max-width:48em}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(190px,1fr));gap:12px;margin:0;padding:0}
.tiles div{padding:16px 18px;background:var(--card);border:1px solid var(--line);border-radius:12px}
.tiles dt{font-size:14px;color:var(--muted)}
.tiles dd{margin:0;font-size:28px;font-weight:650;line-height:1.25;letter-spacing:-.01em}
.tiles dd small{display:block;font-size:14px;font-weight:400;letter-spacing:0;color:var(--muted)}
.scroll{overflow-x:auto}
svg.figure{display:block;max-width:100%;height:auto;margin:0 auto}
.scroll>svg.figure{min-width:640px}
svg text{fill:var(--ink);font-size:14px}
svg .tick,svg .note{fill:var(--muted);font-size:13px}
svg .small{font-size:12.5px;fill:var(--muted)}
svg .strong{font-weight:650;fill:var(--ink)}
svg .value{font-weight:650}
svg .grid{stroke:var(--grid)}svg .axis{stroke:var(--none)}svg .lane{stroke:var(--line)}
.bar.none{fill:var(--none)}.bar.ours{fill:var(--ours)}.bar.attack{fill:var(--bad)}.bar.memory{fill:var(--memory)}
.bar.bound{fill:var(--bound);stroke:var(--muted);stroke-dasharray:4 3}
.halo{fill:none;stroke:var(--card);stroke-width:4.2;stroke-linecap:square}
.whisker{fill:none;stroke:var(--ink);stroke-width:1.6}
.interval{stroke-width:3;stroke-linecap:round;stroke:var(--muted)}.interval.met{stroke:var(--good)}.interval.missed{stroke:var(--bad)}
.dot{fill:var(--muted)}.dot.met{fill:var(--good)}.dot.missed{fill:var(--bad)}
svg .verdict.met{fill:var(--good);font-weight:650}svg .verdict.missed{fill:var(--bad);font-weight:650}
.goal{fill:var(--goal)}
.span{stroke:var(--ours);stroke-width:2.5;opacity:.55}.span.loss{stroke:var(--bad)}
.mark-none{fill:var(--card);stroke:var(--none);stroke-width:2.5}.mark-own{fill:var(--own)}.mark-shared{fill:var(--ours)}
.event{fill:var(--ours);stroke:var(--card);stroke-width:1}.event.attack{fill:var(--bad)}
.legend{display:flex;flex-wrap:wrap;gap:6px 22px;margin:0 0 10px;font-size:14px;color:var(--muted)}
.legend span{display:inline-flex;align-items:center;gap:7px}
table{width:100%;border-collapse:collapse;font-size:14px}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:7px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{color:var(--muted);font-weight:500;white-space:nowrap}
tbody th{font-weight:500}
.number{text-align:right;white-space:nowrap}
tr.strong>*{font-weight:650}
details{margin:18px 0 0}
summary{cursor:pointer;color:var(--muted);font-size:14px;padding:4px 0}
summary:hover,summary:focus-visible{color:var(--ink)}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,430px),1fr));gap:14px}
.cards.narrow{grid-template-columns:repeat(auto-fill,minmax(min(100%,280px),1fr))}
article{display:flex;flex-direction:column;gap:10px;min-width:0;padding:16px 18px;border:1px solid var(--line);border-radius:10px}
article.bad{border-left:4px solid var(--bad)}article.good{border-left:4px solid var(--good)}article.open{border-left:4px solid var(--none)}
article header{display:flex;flex-wrap:wrap;align-items:center;gap:6px 10px}
article h4{margin:0;font-size:15px;font-family:ui-monospace,"Cascadia Mono",Menlo,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.by{color:var(--muted);font-size:14px}
.tag{padding:1px 9px;border-radius:99px;background:var(--soft);color:var(--muted);font-size:13px;white-space:nowrap}
.tag.good{background:var(--goal);color:var(--good)}.tag.bad{background:var(--badsoft);color:var(--bad)}
.tags{display:inline-flex;gap:6px;margin-left:auto}.narrow .tags{margin-left:0}
blockquote{margin:0;overflow-wrap:anywhere}
pre{margin:0;padding:9px 12px;background:var(--soft);border-radius:7px;font:13px/1.5 ui-monospace,"Cascadia Mono",Menlo,"DejaVu Sans Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.call{padding:9px 12px;background:var(--soft);border-radius:7px;font-size:13px}.call dd{font:13px/1.5 ui-monospace,"Cascadia Mono",Menlo,"DejaVu Sans Mono",monospace}
code{font:.92em ui-monospace,"Cascadia Mono",Menlo,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:3px 16px;margin:0;font-size:14px}
.facts dt{color:var(--muted)}.facts dd{margin:0;overflow-wrap:anywhere}
.gain{color:var(--good);font-weight:650}.loss{color:var(--bad);font-weight:650}
.reason{margin:0;font-size:14px;color:var(--bad)}
article.open .reason{color:var(--muted)}
ul{margin:0;padding-left:22px}li{margin:4px 0}
footer{margin:28px 0 0;color:var(--muted);font-size:14px}
@media(max-width:640px){main{padding:24px 14px 48px}section{padding:20px 16px}h1{font-size:28px}}
@media print{body{background:#fff}section{break-inside:avoid;border-color:#ccc}}
`

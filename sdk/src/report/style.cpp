#include "report/style.hpp"

namespace activateur::report {
namespace {

std::string variables(std::string_view colour::*shade) {
  std::string out;
  for (const auto& c : palette) out.append("--").append(c.name).append(":").append(c.*shade).append(";");
  return out;
}

// What figures are drawn with, in a page or alone.
constexpr std::string_view figure_rules = R"css(
svg text{font:400 13px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;fill:var(--ink)}
svg .strong{font-weight:700}
svg .quiet{fill:var(--muted);font-size:12px}
svg .end{text-anchor:end}
svg .middle{text-anchor:middle}
.solid{fill:var(--bar)}
.hatch-ground{fill:var(--paper)}
.hatch-line{stroke:var(--bar);stroke-width:2.4;fill:none}
.dot{fill:var(--muted)}
.track{fill:var(--paper);stroke:var(--line);stroke-width:1}
.outline{fill:none;stroke:var(--bar);stroke-width:1.4}
.tick{stroke:var(--ink);stroke-width:2}
.grid{stroke:var(--rule);stroke-width:1}
.axis{stroke:var(--line);stroke-width:1}
.cost-line{stroke:var(--to-acquire);stroke-width:2.2;fill:none}
.goal{stroke:var(--recognised);stroke-width:2;stroke-dasharray:5 3}
.load-bar{fill:var(--line)}
.front-line{stroke:var(--muted);stroke-width:1.6;stroke-dasharray:2 3;fill:none}
.edge{stroke:var(--line);fill:none;stroke-linecap:round}
.edge-new{stroke:var(--bar);fill:none;stroke-linecap:round}
.edge-step{stroke:var(--muted);stroke-width:1.6;fill:none}
.arrow{fill:var(--muted)}
.node-out{fill:none;stroke:var(--line);stroke-dasharray:4 3}
.node{fill:var(--card);stroke:var(--line);stroke-width:1}
.node-key{fill:var(--presumed-tint);stroke:var(--bar);stroke-width:2}
.halo{fill:var(--paper)}
.ground{fill:var(--paper)}
.is-recognised{color:var(--recognised)}
.is-presumed{color:var(--presumed)}
.is-to-explore{color:var(--to-explore)}
.is-to-acquire{color:var(--to-acquire)}
.is-blocked{color:var(--muted)}
)css";

constexpr std::string_view page_rules = R"css(
*{box-sizing:border-box}
html{font:100%/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:break-word}
header,main,footer{max-width:62rem;margin:0 auto;padding:0 1.25rem}
h1,h2,h3,h4{line-height:1.25;text-wrap:balance}
h1{font-size:clamp(1.6rem,1.1rem + 2.2vw,2.4rem);margin:.2rem 0 1rem}
h2{font-size:clamp(1.3rem,1.1rem + 1vw,1.65rem);margin:0 0 .75rem;color:var(--accent)}
h3{font-size:1.12rem;margin:1.75rem 0 .5rem}
h4{font-size:1rem;margin:0 0 .25rem}
p{margin:.5rem 0;max-width:46rem}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
section{padding:1.75rem 0;border-top:1px solid var(--rule)}
main section:first-child{border-top:0}
.skip{position:absolute;left:-999rem;background:var(--paper);color:var(--accent);padding:.6rem 1rem}
.skip:focus{left:.5rem;top:.5rem;z-index:2}
.kicker{margin:1.5rem 0 0;color:var(--muted);font-weight:600;letter-spacing:.02em}
.example{max-width:none;margin:0;padding:.7rem 1.25rem;background:var(--example-tint);color:var(--example);text-align:center;border-bottom:1px solid var(--example)}
.every-page{display:none}
.facts{display:flex;flex-wrap:wrap;gap:.4rem 2.25rem;margin:0 0 1rem}
.facts dt{color:var(--muted);font-size:.88rem}
.facts dd{margin:0;font-weight:600;overflow-wrap:anywhere}
.facts div{min-width:0}
blockquote{margin:.4rem 0;padding-left:.8rem;border-left:.2rem solid var(--line)}
nav ol{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0;padding:.75rem 0 1.25rem}
.lead{font-size:1.13rem}
ul.tiles{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem;margin:1.25rem 0;padding:0}
.tiles li{padding:.8rem 1rem;border-radius:.5rem;border-left:.35rem solid currentColor}
.tiles a{display:block;color:inherit;text-decoration:none}
.tiles a span{text-decoration:underline}
.tiles strong{display:block;font-size:1.9rem;line-height:1.1}
.tiles .is-recognised,.state.is-recognised{background:var(--recognised-tint)}
.tiles .is-presumed,.state.is-presumed{background:var(--presumed-tint)}
.tiles .is-to-explore,.state.is-to-explore{background:var(--to-explore-tint)}
.tiles .is-to-acquire,.state.is-to-acquire{background:var(--to-acquire-tint)}
.tiles .is-blocked,.state.is-blocked{background:var(--card)}
.state{display:flex;align-items:baseline;gap:.5rem;padding:.45rem .75rem;border-radius:.4rem}
.mark{width:.95em;height:.95em;flex:none;vertical-align:-.08em}
ul.plain,ol.plain{list-style:none;margin:0;padding:0}
.requirements li{padding:.6rem 0 .6rem .75rem;border-bottom:1px solid var(--rule)}
.requirements li:target,.steps li:target{background:var(--card)}
.name{font-weight:600}
.tag{display:inline-block;margin-left:.4rem;padding:0 .45rem;border:1px solid var(--line);border-radius:1rem;font-size:.8rem;color:var(--muted);font-weight:400;white-space:nowrap}
.small,.requirements p,.card p{font-size:.94rem}
.muted{color:var(--muted)}
.requirements p{margin:.15rem 0}
details{margin:.35rem 0}
summary{cursor:pointer;color:var(--accent);width:fit-content;font-size:.94rem;padding:.15rem 0}
details ul{margin:.3rem 0 .5rem;padding-left:1.2rem;font-size:.92rem}
details li,.requirements details li,.requirements li li{padding:.12rem 0;border:0}
.card{margin:.75rem 0;padding:.9rem 1.1rem;background:var(--card);border-radius:.5rem}
.card p{margin:.2rem 0}
.card h3{margin:0 0 .3rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr));gap:.75rem}
.cards .card{margin:0}
.cards h3{font-size:1.02rem}
.verdict{font-weight:700;white-space:nowrap}
.verdict.good{color:var(--recognised)}.verdict.bad{color:var(--to-acquire)}.verdict.unsure{color:var(--to-explore)}
figure{margin:1.25rem 0}
figcaption{font-weight:600;margin-bottom:.5rem}
figure svg.wide,figure svg.narrow{display:block;width:100%;height:auto}
figure svg.narrow{display:none}
.legend .mark{width:1em;height:1em;vertical-align:-.12rem;margin-right:.15rem}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;margin:.25rem 0 .75rem;padding:0;list-style:none;font-size:.92rem}
.legend svg:not(.mark){width:2.2rem;height:.95rem;vertical-align:-.12rem;margin-right:.45rem}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:left;color:var(--muted);padding:.4rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--rule)}
thead th{border-bottom:2px solid var(--line)}
tbody th{font-weight:400;min-width:11rem}
td.number{white-space:nowrap}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
ol.steps{list-style:none;margin:1rem 0;padding:0}
.steps .card{border-left:.35rem solid var(--bar)}
.steps .when{color:var(--muted);font-size:.94rem}
.money s{color:var(--muted)}
.contest{padding:1rem 1.2rem;border:2px solid var(--accent);border-radius:.5rem}
.plainly{margin:1rem 0;padding:.8rem 1.1rem;background:var(--card);border-radius:.5rem}
.plainly p{margin:.15rem 0}
.twin{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:.5rem 2rem;align-items:start}
.numbered li{display:flex;gap:.55rem;align-items:baseline;padding:.16rem 0;font-size:.94rem}
.numbered .mark{align-self:flex-start;margin-top:.3em}
.count{flex:none;min-width:1.6rem;padding:0 .3rem;border:1px solid var(--line);border-radius:.8rem;text-align:center;font-size:.8rem;font-variant-numeric:tabular-nums}
.targets{list-style:none;margin:.75rem 0;padding:0}
.targets li.target{padding:.85rem 0;border-bottom:1px solid var(--rule)}
.targets li.target:target{background:var(--card)}
.target p{font-size:.94rem;margin:.2rem 0}
.cover{display:block;width:100%;max-width:30rem;height:.85rem;margin:.35rem 0}
ul.flags{list-style:none;margin:.25rem 0;padding:0;font-size:.94rem}
.flags strong{font-weight:600}
.moves td{min-width:6rem}
footer{padding-top:1rem;padding-bottom:2.5rem;border-top:1px solid var(--rule);color:var(--muted);font-size:.9rem}
@media screen and (max-width:52rem){
figure svg.wide{display:none}
figure svg.narrow{display:block;max-width:30rem}
header,main,footer{padding-left:1rem;padding-right:1rem}
ul.tiles{grid-template-columns:1fr 1fr}
.twin{grid-template-columns:minmax(0,1fr)}
.tiles strong{font-size:1.6rem}
}
@media print{
@page{size:A4;margin:16mm 14mm}
html{font-size:10pt}
body{background:#fff}
nav,.skip{display:none}
header,main,footer{max-width:none;padding:0 0 0 8mm}
h2,h3,h4{break-after:avoid}
figure,.card,.tiles li,li.target,.requirements li,tr{break-inside:avoid}
figure.long{break-inside:auto}
.table{overflow:visible}
table{font-size:8.5pt}
table.many{font-size:7pt}
.many th,.many td{padding:.15rem .2rem}
td.number{white-space:normal}
.words tbody th,.words .free{overflow-wrap:anywhere}
tbody th,.moves td{min-width:0}
details::details-content{display:block;content-visibility:visible}
summary{list-style:none;color:var(--ink)}
.every-page{display:block;position:fixed;left:0;top:0;bottom:0;writing-mode:vertical-rl;font-weight:700;color:var(--example);font-size:9pt}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
)css";

}  // namespace

std::string figure_style_sheet() {
  std::string css(":root{color-scheme:light dark;");
  css.append(variables(&colour::light)).append("}\n@media screen and (prefers-color-scheme:dark){:root{");
  css.append(variables(&colour::dark)).append("}}").append(figure_rules);
  return css;
}

std::string style_sheet() { return figure_style_sheet().append(page_rules.substr(1)); }

}  // namespace activateur::report

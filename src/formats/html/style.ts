/** How a reading list in HTML looks: on screens, light and dark, and on paper, where addresses are written out and nothing is folded. */
export const style = `:root{color-scheme:light dark;--text:#1d1d1f;--soft:#55555c;--line:#d0d0d5;--link:#0a58ca;--chip:#eeeef2}
body{font:15px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:var(--text);background:#fff}
h1{font-size:1.6rem;line-height:1.25;margin:0}h2{font-size:1.1rem;margin:2rem 0 .6rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}
h3{font-size:1rem;line-height:1.35;margin:0}.intro{margin:.6rem 0}.facts{color:var(--soft);margin:.15rem 0;font-size:.9rem}
nav ul,.also{padding:0;list-style:none}nav li{display:inline-block;margin:0 1.2rem .2rem 0;color:var(--soft)}.also{margin:.3rem 0;font-size:.9rem}
article{margin:0 0 1.3rem;break-inside:avoid}a{color:var(--link);text-decoration:none}a:hover{text-decoration:underline}
.tag{background:var(--chip);border-radius:8px;padding:0 .45em;font-size:.85em}summary{cursor:pointer;color:var(--soft);font-size:.9rem}
details p{margin:.3rem 0;font-size:.95rem}blockquote{margin:.4rem 0;padding:0 0 0 .8rem;border-left:3px solid var(--line);white-space:pre-wrap}
:target{outline:2px solid var(--line);outline-offset:6px}math{font-size:1.1em}math[display=block]{overflow-x:auto}
@media (prefers-color-scheme:dark){:root{--text:#e6e6ea;--soft:#a6a6ae;--line:#3a3a40;--link:#8ab4f8;--chip:#2a2a30}body{background:#17171a}}
@media print{:root{color-scheme:light;--text:#000;--soft:#333;--line:#999;--link:#000;--chip:#fff}body{margin:0;max-width:none;background:#fff}
h2{break-after:avoid}nav,summary{display:none}details::details-content{content-visibility:visible;block-size:auto}
h3 a::after,.facts a::after{content:" (" attr(href) ")";font-size:.8rem;font-weight:400;overflow-wrap:anywhere}}`;

/// The page's style. Sides differ by colour and by how their line is dashed, so that they can be
/// told apart without colours, too; text has a contrast of at least 4.5 to 1 in both schemes.
enum HTMLStyle {
  static let sheet = """
    :root {
      --page: #f7f6f3; --card: #ffffff; --ink: #1d2126; --soft: #565e68; --line: #dcdad4;
      --faint: #eceae5; --s0: #0b5cad; --s1: #b4480a; --s2: #0b7562; --s3: #8a3c9e;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #14171a; --card: #1c2024; --ink: #e9ebed; --soft: #a3abb4; --line: #363c43;
        --faint: #262b30; --s0: #6cb3ff; --s1: #ff9d5c; --s2: #4fd0b5; --s3: #d99aec;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0; background: var(--page); color: var(--ink);
      font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
      -webkit-text-size-adjust: 100%;
    }
    main { max-width: 1120px; margin: 0 auto; padding: 40px 24px 56px; }
    h1 { font-size: 2rem; line-height: 1.2; letter-spacing: -0.015em; margin: 0 0 20px; }
    h2 { font-size: 1.25rem; letter-spacing: -0.005em; margin: 44px 0 12px; }
    h3 { font-size: 1.05rem; margin: 32px 0 10px; }
    article + article { margin-top: 64px; padding-top: 40px; border-top: 1px solid var(--line); }
    .eyebrow {
      margin: 0 0 4px; color: var(--soft); font-size: 0.8rem; letter-spacing: 0.08em;
      text-transform: uppercase;
    }
    ul { padding: 0; margin: 0; list-style: none; }
    .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(230px, 1fr)); gap: 14px; }
    .side {
      background: var(--card); border: 1px solid var(--line); border-top: 4px solid currentColor;
      border-radius: 8px; padding: 14px 16px;
    }
    .side p { margin: 0; color: var(--soft); font-size: 0.92rem; overflow-wrap: anywhere; }
    .side .name { color: var(--ink); font-weight: 650; font-size: 1.08rem; margin-bottom: 4px; }
    .sample { vertical-align: middle; margin-right: 8px; }
    .s0 { color: var(--s0); } .s1 { color: var(--s1); }
    .s2 { color: var(--s2); } .s3 { color: var(--s3); }
    .said { margin: 26px 0 0; display: grid; gap: 8px; }
    .said li { padding-left: 16px; border-left: 3px solid var(--line); font-size: 1.03rem; }
    .note, .notes, footer { color: var(--soft); font-size: 0.9rem; }
    .note { margin: 10px 0; } .notes { margin-top: 10px; } .notes li { margin: 3px 0; }
    table {
      width: 100%; border-collapse: separate; border-spacing: 0; background: var(--card);
      border: 1px solid var(--line); border-radius: 8px; font-size: 0.94rem;
      font-variant-numeric: tabular-nums;
    }
    caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    th, td { padding: 9px 14px; text-align: left; vertical-align: middle; }
    thead th { color: var(--soft); font-weight: 550; font-size: 0.85rem; }
    tbody th { font-weight: 550; }
    tbody th, tbody td { border-top: 1px solid var(--faint); }
    td { overflow-wrap: anywhere; }
    td.number { color: var(--ink); }
    td.number b { font-weight: 620; white-space: nowrap; }
    td.number small { display: block; color: var(--soft); font-size: 0.8rem; }
    td.strip { width: 160px; }
    .spread { display: block; }
    .spread .ground { stroke: var(--faint); stroke-width: 2; }
    .spread .bar { stroke: currentColor; stroke-width: 5; stroke-linecap: round; opacity: 0.38; }
    .dot, .end { fill: currentColor; }
    .verdict > span { white-space: nowrap; color: var(--soft); }
    .verdict .better {
      color: var(--ink); font-weight: 620; border: 1px solid var(--line); border-radius: 999px;
      padding: 2px 10px; background: var(--faint); white-space: normal; display: inline-block;
    }
    .verdict .better.s0 > span { color: var(--s0); } .verdict .better.s1 > span { color: var(--s1); }
    .verdict .better.s2 > span { color: var(--s2); } .verdict .better.s3 > span { color: var(--s3); }
    .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 460px), 1fr)); gap: 16px; }
    figure { margin: 0; }
    .plot { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 14px 16px 10px; min-width: 0; }
    .plot figcaption { margin-bottom: 6px; overflow-wrap: anywhere; }
    .plot figcaption span { color: var(--soft); }
    .plot > svg { display: block; width: 100%; height: auto; }
    .legend { display: flex; flex-wrap: wrap; gap: 2px 18px; font-size: 0.88rem; color: var(--soft); }
    path { fill: none; stroke: currentColor; stroke-linejoin: round; stroke-linecap: round; }
    path.median { stroke-width: 2.6; } path.run { stroke-width: 1.1; opacity: 0.42; }
    path.s1 { stroke-dasharray: 8 4; } path.s2 { stroke-dasharray: 1.5 5; }
    path.s3 { stroke-dasharray: 9 4 1.5 4; } path.run { stroke-dasharray: none; }
    .grid { stroke: var(--faint); } .axis, .mark { stroke: var(--soft); }
    .tick, .axis-name { fill: var(--soft); font-size: 13.5px; font-variant-numeric: tabular-nums; }
    .command { margin: 10px 0; }
    .command figcaption { font-weight: 550; font-size: 0.94rem; margin-bottom: 4px; }
    pre {
      margin: 0; padding: 12px 14px; background: var(--card); border: 1px solid var(--line);
      border-radius: 8px; overflow-x: auto; font: 0.86rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace;
    }
    footer { margin-top: 48px; }
    @media (max-width: 760px) {
      main { padding: 24px 16px 40px; }
      h1 { font-size: 1.6rem; }
      table, tbody, tr, th, td { display: block; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      tbody tr { padding: 10px 14px; border-top: 1px solid var(--line); }
      tbody tr:first-child { border-top: 0; }
      tbody th, tbody td { border: 0; padding: 2px 0; }
      tbody th { padding-bottom: 4px; }
      tbody td { display: flex; gap: 12px; justify-content: space-between; text-align: right; }
      tbody td::before { content: attr(data-of); color: var(--soft); flex: none; max-width: 45%; text-align: left; }
      td.strip { display: none; }
      .plot { padding: 12px 10px 8px; }
      .tick, .axis-name { font-size: 17px; }
    }
    @media print {
      :root {
        --page: #ffffff; --card: #ffffff; --ink: #000000; --soft: #444444; --line: #bbbbbb;
        --faint: #e4e4e4; --s0: #0b5cad; --s1: #b4480a; --s2: #0b7562; --s3: #8a3c9e;
      }
      body { font-size: 11pt; }
      main { max-width: none; padding: 0; }
      .plot, .side, tr, .command { break-inside: avoid; }
      h2, h3 { break-after: avoid; }
      .plots { grid-template-columns: 1fr 1fr; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; }
    }
    """
}

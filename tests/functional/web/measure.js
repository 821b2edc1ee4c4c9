// What the tests measure in a page. Each function gives a list of faults, empty when all is well.
(() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const box = (element) => element.getBoundingClientRect();
  const isHiddenFromView = (element) => {
    // Words for a screen reader alone stand in a box of a pixel or less.
    for (let each = element; each; each = each.parentElement) {
      const { width, height } = box(each);
      if (width <= 1 && height <= 1) return true;
      if (getComputedStyle(each).clipPath === "inset(50%)") return true;
    }
    return false;
  };
  const name = (element) => {
    const words = (element.innerText || element.getAttribute("aria-label") || "").trim().slice(0, 40);
    const classes = element.getAttribute("class") ? `.${element.getAttribute("class").trim().split(/\s+/).join(".")}` : "";
    return `${element.localName}${element.id ? `#${element.id}` : ""}${classes} “${words}”`;
  };
  const scrolls = (element) => {
    for (let each = element; each && each !== document.body; each = each.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(each).overflowX)) return true;
    }
    return false;
  };

  const sideways = () => {
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    const beyond = [...document.body.querySelectorAll("*")].filter((element) =>
      shown(element) && !isHiddenFromView(element) && !element.closest("svg svg, svg *")
      && box(element).right > root.clientWidth + 1 && !scrolls(element));
    return [...(over > 0 ? [`the page is ${over} px too wide`] : []), ...beyond.map((one) => `beyond the edge: ${name(one)}`)];
  };

  const clipped = () => [...document.body.querySelectorAll("*")].filter((element) => {
    const style = getComputedStyle(element);
    if (!shown(element) || isHiddenFromView(element) || element.matches("svg *, input, textarea, select")) return false;
    if (!["hidden", "clip"].includes(style.overflowX) && !["hidden", "clip"].includes(style.overflowY)) return false;
    return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
  }).map((one) => `cut off: ${name(one)}`);

  const outOfDrawing = () => [...document.body.querySelectorAll("svg text")].filter((text) => {
    const [inner, outer] = [box(text), box(text.ownerSVGElement)];
    return shown(text) && inner.width > 0 && getComputedStyle(text.ownerSVGElement).overflow !== "visible"
      && (inner.left < outer.left - 1 || inner.right > outer.right + 1
        || inner.top < outer.top - 2 || inner.bottom > outer.bottom + 2);
  }).map((text) => `out of its drawing: ${text.textContent}`);

  const wear = (rules) => {
    const sheet = new CSSStyleSheet(); // a sheet that is made, not loaded: our policy has no word on it
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  };

  const misnamed = () => [...document.querySelectorAll(":is(a, button, summary, input)[aria-label]")].filter((one) =>
    !one.getAttribute("aria-label").toLowerCase().includes(one.innerText.trim().toLowerCase())).map(name);

  const reach = (element) => { // what can be pressed: the control itself, with the label around it
    const label = element.matches("input, select, textarea") && element.labels?.[0];
    const rects = [element, ...(label && element.matches("[type=radio], [type=checkbox]") ? [label] : [])].map(box);
    const [left, top] = [Math.min(...rects.map((r) => r.left)), Math.min(...rects.map((r) => r.top))];
    const [right, bottom] = [Math.max(...rects.map((r) => r.right)), Math.max(...rects.map((r) => r.bottom))];
    return { width: right - left, height: bottom - top };
  };
  const isInText = (link) => {
    // A link within a sentence is as high as its line: WCAG 2.5.8 leaves it out.
    if (!getComputedStyle(link).display.startsWith("inline")) return false;
    const around = link.parentElement.innerText.trim();
    return around.length > link.innerText.trim().length;
  };
  const small = ([control, floor]) => {
    const faults = [];
    for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
      if (!shown(element) || element.type === "hidden" || (isHiddenFromView(element) && !element.labels?.length)) continue;
      if (element.matches("a") && isInText(element)) continue;
      // A mark, a word that is explained, and a button that reads like a link stand in text as links do.
      const isControl = element.matches("button:not(.mark, .term, .linkish), select, textarea, input, .button, .nav a, .menu a, .reader > summary");
      const least = isControl ? control : floor;
      if (element.matches(".term") && isInText(element)) continue;
      const { width, height } = reach(element);
      // A mark is smaller than what can be pressed: its hit area is drawn around it.
      const around = getComputedStyle(element, "::after");
      const hit = element.matches(".mark") ? { width: parseFloat(around.width), height: parseFloat(around.height) } : { width, height };
      if (Math.round(hit.width) < floor || Math.round(hit.height) < least) {
        faults.push(`${Math.round(hit.width)} × ${Math.round(hit.height)} px, not ${least}: ${name(element)}`);
      }
    }
    return faults;
  };

  const focused = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const ringed = element.labels?.[0] && isHiddenFromView(element) ? element.labels[0] : element;
    // What breaks over two lines is looked at in its first.
    const { left, top, right, bottom } = [...ringed.getClientRects()].find((one) => one.width > 1) ?? box(ringed);
    const styles = [ringed, ...(element.labels ?? []), element.parentElement].filter(Boolean).map((one) => getComputedStyle(one));
    const visible = styles.some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
    const inside = left < innerWidth && right > 0 && top < innerHeight && bottom > 0;
    // What is larger than the window is looked at in the part that is within it.
    const [from, to] = [Math.max(left, 0), Math.min(right, innerWidth)];
    const [above, below] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    const points = [0.5, 0.1, 0.9].map((share) => [from + (to - from) * share, (above + below) / 2]);
    const seen = ringed.localName === "body" || points.some(([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return there && (ringed.contains(there) || there.contains(ringed));
    });
    return { name: name(element), visible, inside, seen, at: [...document.querySelectorAll("*")].indexOf(element) };
  };

  const stops = () => {
    // A group of radio buttons is one stop.
    const groups = new Set();
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter((one) => {
      if (!shown(one) || one.disabled || one.type === "hidden" || one.tabIndex < 0) return false;
      if (one.type !== "radio") return true;
      const isNew = !groups.has(one.name);
      groups.add(one.name);
      return isNew;
    }).length;
  };

  const moving = () => [
    ...document.getAnimations().map((one) => `moves: ${one.effect?.target ? name(one.effect.target) : "?"}`),
    ...[...document.querySelectorAll("*")].filter((element) =>
      getComputedStyle(element).transitionDuration.split(",").some((time) => parseFloat(time) > 0.01))
      .map((one) => `would move: ${name(one)}`),
  ];

  const edgeless = () => [...document.querySelectorAll("button:not(.mark), .button, input, select, textarea")].filter((one) => {
    // With the colours of the device, only an edge or a line under the words tells a control from text.
    const ringed = isHiddenFromView(one) ? one.labels?.[0] : one;
    if (one.type === "hidden" || !ringed || !shown(ringed)) return false;
    const style = getComputedStyle(ringed);
    const hasEdge = parseFloat(style.borderBlockEndWidth) > 0 && style.borderBlockEndStyle !== "none";
    return !hasEdge && !style.textDecorationLine.includes("underline") && style.appearance === "none";
  }).map((one) => `no edge: ${name(one)}`);

  const drawn = (selector) => [...document.querySelectorAll(selector)]
    .filter((one) => shown(one) && !isHiddenFromView(one)).map(name);

  const weights = () => {
    const kinds = { page: [], css: [], script: [], rest: [] };
    kinds.page.push(performance.getEntriesByType("navigation")[0].encodedBodySize);
    for (const one of performance.getEntriesByType("resource")) {
      const kind = { link: "css", script: "script" }[one.initiatorType] ?? "rest";
      kinds[kind].push(one.encodedBodySize);
    }
    return kinds;
  };

  globalThis.measure = {
    clipped, drawn, edgeless, focused, misnamed, moving, outOfDrawing, sideways, small, stops, wear, weights,
  };
})();

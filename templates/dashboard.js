// Sorting and filtering only: everything can be read without it.
"use strict";
(() => {
  const value = (row, place) => row.cells[place].textContent.trim();
  const compare = {
    text: (a, b) => a.localeCompare(b, "en-GB", { numeric: true, sensitivity: "base" }),
    number: (a, b) => parseFloat(a) - parseFloat(b),
  };
  for (const table of document.querySelectorAll("table[data-sortable]")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, place) => {
      if (!head.dataset.sort) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const unknown = (text) => head.dataset.sort === "number" && Number.isNaN(parseFloat(text));
        const rows = [...table.tBodies[0].rows].sort((a, b) => {
          const [x, y] = [value(a, place), value(b, place)];
          if (unknown(x) || unknown(y)) return unknown(x) - unknown(y);
          return compare[head.dataset.sort](x, y) * (up ? 1 : -1);
        });
        table.tBodies[0].append(...rows);
      });
    });
  }
  const form = document.querySelector("form.filter");
  if (!form) return;
  const rows = [...document.querySelectorAll("table.reviews tbody tr")];
  const map = new Map([...document.querySelectorAll("table.heat tbody tr")].map((row) => [row.dataset.n, row]));
  const status = form.querySelector("[role=status]");
  const filter = () => {
    const words = form.elements.words.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLocaleLowerCase();
      const fits = words.every((word) => text.includes(word))
        && ["board", "type"].every((name, place) => !form.elements[name].value || value(row, place + 2) === form.elements[name].value);
      row.hidden = !fits;
      map.get(row.dataset.n).hidden = !fits;
      shown += fits;
    }
    status.textContent = `${shown} of ${rows.length} reviews are shown, here and in the map below.`;
  };
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
})();

'use strict';
// Sorting and filtering; the page is complete without them.
for (const sheet of document.querySelectorAll('.sheet')) {
  const body = sheet.querySelector('tbody');
  const heads = [...sheet.querySelectorAll('th')];
  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.v === undefined ? cell.textContent : Number(cell.dataset.v);
  };
  const order = (a, b) => typeof a === 'number' && typeof b === 'number'
    ? (Number.isNaN(a) ? 1 : 0) - (Number.isNaN(b) ? 1 : 0) || a - b || 0
    : String(a).localeCompare(String(b), 'en', { numeric: true });
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.ariaLabel = 'Sort by ' + head.textContent;
    head.append(button);
    head.addEventListener('click', () => {
      const sign = head.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
      heads.forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', sign > 0 ? 'ascending' : 'descending');
      body.append(...[...body.rows].sort((a, b) => sign * order(key(a, column), key(b, column))));
    });
  });
  if (body.rows.length > 20) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    label.className = 'filter';
    input.type = 'search';
    label.append('Filter rows ', input);
    sheet.prepend(label);
    input.addEventListener('input', () => {
      const words = input.value.toLowerCase().split(/\s+/);
      for (const row of body.rows) {
        const text = [...row.cells].map(cell => cell.textContent).join(' ').toLowerCase();
        row.hidden = !words.every(word => text.includes(word));
      }
    });
  }
}
addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(part => { part.open = true; }));

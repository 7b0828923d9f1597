// Makes the card page nicer; nothing here is needed to pay. Writes text only, never markup.
'use strict';
(() => {
  const find = id => document.getElementById(id);
  const number = find('card-number'), expiry = find('card-expiry'), code = find('security-code'), holder = find('card-holder'), pay = find('pay');

  // Name, leading digits, digits of the security code, where the printed number has gaps. The server decides; this only hints.
  const brands = [
    ['American Express', /^3[47]/, 4, [4, 10]],
    ['Diners Club', /^3(0[0-5]|095|6|[89])/, 3, [4, 10]],
    ['Visa', /^4/, 3],
    ['Mastercard', /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, 3],
    ['Discover', /^(6011|64[4-9]|65)/, 3],
    ['UnionPay', /^(62|81)/, 3],
    ['JCB', /^35(2[89]|[3-8])/, 3],
    ['Mir', /^220[0-4]/, 3],
    ['Maestro', /^(50|5[6-8]|6[01367-9])/, 3],
  ];
  const digitsOf = text => text.normalize('NFKC').replace(/\D/g, '');

  function hint(digits) {
    const at = find('security-code-hint');
    if (at) at.textContent = digits === 4 ? at.dataset.four : digits === 3 ? at.dataset.three : at.dataset.any;
  }

  // Groups the digits as they are printed. The caret stays behind the digit it was behind.
  function group() {
    const before = digitsOf(number.value.slice(0, number.selectionStart)).length;
    const digits = digitsOf(number.value).slice(0, 19);
    const brand = brands.find(b => b[1].test(digits));
    const gaps = brand?.[3] ?? [4, 8, 12, 16];
    let text = '', caret = 0;
    for (let i = 0; i < digits.length; i++) {
      if (gaps.includes(i)) text += ' ';
      text += digits[i];
      if (i + 1 === before) caret = text.length;
    }
    if (text !== number.value && !/[^\d\s.-]/.test(number.value.normalize('NFKC'))) {
      number.value = text;
      if (document.activeElement === number) number.setSelectionRange(caret, caret);
    }
    const name = brand?.[0] ?? '';
    if (find('brand').textContent !== name) find('brand').textContent = name;
    hint(brand?.[2]);
  }

  // "0927" becomes "09/27" while it is typed at the end; what is deleted stays deleted.
  function slash(event) {
    if (event.inputType?.startsWith('delete') || expiry.selectionStart !== expiry.value.length) return;
    const text = expiry.value.normalize('NFKC');
    if (/^[2-9]$/.test(text)) expiry.value = '0' + text + '/';
    else if (/^(0[1-9]|1[0-2])$/.test(text)) expiry.value = text + '/';
    else if (text.includes('//')) expiry.value = text.replace('//', '/');
  }

  if (number) {
    number.addEventListener('input', group);
    if (number.value) group();
  }
  expiry?.addEventListener('input', slash);

  // A tap on a card goes on to its code. Arrow keys walk through the cards, so they must not be thrown out of them.
  const cards = find('saved-card');
  let byPointer = false;
  cards?.addEventListener('pointerdown', () => { byPointer = true; });
  cards?.addEventListener('keydown', () => { byPointer = false; });
  cards?.addEventListener('change', event => {
    hint(Number(event.target.dataset.digits));
    if (byPointer) code.focus();
  });

  for (const link of document.querySelectorAll('[name=fill]')) {
    link.addEventListener('click', event => {
      if (!number) return;
      event.preventDefault();
      number.value = link.value;
      expiry.value = link.form.dataset.expiry;
      if (holder) holder.value ||= 'Test Shopper';
      code.value = link.dataset.code;
      group();
      pay.focus();
    });
  }

  // What banks ask of a browser and its requests do not say. None of it is needed to pay.
  const form = find('card');
  const facts = {
    'screen-width': screen.width, 'screen-height': screen.height, 'color-depth': screen.colorDepth,
    'time-zone': new Date().getTimezoneOffset(), 'window-width': innerWidth, 'window-height': innerHeight, java: false,
  };
  for (const name in facts) {
    const field = form?.elements[name];
    if (field) field.value = facts[name];
  }

  // One press pays once. The button stays reachable; the server forgives a second press anyway, so a stopped one may be repeated.
  const label = pay?.textContent;
  function rest() {
    pay?.removeAttribute('aria-disabled');
    if (pay) pay.textContent = label;
  }
  form?.addEventListener('submit', event => {
    if (pay.getAttribute('aria-disabled')) return event.preventDefault();
    pay.setAttribute('aria-disabled', 'true');
    pay.textContent = pay.dataset.busy;
    setTimeout(rest, 20000);
  });

  // Nothing of a card stays behind in a page that the browser keeps.
  const clear = () => [number, expiry, code].forEach(field => { if (field) field.value = ''; });
  addEventListener('pagehide', clear);
  addEventListener('pageshow', event => {
    if (!event.persisted) return;
    clear();
    rest();
    if (pay) location.reload();
  });

  // The waiting page asks quietly and moves only when there is something new.
  const waiting = find('waiting');
  async function ask() {
    try {
      const answer = await fetch(location.href, { redirect: 'manual', cache: 'no-store' });
      if (answer.type === 'opaqueredirect') return location.replace(location.href);
      if (answer.ok && !(await answer.text()).includes('data-state="' + waiting.dataset.state + '"')) return location.reload();
    } catch { /* Offline for a moment: ask again. */ }
    setTimeout(ask, 2000);
  }
  if (waiting) setTimeout(ask, 1000);

  // A bank page that wants a form. A field of it may be called "submit", so the form's own method is taken from its kind.
  const bank = find('submits');
  if (bank) HTMLFormElement.prototype.submit.call(bank);

  // The server could not know that this is no frame, and the merchant wants its shoppers back by themselves.
  if (find('news')?.dataset.leaves && parent === window) location.replace(find('back-to-shop').href);

  // In a merchant's frame: its page hears how far we are, if it is one of those the merchant named. Nobody else is told anything.
  const news = find('news')?.dataset;
  if (news && parent !== window) {
    const holder = location.ancestorOrigins?.[0];
    const origins = news.parents.split(' ').filter(origin => !holder || origin === holder);
    const tell = words => origins.forEach(origin => words.forEach(word => parent.postMessage(word, origin)));
    const status = news.status ? [{ type: 'checkout.status', status: news.status, id: news.invoice }] : [];
    tell(news.tells.split(' '));
    tell(status);
    find('back-to-shop')?.addEventListener('click', event => {
      event.preventDefault();
      const shop = event.currentTarget.href;
      tell(['return', 'close', ...status]);
      // A page that took our frame away goes on by itself; from one that did not, we lead the whole window back.
      setTimeout(() => open(shop, '_top'), 1000);
    });
  }
})();

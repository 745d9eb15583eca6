// After the log-in in another tab the token is a new one, which the browser has for this site. The form
// came from this site: what another one sends is not kept.
document.querySelector("main form").addEventListener("submit", ({ target }) => {
  const token = document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/);
  if (token) target.elements.csrfmiddlewaretoken.value = token[1];
});

// A verified answer has a reason beside its question. Where there is no such field, answers stay as they are.

export const reasonField = (article) => article.parentElement.querySelector(":scope > .beside [data-beside=reason]");

export function withReason(article, answer) {
  const field = reasonField(article);
  return field ? { ...(answer ?? { state: "withdrawn", value: null }), reason: field.value.trim() } : answer;
}

export function writeReason(article, answer) {
  const field = reasonField(article);
  if (field) field.value = answer?.reason ?? "";
}

export const inWords = (answer, reason) => (reason ? `${answer} (${reason})` : answer);

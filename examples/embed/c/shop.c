/* A program in C that runs sales scripts: it prints what a script gave, what it changed, and why another failed. */
#include <stdio.h>
#include <tenon.h>

static int complain(void) {
  const tenon_error *error = tenon_last_error();
  printf("%s: %s\n", error->code, error->message);
  if (error->line) printf("at %s:%d\n", error->chunk, error->line);
  if (*error->remedy) printf("%s\n", error->remedy);
  return 1;
}

/* Evaluates a chunk; 0 when it went well. */
static int try_out(tenon_handle shop, const char *source) {
  char *json = tenon_eval(shop, source);
  if (!json) return complain();
  printf("%s (run %lld, %lld records)\n", json, (long long)tenon_run(shop), (long long)tenon_changed(shop));
  tenon_free(json);
  return 0;
}

int main(void) {
  tenon_handle shop = tenon_open(":memory:", "{\"actor\": \"shop\", \"seconds\": 0.5, \"megabytes\": 64}");
  if (!shop) return complain();

  try_out(shop, "customers:create{code = 'C-001', name = '中国航发', level = 'B'} return customers:count()");
  try_out(shop, "customers:get('C-001').level = 'A'");
  char *changes = tenon_changes(shop);
  printf("%s\n", changes ? changes : "?");
  tenon_free(changes);

  if (tenon_undo(shop, tenon_run(shop)) != TENON_OK) complain();
  try_out(shop, "customers:get('C-001').level");
  try_out(shop, "customers:get('C-001').level = 'D'\nwhile true do end");
  try_out(shop, "custmers:count()");
  return tenon_close(shop) == TENON_OK ? 0 : complain();
}

/* A step in words: whole phrases of the kind, around the title of its first record. */
#include "paz-compute.h"
#include "paz-store-core.h"

/* The record as the step left it, for titles of what has been undone since. */
static char *
dup_former_title (PazStore      *self,
                  const PazStep *step,
                  PazCatalogue  *catalogue)
{
  g_autoptr (PazState) state = paz_state_load_at (self->reading, self->speaks, paz_identity_get_owner (self),
                                                  step->record, (gint64) step->n, NULL);
  g_autoptr (PazRecord) record = state != NULL ? paz_state_dup_record (state) : NULL;

  return record != NULL ? paz_record_dup_title (record, catalogue) : NULL;
}

static char *
dup_title (PazStore      *self,
           const PazStep *step,
           PazCatalogue  *catalogue)
{
  g_autoptr (PazRecord) record = paz_rows_read_kept (self->reading, step->record, NULL);
  char *title = record == NULL ? dup_former_title (self, step, catalogue) : NULL;

  return title != NULL ? title : paz_store_dup_title (self, step->record, catalogue);
}

static const char *
get_phrase (const PazStep *step,
            const PazKind *kind)
{
  if (g_str_equal (step->verb, "deleted"))
    return kind->phrases.deleted;
  if (g_str_equal (step->verb, "added"))
    return kind->phrases.added;

  return kind->phrases.edited;
}

/* Of a step that went back; the one it took back may have been such a step itself. */
static char *
dup_reverted_name (PazStore      *self,
                   const PazStep *step,
                   PazCatalogue  *catalogue)
{
  g_autoptr (PazStep) of = step->of < step->n ? paz_store_dup_step (self, step->of) : NULL;
  g_autofree char *name = of != NULL ? paz_store_dup_step_name (self, of, catalogue) : g_strdup ("");

  /* Translators: %s is the name of a step, such as: Edited task “Joint training”. */
  return g_strdup_printf (paz_catalogue_text (catalogue, N_("Took back: %s")), name);
}

/* Records of the step beside the first; what stands inside one of them goes without saying. */
static guint
count_others (PazStore      *self,
              const PazStep *step)
{
  g_autoptr (sqlite3_stmt) statement =
    paz_sql_prepare (self->reader,
                     "SELECT count(DISTINCT rev.record) FROM rev LEFT JOIN record ON record.id = rev.record"
                     " WHERE rev.step = ?1 AND rev.record <> ?2 AND NOT EXISTS"
                     "  (SELECT 1 FROM rev AS other WHERE other.record = record.container AND other.step = ?1)", NULL);

  if (step->n_records < 2 || statement == NULL)
    return 0;
  sqlite3_bind_int64 (statement, 1, (gint64) step->n);
  paz_sql_bind_text (statement, 2, step->record);

  return sqlite3_step (statement) == SQLITE_ROW ? (guint) sqlite3_column_int (statement, 0) : 0;
}

/* A step of many records is named after the first. */
static char *
dup_with_more (const char   *name,
               guint         n,
               PazCatalogue *catalogue)
{
  g_autofree char *number = paz_catalogue_dup_integer (catalogue, n);

  /* Translators: "Edited task “Joint course” and 23 more" */
  return g_strdup_printf (paz_catalogue_ntext (catalogue, "%s and %s more", "%s and %s more", n), name, number);
}

char *
paz_store_dup_step_name (PazStore      *self,
                         const PazStep *step,
                         PazCatalogue  *catalogue)
{
  const PazKind *kind = step->kind != NULL ? paz_kind_find (step->kind) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  guint others;

  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  switch (step->type)
    {
    case PAZ_STEP_IMPORT:
      if (step->origin != NULL)
        return g_strdup_printf (paz_catalogue_text (catalogue, N_("Imported “%s”")), step->origin);
      return g_strdup (paz_catalogue_text (catalogue, N_("Imported data")));
    case PAZ_STEP_REFERENCE:
      return g_strdup (paz_catalogue_text (catalogue, N_("Added the built-in data")));
    case PAZ_STEP_EDIT:
      break;
    }

  if (g_str_equal (step->verb, PAZ_VERB_REVERTED))
    return dup_reverted_name (self, step, catalogue);
  if (kind == NULL || step->record == NULL)
    return g_strdup (paz_catalogue_text (catalogue, N_("Changed records")));
  title = dup_title (self, step, catalogue);
  if (g_str_equal (step->verb, PAZ_VERB_RESTORED))
    return g_strdup_printf (paz_catalogue_text (catalogue, N_("Restored “%s”")), title);

  name = g_strdup_printf (paz_catalogue_text (catalogue, get_phrase (step, kind)), title);
  others = count_others (self, step);

  return others > 0 ? dup_with_more (name, others, catalogue) : g_steal_pointer (&name);
}

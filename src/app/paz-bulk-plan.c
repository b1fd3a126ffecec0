#include "paz-bulk-plan.h"

/* As many are named; more are counted. */
#define MAX_TITLES 3

PazBulkChange *
paz_bulk_change_new (PazBulkWay      way,
                     const PazField *field,
                     GVariant       *value)
{
  PazBulkChange *self = g_new0 (PazBulkChange, 1);

  self->way = way;
  self->field = field;
  self->value = value != NULL ? g_variant_ref_sink (value) : NULL;

  return self;
}

PazBulkChange *
paz_bulk_change_release (PazLevel            level,
                         const char * const *list)
{
  PazBulkChange *self = paz_bulk_change_new (PAZ_BULK_RELEASE, NULL, NULL);

  self->level = level;
  self->list = g_strdupv ((char **) list);

  return self;
}

void
paz_bulk_change_free (PazBulkChange *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->value, g_variant_unref);
  g_strfreev (self->list);
  g_free (self);
}

static void
refusal_free (gpointer data)
{
  PazBulkRefusal *refusal = data;

  g_free (refusal->text);
  g_ptr_array_unref (refusal->titles);
  g_free (refusal);
}

void
paz_bulk_plan_free (PazBulkPlan *self)
{
  if (self == NULL)
    return;
  paz_edit_free (self->edit);
  g_ptr_array_unref (self->refusals);
  g_ptr_array_unref (self->built_in);
  g_clear_pointer (&self->uses, g_array_unref);
  g_free (self);
}

/* ---- why not ---- */

static PazBulkRefusal *
get_refusal (PazBulkPlan *self,
             const char  *text)
{
  PazBulkRefusal *refusal;

  for (guint i = 0; i < self->refusals->len; i++)
    {
      refusal = g_ptr_array_index (self->refusals, i);
      if (g_str_equal (refusal->text, text))
        return refusal;
    }

  refusal = g_new0 (PazBulkRefusal, 1);
  refusal->text = g_strdup (text);
  refusal->titles = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->refusals, refusal);

  return refusal;
}

static void
refuse (PazBulkPlan  *self,
        PazStore     *reader,
        const char   *id,
        PazCatalogue *catalogue,
        const char   *text)
{
  PazBulkRefusal *refusal = get_refusal (self, text);

  self->n_refused++;
  refusal->n++;
  if (refusal->titles->len < MAX_TITLES)
    g_ptr_array_add (refusal->titles, paz_store_dup_title (reader, id, catalogue));
}

static char *
dup_filled (const char *sentence,
            const char *argument)
{
  return g_strdup_printf (sentence, argument);
}

/* A person may show a record of another delegation to fewer readers, never to more. */
static gboolean
is_widened (PazStore            *reader,
            PazRecord           *record,
            const PazBulkChange *change)
{
  const char *owner = paz_record_get_owner (record);

  if (g_str_equal (owner, "*") || g_str_equal (owner, "XX") ||
      g_str_equal (owner, paz_store_get_participant (reader)))
    return FALSE;

  return !paz_release_covers (paz_record_get_level (record), paz_record_get_list (record),
                              change->level, (const char * const *) change->list);
}

static char *
dup_rights_problem (PazStore            *reader,
                    PazRecord           *record,
                    const PazBulkChange *change,
                    PazCatalogue        *catalogue)
{
  g_autofree char *owner = paz_catalogue_dup_country (catalogue, paz_record_get_owner (record));

  if (!paz_store_may_write (reader, record))
    return dup_filled (paz_catalogue_text (catalogue, N_("It belongs to %s, who alone can change it.")), owner);
  if (change->way == PAZ_BULK_RELEASE && is_widened (reader, record, change))
    return dup_filled (paz_catalogue_text (catalogue, N_("It belongs to %s, who alone can show it to more readers.")), owner);
  if (change->field != NULL && paz_record_is_in_conflict (record, change->field))
    return g_strdup (paz_catalogue_text (catalogue, N_("Several values stand in this field. Decide in the form first.")));

  return NULL;
}

static char *
dup_rule_problem (PazRecord    *record,
                  PazCatalogue *catalogue)
{
  g_autoptr (GPtrArray) problems = paz_record_check (record);
  const PazProblem *problem = problems->len > 0 ? g_ptr_array_index (problems, 0) : NULL;
  g_autofree char *text = problem != NULL ? paz_problem_dup_text (problem, catalogue) : NULL;
  const PazKind *kind = paz_record_get_kind (record);

  if (problem == NULL)
    return NULL;
  if (problem->field == NULL)
    return g_steal_pointer (&text);

  return g_strdup_printf (paz_catalogue_text (catalogue, N_("%s: %s")),
                          paz_catalogue_ptext (catalogue, paz_field_get_context (problem->field, kind),
                                               problem->field->label),
                          text);
}

/* ---- the change ---- */

static GVariant *
combine (GVariant            *before,
         const PazBulkChange *change)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autofree const char **given = g_variant_get_strv (change->value, NULL);
  g_autofree const char **had = paz_value_get_state (before) == PAZ_STATE_KNOWN ? g_variant_get_strv (before, NULL) : NULL;

  for (guint i = 0; had != NULL && had[i] != NULL; i++)
    if (change->way == PAZ_BULK_ADD || !g_strv_contains (given, had[i]))
      g_ptr_array_add (elements, (gpointer) had[i]);
  for (guint i = 0; change->way == PAZ_BULK_ADD && given[i] != NULL; i++)
    g_ptr_array_add (elements, (gpointer) given[i]);
  g_ptr_array_add (elements, NULL);

  return paz_value_new_set ((const char * const *) elements->pdata);
}

static void
set_value (PazRecord           *record,
           const PazBulkChange *change)
{
  GVariant *before = paz_record_get_value (record, change->field);

  if (change->way == PAZ_BULK_SET)
    paz_record_set_value (record, change->field, change->value);
  /* Of an answer that is not known nothing can be taken. */
  else if (change->value != NULL && (change->way == PAZ_BULK_ADD || paz_value_get_state (before) == PAZ_STATE_KNOWN))
    paz_record_set_value (record, change->field, combine (before, change));
}

/* FALSE when nothing would differ. */
static gboolean
make_change (PazRecord           *stored,
             PazRecord           *record,
             const PazBulkChange *change)
{
  switch (change->way)
    {
    case PAZ_BULK_SET:
    case PAZ_BULK_ADD:
    case PAZ_BULK_TAKE:
      set_value (record, change);
      return !paz_value_equal (change->field, paz_record_get_value (stored, change->field),
                               paz_record_get_value (record, change->field));
    case PAZ_BULK_RELEASE:
      paz_record_set_release (record, change->level, (const char * const *) change->list);
      return !paz_record_equal (stored, record);
    case PAZ_BULK_DELETE:
      return !paz_record_is_deleted (stored);
    }

  g_return_val_if_reached (FALSE);
}

static void
note_built_in (PazBulkPlan  *self,
               PazStore     *reader,
               const char   *id,
               GPtrArray    *ids,
               PazCatalogue *catalogue)
{
  if (!paz_store_is_built_in (reader, id))
    return;
  self->n_built_in++;
  g_ptr_array_add (ids, g_strdup (id));
  if (self->built_in->len < MAX_TITLES)
    g_ptr_array_add (self->built_in, paz_store_dup_title (reader, id, catalogue));
}

static void
take (PazBulkPlan         *self,
      PazStore            *reader,
      PazRecord           *stored,
      const PazBulkChange *change,
      GPtrArray           *built_in,
      PazCatalogue        *catalogue)
{
  g_autoptr (PazRecord) record = paz_record_dup (stored);
  g_autofree char *problem = NULL;

  if (!make_change (stored, record, change))
    {
      self->n_same++;
      return;
    }
  problem = dup_rights_problem (reader, stored, change, catalogue);
  if (problem == NULL && change->way != PAZ_BULK_DELETE)
    problem = dup_rule_problem (record, catalogue);
  if (problem != NULL)
    {
      refuse (self, reader, paz_record_get_id (stored), catalogue, problem);
      return;
    }

  self->n_changed++;
  if (change->way != PAZ_BULK_DELETE)
    {
      paz_edit_put (self->edit, record);
      return;
    }
  paz_edit_remove (self->edit, record);
  note_built_in (self, reader, paz_record_get_id (stored), built_in, catalogue);
}

PazBulkPlan *
paz_bulk_plan_make (PazStore             *reader,
                    GPtrArray            *ids,
                    const PazBulkChange  *change,
                    PazCatalogue         *catalogue,
                    PazProgress           progress,
                    gpointer              data,
                    GCancellable         *cancellable,
                    GError              **error)
{
  g_autoptr (PazBulkPlan) self = g_new0 (PazBulkPlan, 1);
  g_autoptr (GPtrArray) built_in = g_ptr_array_new_with_free_func (g_free);

  self->edit = paz_edit_new ();
  self->built_in = g_ptr_array_new_with_free_func (g_free);
  self->refusals = g_ptr_array_new_with_free_func (refusal_free);
  self->n = ids->len;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (PazRecord) stored = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      stored = paz_store_dup_record (reader, g_ptr_array_index (ids, i), error);
      if (stored == NULL)
        return NULL;
      take (self, reader, stored, change, built_in, catalogue);
      if (progress != NULL && i % 64 == 0)
        progress ((double) i / ids->len, data);
    }
  if (built_in->len > 0 && (self->uses = paz_store_count_uses (reader, built_in, error)) == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

static void
append_refusal (GString              *text,
                const PazBulkRefusal *refusal,
                PazCatalogue         *catalogue)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  for (guint i = 0; i < refusal->titles->len; i++)
    g_string_append_printf (text, "%s“%s”", i > 0 ? ", " : "", (char *) g_ptr_array_index (refusal->titles, i));
  if (refusal->n > refusal->titles->len)
    {
      g_autofree char *more = paz_catalogue_dup_integer (catalogue, refusal->n - refusal->titles->len);

      g_string_append_c (text, ' ');
      g_string_append_printf (text, paz_catalogue_ntext (catalogue, "and %s more", "and %s more",
                                                         refusal->n - refusal->titles->len), more);
    }
  g_string_append_printf (text, ": %s", refusal->text);
}

char *
paz_bulk_plan_dup_refusals (PazBulkPlan  *self,
                            PazCatalogue *catalogue)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->refusals->len; i++)
    append_refusal (text, g_ptr_array_index (self->refusals, i), catalogue);

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
append_uses (GString      *text,
             PazBulkPlan  *self,
             PazCatalogue *catalogue,
             gboolean      inside,
             const char   *heading)
{
  gboolean some = FALSE;

  for (guint i = 0; i < self->uses->len; i++)
    {
      const PazUse *use = &g_array_index (self->uses, PazUse, i);
      g_autofree char *number = paz_catalogue_dup_integer (catalogue, use->n);

      if (use->inside != inside)
        continue;
      if (!some)
        g_string_append_printf (text, "%s%s\n", text->len > 0 ? "\n" : "", heading);
      some = TRUE;
      g_string_append_printf (text, paz_catalogue_text (catalogue, N_("%s: %s")),
                              paz_catalogue_text (catalogue, use->kind->phrases.plural), number);
      g_string_append_c (text, '\n');
    }
}

char *
paz_bulk_plan_dup_uses (PazBulkPlan  *self,
                        PazCatalogue *catalogue)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->uses == NULL)
    return NULL;
  append_uses (text, self, catalogue, TRUE, paz_catalogue_text (catalogue, N_("Deleted with it:")));
  append_uses (text, self, catalogue, FALSE, paz_catalogue_text (catalogue, N_("What refers to it and would name it no more:")));
  while (text->len > 0 && text->str[text->len - 1] == '\n')
    g_string_truncate (text, text->len - 1);

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

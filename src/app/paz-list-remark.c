#include "paz-list-remark.h"

#include "paz-field-remark.h"
#include "paz-words.h"
#include "store/paz-uses.h"

/* Of one turn of the main loop. */
#define SLICE_US 4000

static void
add_line (GString        *lines,
          const PazKind  *kind,
          const PazField *field,
          const char     *why)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();

  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append_printf (lines, C_("field and remark", "%s: %s"),
                          paz_catalogue_ptext (catalogue, paz_field_get_context (field, kind), field->label), why);
}

/* ---- not checked ---- */

static gboolean
add_choice (GString        *lines,
            const PazKind  *kind,
            const PazField *field,
            const char     *key)
{
  const PazChoice *choice = paz_field_find_choice (field, key);

  if (choice == NULL || paz_choice_is_checked (choice))
    return FALSE;
  add_line (lines, kind, field, paz_choice_get_check_label (choice, paz_words_get_catalogue ()));

  return TRUE;
}

/* Of a field with several, one is enough to say so. */
static gboolean
add_choices (GString        *lines,
             const PazKind  *kind,
             const PazField *field,
             GVariant       *value)
{
  g_autofree const char **keys = NULL;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return add_choice (lines, kind, field, g_variant_get_string (value, NULL));
  keys = g_variant_get_strv (value, NULL);
  for (guint i = 0; keys[i] != NULL; i++)
    if (add_choice (lines, kind, field, keys[i]))
      return TRUE;

  return FALSE;
}

gboolean
paz_list_remark_add_unchecked (PazRecord *record,
                               GString   *lines)
{
  const PazKind *kind = paz_record_get_kind (record);
  gboolean found = FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      GVariant *value = field->type == PAZ_VALUE_CHOICE ? paz_record_get_value (record, field) : NULL;

      if (value != NULL && paz_value_get_state (value) == PAZ_STATE_KNOWN)
        found |= add_choices (lines, kind, field, value);
    }

  return found;
}

/* ---- doubts ---- */

static gboolean
add_written (PazRecord *record,
             GString   *lines)
{
  const PazKind *kind = paz_record_get_kind (record);
  gboolean found = FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      GVariant *value = field->type == PAZ_VALUE_TEXT ? paz_record_get_value (record, field) : NULL;
      const char *doubt = value != NULL ? paz_field_get_doubt (field, value) : NULL;

      if (doubt != NULL)
        {
          add_line (lines, kind, field, doubt);
          found = TRUE;
        }
    }

  return found;
}

gboolean
paz_list_remark_add_doubts (PazStore  *store,
                            PazRecord *record,
                            GString   *lines)
{
  const PazKind *kind = paz_record_get_kind (record);
  gboolean found = add_written (record, lines);
  g_autoptr (GPtrArray) contained = kind->doubt != NULL ? paz_store_list_contained (store, record, NULL) : NULL;
  g_autoptr (GPtrArray) doubts = contained != NULL ? paz_record_list_doubts (record, contained) : NULL;

  for (guint i = 0; doubts != NULL && i < doubts->len; i++)
    {
      const PazProblem *problem = doubts->pdata[i];
      g_autofree char *text = paz_problem_dup_text (problem, paz_words_get_catalogue ());

      add_line (lines, kind, problem->field, text);
      found = TRUE;
    }

  return found;
}

/* ---- when nothing else is to be done ---- */

typedef struct
{
  GtkWidget   *cell;   /* it takes itself out */
  PazListLook  look;
} Waiting;

static GQueue waiting = G_QUEUE_INIT;
static guint source;

static gboolean
look_cb (gpointer data)
{
  gint64 end = g_get_monotonic_time () + SLICE_US;

  while (!g_queue_is_empty (&waiting) && g_get_monotonic_time () < end)
    {
      g_autofree Waiting *next = g_queue_pop_head (&waiting);

      next->look (next->cell);
    }
  if (!g_queue_is_empty (&waiting))
    return G_SOURCE_CONTINUE;
  source = 0;

  return G_SOURCE_REMOVE;
}

static int
compare_cb (gconstpointer entry,
            gconstpointer cell)
{
  return ((const Waiting *) entry)->cell == cell ? 0 : 1;
}

void
paz_list_remark_look_later (GtkWidget   *cell,
                            PazListLook  look)
{
  Waiting *entry;

  if (g_queue_find_custom (&waiting, cell, compare_cb) != NULL)
    return;
  entry = g_new0 (Waiting, 1);
  entry->cell = cell;
  entry->look = look;
  g_queue_push_tail (&waiting, entry);
  if (source == 0)
    source = g_idle_add_full (G_PRIORITY_LOW, look_cb, NULL, NULL);
}

void
paz_list_remark_forget (GtkWidget *cell)
{
  GList *link = g_queue_find_custom (&waiting, cell, compare_cb);

  if (link == NULL)
    return;
  g_free (link->data);
  g_queue_delete_link (&waiting, link);
}

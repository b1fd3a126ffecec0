/* The report `traceability`: every provision of the instruments with the records that serve it, of any
 * kind, and the provisions that nothing serves. */
#include "paz-report-spec.h"

/* ---- what serves a provision ---- */

/* A record that names a provision serves it; once, however many fields name it. */
static void
add_serving (GHashTable *serving,
             const char *provision,
             PazRecord  *record)
{
  GPtrArray *records = g_hash_table_lookup (serving, provision);

  if (records == NULL)
    {
      records = g_ptr_array_new ();
      g_hash_table_insert (serving, g_strdup (provision), records);
    }
  if (g_str_equal (provision, paz_record_get_id (record)) ||
      (records->len > 0 && records->pdata[records->len - 1] == record))
    return;
  g_ptr_array_add (records, record);
}

static void
index_record (GHashTable *serving,
              PazRecord  *record)
{
  const PazKind *kind = paz_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      GVariant *value = paz_record_get_value (record, &kind->fields[i]);
      g_autofree const char **ids = NULL;

      if (g_strcmp0 (kind->fields[i].target, "provision") != 0 || paz_value_get_state (value) != PAZ_STATE_KNOWN)
        continue;
      if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        {
          add_serving (serving, g_variant_get_string (value, NULL), record);
          continue;
        }
      ids = g_variant_get_strv (value, NULL);
      for (guint k = 0; ids[k] != NULL; k++)
        add_serving (serving, ids[k], record);
    }
}

static gboolean
may_serve (const PazKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (g_strcmp0 (kind->fields[i].target, "provision") == 0)
      return TRUE;

  return FALSE;
}

/* Elements PazRecord *, lent; NULL where nothing serves it. */
static GPtrArray *
list_serving (PazEdition *edition,
              PazRecord  *provision)
{
  GPtrArray *records = edition->serving != NULL ? g_hash_table_lookup (edition->serving, paz_record_get_id (provision)) : NULL;

  return records != NULL && records->len > 0 ? records : NULL;
}

static gboolean
count_serving (PazEdition *edition,
               PazRecord  *provision,
               gint64     *value)
{
  GPtrArray *records = list_serving (edition, provision);

  *value = records != NULL ? records->len : 0;

  return TRUE;
}

/* Titles, recitals and the like ask nothing of anybody. */
static gboolean
asks (PazRecord *provision)
{
  static const char * const parts[] = { "objective", "function", "principle", "action", NULL };
  const char *part = paz_record_get_text (provision, "part");

  return part != NULL && g_strv_contains (parts, part);
}

static void
put_signal (PazSheet   *sheet,
            PazEdition *edition,
            PazRecord  *provision)
{
  gint64 n;

  count_serving (edition, provision, &n);
  if (n > 0)
    paz_sheet_put_signal (sheet, 1, paz_edition_say (edition, N_("Served")));
  else if (asks (provision))
    paz_sheet_put_signal (sheet, 3, paz_edition_say (edition, N_("Nothing serves it")));
  else
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
}

/* ---- provisions ---- */

static const PazRegisterColumn provisions_columns[] = {
  { "code" },
  { "part" },
  { "label" },
  { "served", NC_("column", "Records that serve it"), PAZ_TAKE_VALUE, FALSE, count_serving },
  PAZ_PUT_COLUMN ("signal", NC_("column", "Served"), PAZ_COLUMN_SIGNAL, put_signal),
  { "text" },
};

static const PazRegister provisions = {
  { NC_("sheet", "Provisions"), N_("Provisions, and whether anything serves them"),
    N_("Each provision with the number of records that say they serve it"), "Provisions", 1, PAZ_PERIOD_NONE },
  "provision", provisions_columns, G_N_ELEMENTS (provisions_columns), NULL,
  N_("Counted are the records that the audience of this workbook may see. The Declaration is not binding: this shows what is linked, and measures nobody."),
};

static gboolean
is_unserved (PazEdition *edition,
             PazRecord  *provision)
{
  gint64 n;

  return asks (provision) && count_serving (edition, provision, &n) && n == 0;
}

static const PazRegisterColumn unserved_columns[] = {
  { "code" },
  { "part" },
  { "label" },
  { "text" },
};

static const PazRegister unserved = {
  { NC_("sheet", "Not served"), N_("Provisions that nothing serves"),
    N_("Objectives, functions, principles and actions that no record says it serves"), "NotServed", 1, PAZ_PERIOD_NONE },
  "provision", unserved_columns, G_N_ELEMENTS (unserved_columns), is_unserved,
};

/* ---- what serves each ---- */

static const PazSheetWords serving_words = {
  NC_("sheet", "What serves each"), N_("What serves each provision"),
  N_("One row for each provision and record that serves it, of any kind"), "Serving", 1, PAZ_PERIOD_NONE,
};

static const PazColumn serving_columns[] = {
  { "code", NC_("column", "Provision"), PAZ_COLUMN_CODE },
  { "label", NC_("column", "Subject"), PAZ_COLUMN_WORDS },
  { "kind", NC_("column", "Kind of record"), PAZ_COLUMN_WORDS },
  { "record", NC_("column", "Record"), PAZ_COLUMN_NOTE },
  { "status", NC_("column", "Status"), PAZ_COLUMN_WORDS },
};

static void
put_serving (PazSheet   *sheet,
             PazEdition *edition,
             PazRecord  *provision,
             PazRecord  *record)
{
  const PazKind *kind = paz_record_get_kind (record);
  const PazKind *provisions_kind = paz_record_get_kind (provision);
  const PazField *status = paz_kind_find_field (kind, "status");
  g_autofree char *title = paz_records_dup_title (edition->records, paz_record_get_id (record));

  paz_sheet_begin_row (sheet, paz_clearance_join (paz_records_get_stamp (edition->records, record),
                                                  paz_records_get_stamp (edition->records, provision)));
  paz_register_put (sheet, edition, provision, paz_kind_find_field (provisions_kind, "code"), PAZ_TAKE_VALUE);
  paz_register_put (sheet, edition, provision, paz_kind_find_field (provisions_kind, "label"), PAZ_TAKE_VALUE);
  paz_sheet_put_text (sheet, paz_edition_say (edition, kind->phrases.singular));
  paz_sheet_put_text (sheet, title != NULL ? title : "");
  if (status != NULL)
    paz_register_put (sheet, edition, record, status, PAZ_TAKE_VALUE);
  else
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
}

static void
fill_serving (PazSheet   *sheet,
              PazEdition *edition,
              gpointer    data)
{
  GPtrArray *all = paz_records_list (edition->records, "provision", NULL);

  for (guint i = 0; i < all->len; i++)
    {
      GPtrArray *records = list_serving (edition, all->pdata[i]);

      for (guint k = 0; records != NULL && k < records->len; k++)
        put_serving (sheet, edition, all->pdata[i], records->pdata[k]);
    }
  if (paz_sheet_count_rows (sheet) == 0)
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("No record says which provision it serves.")));
}

/* ---- the report ---- */

/* The level of what serves a provision that is here counts, with what its title names; that of the
 * others does not. */
static void
use_serving (PazEdition *edition)
{
  GPtrArray *all = paz_records_list (edition->records, "provision", NULL);

  for (guint i = 0; i < all->len; i++)
    {
      GPtrArray *records = list_serving (edition, all->pdata[i]);

      for (guint k = 0; records != NULL && k < records->len; k++)
        g_free (paz_records_dup_title (edition->records, paz_record_get_id (records->pdata[k])));
    }
}

/* Any kind with a field that leads to provisions may serve one. */
static gboolean
read_serving (PazEdition  *edition,
              GError     **error)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  edition->serving = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      GPtrArray *records = may_serve (kinds[i]) ? paz_records_peek (edition->records, kinds[i]->key, error) : NULL;

      if (records == NULL && may_serve (kinds[i]))
        return FALSE;
      for (guint k = 0; records != NULL && k < records->len; k++)
        index_record (edition->serving, records->pdata[k]);
    }

  return TRUE;
}

static gboolean
prepare (PazEdition    *edition,
         PazStore      *store,
         GCancellable  *cancellable,
         GError       **error)
{
  if (!read_serving (edition, error))
    return FALSE;
  use_serving (edition);
  edition->stamp = paz_clearance_join (edition->stamp, paz_records_get_all (edition->records));

  return TRUE;
}

static const PazSheetPart provisions_part = { .rows = &provisions };
static const PazSheetPart unserved_part = { .rows = &unserved };
static const PazSheetPart serving_part = {
  .words = &serving_words, .columns = serving_columns, .n_columns = G_N_ELEMENTS (serving_columns), .kind = "provision", .fill = fill_serving,
};

const PazReport paz_traceability_report = {
  .info = {
    "traceability", NC_("report", "Traceability"),
    N_("Every provision of the Declaration with the records that serve it, and the provisions that nothing serves."),
    "insert-link-symbolic",
  },
  .titles = { N_("Provisions, and what serves them"), N_("Provisions, and what serves them") },
  .on_records = TRUE,
  .prepare = prepare,
  .parts = { &provisions_part, &unserved_part, &serving_part },
};

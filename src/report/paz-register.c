#include "paz-register.h"

#include "base/paz-date.h"
#include "base/paz-decimal.h"
#include "model/paz-trilingual.h"

#include <string.h>

/* ---- what a path names ---- */

static const PazKind *
get_kind (const PazRegister *self)
{
  return paz_kind_find (self->kind);
}

static gboolean
is_computed (const PazRegisterColumn *column)
{
  return column->count != NULL || column->put != NULL;
}

/* The field at the end of the path and its kind; NULL of "^", which is a title, and of what is computed. */
static const PazField *
find_field (const PazRegister       *self,
            const PazRegisterColumn *column,
            const PazKind          **kind)
{
  const char *key = column->path;
  const char *arrow = strchr (key, '>');

  *kind = get_kind (self);
  if (is_computed (column))
    return NULL;
  if (*key == '^')
    {
      *kind = paz_kind_find ((*kind)->parent);
      key++;
    }
  else if (arrow != NULL)
    {
      g_autofree char *link = g_strndup (key, (gsize) (arrow - key));

      *kind = paz_kind_find (paz_kind_find_field (*kind, link)->target);
      key = arrow + 1;
    }

  return *key != '\0' ? paz_kind_find_field (*kind, key) : NULL;
}

/* The record the path's field is of; NULL when the readers may not see it, or there is none. */
static PazRecord *
find_record (PazEdition *edition,
             PazRecord  *record,
             const char *path)
{
  const char *arrow = strchr (path, '>');
  const char *id;

  if (*path == '^')
    return paz_records_find (edition->records, paz_record_get_container (record));
  if (arrow != NULL)
    {
      g_autofree char *link = g_strndup (path, (gsize) (arrow - path));

      id = paz_record_get_text (record, link);

      return id != NULL ? paz_records_find (edition->records, id) : NULL;
    }

  return record;
}

/* ---- columns ---- */

/* The room's one switch over types of values: how a field stands in a column. */
static PazColumnType
get_type (const PazField *field,
          PazTake         take)
{
  if (field == NULL)
    return PAZ_COLUMN_NOTE;
  if (take == PAZ_TAKE_CURRENCY || take == PAZ_TAKE_CODE)
    return PAZ_COLUMN_CODE;
  if (take == PAZ_TAKE_SOURCE || paz_field_is_set (field))
    return PAZ_COLUMN_WORDS;
  switch (field->type)
    {
    case PAZ_VALUE_NOTE:
    case PAZ_VALUE_TRILINGUAL:
      return PAZ_COLUMN_NOTE;
    case PAZ_VALUE_TEXT:
      return field->format == PAZ_FORMAT_CURRENCY ? PAZ_COLUMN_CODE : PAZ_COLUMN_WORDS;
    case PAZ_VALUE_INTEGER:
      return (field->flags & PAZ_FIELD_PLAIN) != 0 ? PAZ_COLUMN_RANK : PAZ_COLUMN_COUNT;
    case PAZ_VALUE_REAL:
    case PAZ_VALUE_MONEY:
      return PAZ_COLUMN_AMOUNT;
    case PAZ_VALUE_DATE:
      return PAZ_COLUMN_DATE;
    case PAZ_VALUE_MONTH:
      return PAZ_COLUMN_MONTH;
    case PAZ_VALUE_HASH:
      return PAZ_COLUMN_CODE;
    case PAZ_VALUE_DATETIME:
    case PAZ_VALUE_FLAG:
    case PAZ_VALUE_CHOICE:
    case PAZ_VALUE_LINK:
    case PAZ_VALUE_LINKS:
    case PAZ_VALUE_LANGUAGE:
    case PAZ_VALUE_COUNTRY:
      return PAZ_COLUMN_WORDS;
    }

  g_return_val_if_reached (PAZ_COLUMN_NOTE);
}

static const char *
get_header (const PazRegister       *self,
            const PazRegisterColumn *column,
            PazEdition              *edition)
{
  const PazKind *kind;
  const PazField *field = find_field (self, column, &kind);

  if (column->header != NULL)
    return paz_sheets_say_column (edition, column->header);
  if (field == NULL)
    return paz_edition_say (edition, kind->phrases.singular);

  return paz_catalogue_ptext (edition->catalogue, paz_field_get_context (field, kind), field->label);
}

/* "participant>code" and "^title" as the hidden row may say them. */
static char *
make_key (const PazRegisterColumn *column)
{
  static const char * const endings[] = {
    [PAZ_TAKE_CURRENCY] = "currency", [PAZ_TAKE_SOURCE] = "source", [PAZ_TAKE_CODE] = "code",
    [PAZ_TAKE_ES] = "es", [PAZ_TAKE_PT] = "pt", [PAZ_TAKE_EN] = "en",
  };
  const char *path = *column->path == '^' ? column->path + 1 : column->path;
  g_autofree char *key = g_strconcat (*column->path == '^' ? "in" : "", *column->path == '^' && *path != '\0' ? "_" : "", path, NULL);

  g_strdelimit (key, ">", '_');

  return column->take == PAZ_TAKE_VALUE ? g_steal_pointer (&key) : g_strconcat (key, "_", endings[column->take], NULL);
}

PazSheet *
paz_register_declare (const PazRegister *self,
                      PazEdition        *edition,
                      PazWorkbook       *workbook)
{
  g_autofree PazColumn *columns = g_new0 (PazColumn, self->n_columns);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *marking = paz_edition_dup_marking (edition);
  const PazSheetSpec spec = {
    .name = paz_sheets_say_name (edition, &self->words),
    .title = paz_sheets_say_title (edition, &self->words),
    .subtitle = marking,
    .table = paz_sheets_say_table (edition, &self->words),
    .columns = columns,
    .n_columns = self->n_columns,
    .n_frozen = self->words.n_frozen,
    .n_rows = paz_register_count (self, edition),
  };

  for (guint i = 0; i < self->n_columns; i++)
    {
      const PazKind *kind;
      const PazField *field = find_field (self, &self->columns[i], &kind);

      g_ptr_array_add (keys, make_key (&self->columns[i]));
      columns[i].key = keys->pdata[i];
      columns[i].header = get_header (self, &self->columns[i], edition);
      columns[i].type = self->columns[i].count != NULL ? PAZ_COLUMN_COUNT
                        : self->columns[i].put != NULL ? self->columns[i].type : get_type (field, self->columns[i].take);
    }

  return paz_sheet_new (workbook, &spec, edition->stamp);
}

/* ---- values ---- */

static int
compare_titles_cb (gconstpointer a,
                   gconstpointer b,
                   gpointer      catalogue)
{
  return paz_catalogue_compare (catalogue, *(const char * const *) a, *(const char * const *) b);
}

static char *
dup_links (PazEdition *edition,
           GVariant   *value)
{
  g_autofree const char **ids = g_variant_get_strv (value, NULL);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      char *title = paz_records_dup_title (edition->records, ids[i]);

      if (title != NULL)
        g_ptr_array_add (titles, title);
    }
  if (titles->len == 0)
    return NULL;
  g_ptr_array_sort_with_data (titles, compare_titles_cb, edition->catalogue);
  g_ptr_array_add (titles, NULL);

  return g_strjoinv ("; ", (char **) titles->pdata);
}

/* A text that is not in the report's language says which one it is in. */
static char *
dup_translated (PazEdition *edition,
                GVariant   *value)
{
  g_autoptr (PazTrilingual) text = paz_trilingual_from_value (value);
  PazLanguage wanted = paz_catalogue_get_language (edition->catalogue);
  PazLanguage found;
  const char *best = paz_trilingual_get_best (text, wanted, &found);

  if (best == NULL || found == wanted)
    return g_strdup (best);

  return g_strdup_printf ("[%s] %s", paz_language_get_code (found), best);
}

char *
paz_register_dup_words (PazEdition     *edition,
                        PazRecord      *record,
                        const PazField *field)
{
  GVariant *value = paz_record_get_value (record, field);

  if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
    return NULL;
  if (field->type == PAZ_VALUE_LINK)
    return paz_records_dup_title (edition->records, g_variant_get_string (value, NULL));
  if (field->type == PAZ_VALUE_LINKS)
    return dup_links (edition, value);
  if (field->type == PAZ_VALUE_TRILINGUAL)
    return dup_translated (edition, value);

  return paz_value_dup_display (field, paz_record_get_kind (record), value, edition->catalogue);
}

static void
put_words (PazSheet *sheet,
           char     *words)
{
  g_autofree char *owned = words;

  if (owned != NULL)
    paz_sheet_put_text (sheet, owned);
  else
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
}

static void
put_money (PazSheet *sheet,
           GVariant *value,
           PazTake   take)
{
  const char *amount, *currency, *date, *source;

  g_variant_get (value, "(&s&s&s&s)", &amount, &currency, &date, &source);
  if (take == PAZ_TAKE_CURRENCY)
    put_words (sheet, g_strdup (currency));
  else if (take == PAZ_TAKE_SOURCE)
    put_words (sheet, g_strconcat (date, *date != '\0' && *source != '\0' ? " · " : "", source, NULL));
  else
    paz_sheet_put_number (sheet, paz_decimal_to_double (amount));
}

static void
put_language (PazSheet *sheet,
              GVariant *value,
              PazTake   take)
{
  g_autoptr (PazTrilingual) text = paz_trilingual_from_value (value);
  PazLanguage language = take == PAZ_TAKE_ES ? PAZ_LANGUAGE_ES : take == PAZ_TAKE_PT ? PAZ_LANGUAGE_PT : PAZ_LANGUAGE_EN;
  const char *words = text->in[language].text;

  put_words (sheet, words != NULL && *words != '\0' ? g_strdup (words) : NULL);
}

static void
put_known (PazSheet       *sheet,
           PazEdition     *edition,
           PazRecord      *record,
           const PazField *field,
           PazTake         take)
{
  GVariant *value = paz_record_get_value (record, field);

  if (field->type == PAZ_VALUE_MONEY)
    put_money (sheet, value, take);
  else if (field->type == PAZ_VALUE_TRILINGUAL && take >= PAZ_TAKE_ES)
    put_language (sheet, value, take);
  else if (take == PAZ_TAKE_CODE)
    put_words (sheet, g_variant_dup_string (value, NULL));
  else if (field->type == PAZ_VALUE_INTEGER)
    paz_sheet_put_number (sheet, (double) g_variant_get_int64 (value));
  else if (field->type == PAZ_VALUE_REAL)
    paz_sheet_put_number (sheet, paz_decimal_to_double (g_variant_get_string (value, NULL)));
  else if (field->type == PAZ_VALUE_DATE)
    paz_sheet_put_date (sheet, g_variant_get_string (value, NULL));
  else if (field->type == PAZ_VALUE_MONTH)
    paz_sheet_put_month (sheet, paz_month_parse (g_variant_get_string (value, NULL)));
  else
    put_words (sheet, paz_register_dup_words (edition, record, field));
}

void
paz_register_put (PazSheet       *sheet,
                  PazEdition     *edition,
                  PazRecord      *record,
                  const PazField *field,
                  PazTake         take)
{
  switch (paz_value_get_state (paz_record_get_value (record, field)))
    {
    case PAZ_STATE_KNOWN:
      put_known (sheet, edition, record, field, take);
      break;
    case PAZ_STATE_UNKNOWN:
      paz_sheet_put_absent (sheet, PAZ_ABSENT_UNKNOWN);
      break;
    case PAZ_STATE_NOT_APPLICABLE:
      paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
      break;
    /* What is withheld looks like what nobody answered. */
    case PAZ_STATE_WITHHELD:
    case PAZ_STATE_NOT_ANSWERED:
      paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
      break;
    }
}

/* ---- rows ---- */

static gboolean
is_wanted (const PazRegister *self,
           PazEdition        *edition,
           PazRecord         *record)
{
  return self->wanted == NULL || self->wanted (edition, record);
}

static void
put_computed (const PazRegisterColumn *column,
              PazEdition              *edition,
              PazSheet                *sheet,
              PazRecord               *record)
{
  gint64 value;

  if (column->put != NULL)
    column->put (sheet, edition, record);
  else if (column->count (edition, record, &value))
    paz_sheet_put_number (sheet, (double) value);
  else
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
}

static void
put_column (const PazRegister       *self,
            const PazRegisterColumn *column,
            PazEdition              *edition,
            PazSheet                *sheet,
            PazRecord               *record)
{
  const PazKind *kind;
  const PazField *field = find_field (self, column, &kind);
  PazRecord *of = find_record (edition, record, column->path);

  if (is_computed (column))
    put_computed (column, edition, sheet, record);
  else if (of == NULL)
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
  else if (field == NULL)
    put_words (sheet, paz_records_dup_title (edition->records, paz_record_get_id (of)));
  else
    paz_register_put (sheet, edition, of, field, column->take);
}

static guint64
sum_column (const PazRegister       *self,
            const PazRegisterColumn *column,
            PazEdition              *edition)
{
  GPtrArray *records = paz_records_list (edition->records, self->kind, NULL);
  guint64 sum = 0;

  for (guint i = 0; i < records->len; i++)
    {
      PazRecord *record = g_ptr_array_index (records, i);
      gint64 value = 0;

      if (!is_wanted (self, edition, record))
        continue;
      if (column->count == NULL)
        value = paz_record_get_integer (record, column->path);
      else if (!column->count (edition, record, &value))
        continue;
      sum += (guint64) MAX (0, value);
    }

  return sum;
}

static void
put_total (const PazRegister *self,
           PazEdition        *edition,
           PazSheet          *sheet)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    any = any || self->columns[i].sum;
  if (!any || paz_sheet_count_rows (sheet) == 0)
    return;
  paz_sheet_begin_total (sheet, edition->stamp);
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].sum)
      paz_sheet_put_sum (sheet, sum_column (self, &self->columns[i], edition));
    else if (i == 0)
      paz_sheet_put_text (sheet, paz_edition_say (edition, N_("Total")));
    else
      paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
}

void
paz_register_fill (const PazRegister *self,
                   PazEdition        *edition,
                   PazSheet          *sheet)
{
  GPtrArray *records = paz_records_list (edition->records, self->kind, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      PazRecord *record = g_ptr_array_index (records, i);

      if (!is_wanted (self, edition, record))
        continue;
      paz_sheet_begin_row (sheet, paz_records_get_stamp (edition->records, record));
      for (guint k = 0; k < self->n_columns; k++)
        put_column (self, &self->columns[k], edition, sheet, record);
    }
  put_total (self, edition, sheet);
  if (self->note != NULL)
    paz_sheet_add_note (sheet, paz_edition_say (edition, self->note));
}

guint
paz_register_count (const PazRegister *self,
                    PazEdition        *edition)
{
  GPtrArray *records = paz_records_list (edition->records, self->kind, NULL);
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += is_wanted (self, edition, records->pdata[i]);

  return n;
}

/* ---- before the workbook opens ---- */

static void
find_linked (PazEdition     *edition,
             PazRecord      *record,
             const PazField *field)
{
  GVariant *value = paz_record_get_value (record, field);
  g_autofree char *title = NULL;

  if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
    return;
  if (field->type == PAZ_VALUE_LINK || field->type == PAZ_VALUE_LINKS)
    title = paz_register_dup_words (edition, record, field);
}

gboolean
paz_register_prepare (const PazRegister  *self,
                      PazEdition         *edition,
                      GError            **error)
{
  const char *parent = get_kind (self)->parent;
  GPtrArray *records;

  if (parent != NULL && paz_records_list (edition->records, parent, error) == NULL)
    return FALSE;
  records = paz_records_list (edition->records, self->kind, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    for (guint k = 0; k < self->n_columns; k++)
      {
        const PazKind *kind;
        const PazField *field = find_field (self, &self->columns[k], &kind);
        PazRecord *of = find_record (edition, records->pdata[i], self->columns[k].path);

        if (of != NULL && field != NULL)
          find_linked (edition, of, field);
      }
  edition->stamp = paz_clearance_join (edition->stamp, paz_records_get_all (edition->records));

  return TRUE;
}

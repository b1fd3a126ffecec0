/* One cell: from what stands there to the value of a field. */
#include "paz-block-paste.h"

#include "base/paz-decimal.h"
#include "base/paz-text.h"

#include <math.h>
#include <string.h>

typedef struct
{
  PazPaste        *paste;
  PazStore        *store;
  PazBlockLinks   *links;
  PazPasteColumn  *column;
  const PazField  *field;
  const char      *text;
  const char      *exact;
  PazPasteProblem *problem;
} Cell;

/* The catalogue that reads numbers with the column's decimal mark. */
static PazCatalogue *
get_number_catalogue (Cell *cell)
{
  if (paz_decimal_get_mark (cell->paste->language) == cell->column->mark)
    return paz_catalogue_get (cell->paste->language);

  return paz_catalogue_get (cell->column->mark == '.' ? PAZ_LANGUAGE_EN : PAZ_LANGUAGE_ES);
}

/* What guards a text from being run as a formula is no part of it. */
static const char *
skip_guard (const char *text)
{
  return text[0] == '\'' && text[1] != '\0' && strchr ("=+-@", text[1]) != NULL ? text + 1 : text;
}

/* ---- text by type, for paz_value_parse ---- */

/* "46.7 %" is 46.7 in a field of per cents. What the cell holds is 0.467. */
static char *
dup_number (Cell *cell)
{
  gsize length = strlen (cell->text);
  gboolean percent = length > 0 && cell->text[length - 1] == '%';
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (cell->exact != NULL && !percent)
    return g_strdup (cell->exact);
  if (cell->exact == NULL)
    return percent ? g_strndup (cell->text, length - 1) : g_strdup (cell->text);

  g_ascii_formatd (buffer, sizeof buffer, "%.12g", paz_decimal_to_double (cell->exact) * 100);

  return g_strdup (buffer);
}

/* An exact number is written with ".", whatever the column shows. */
static GVariant *
parse_number (Cell    *cell,
              GError **error)
{
  g_autofree char *text = dup_number (cell);

  return paz_value_parse (cell->field, g_strchomp (text),
                          cell->exact != NULL ? paz_catalogue_get (PAZ_LANGUAGE_EN) : get_number_catalogue (cell),
                          error);
}

static GVariant *
parse_date (Cell    *cell,
            GError **error)
{
  g_autofree char *date = paz_block_dup_date (cell->text, cell->exact, cell->column->month_first);

  /* A day there is not stays what it is, for the reason to name. */
  return paz_value_parse (cell->field, date != NULL ? date : cell->text,
                          paz_catalogue_get (cell->paste->language), error);
}

/* As spreadsheets write the two in their languages. */
static GVariant *
parse_flag (Cell    *cell,
            GError **error)
{
  static const char * const yes[] = { "verdadero", "verdadeiro", "si", "sim", NULL };
  static const char * const no[] = { "falso", NULL };
  g_autofree char *folded = paz_text_fold (cell->text);
  const char *text = g_strv_contains (yes, folded) ? "true" : g_strv_contains (no, folded) ? "false" : cell->text;

  return paz_value_parse (cell->field, text, paz_catalogue_get (cell->paste->language), error);
}

static GVariant *
parse_money (Cell    *cell,
             GError **error)
{
  return paz_value_parse (cell->field, cell->text, get_number_catalogue (cell), error);
}

static gboolean
has_lines (const PazField *field)
{
  return field->type == PAZ_VALUE_NOTE || (field->flags & PAZ_FIELD_LONG) != 0 || paz_field_is_set (field);
}

/* A cell is wrapped to fit its column; a field of one line is not. */
static char *
dup_words (const Cell *cell)
{
  char *text = paz_text_clean (skip_guard (cell->text));

  if (text != NULL && !has_lines (cell->field))
    g_strdelimit (text, "\n\t", ' ');

  return text != NULL ? text : g_strdup (cell->text);
}

static GVariant *
parse_words (Cell    *cell,
             GError **error)
{
  g_autofree char *text = dup_words (cell);

  return paz_value_parse (cell->field, text, paz_catalogue_get (cell->paste->language), error);
}

/* ---- texts in three languages ---- */

static gboolean
is_state (const Cell *cell)
{
  g_autoptr (GVariant) value = NULL;
  PazField plain = *cell->field;

  /* "?" and "n/a" are no texts, whatever the language. */
  plain.type = PAZ_VALUE_TEXT;
  plain.flags = PAZ_FIELD_NONE;
  value = paz_value_parse (&plain, cell->text, paz_catalogue_get (cell->paste->language), NULL);
  if (value != NULL)
    g_variant_ref_sink (value);

  return value != NULL && paz_value_get_state (value) != PAZ_STATE_KNOWN;
}

/* A column that names no language may bring back what a list showed in another one: that is no
 * translation. */
static gboolean
is_said (const Cell          *cell,
         const PazTrilingual *texts,
         const char          *text)
{
  for (int i = 0; cell->column->target.language < 0 && i < PAZ_N_LANGUAGES; i++)
    if (g_strcmp0 (texts->in[i].text, text) == 0)
      return TRUE;

  return FALSE;
}

static GVariant *
parse_trilingual (Cell      *cell,
                  PazRecord *record,
                  GError   **error)
{
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;
  g_autoptr (PazTrilingual) texts = NULL;
  PazLanguage language = cell->column->target.language >= 0 ? (PazLanguage) cell->column->target.language
                                                            : cell->paste->language;

  if (is_state (cell))
    return parse_words (cell, error);

  key = paz_store_make_text_key (cell->store);
  text = dup_words (cell);
  texts = paz_trilingual_from_value (paz_record_get_value (record, cell->field));
  if (!is_said (cell, texts, text) && g_strcmp0 (texts->in[language].text, text) != 0)
    paz_trilingual_set_text (texts, language, text, key);

  return paz_trilingual_to_value (texts);
}

/* ---- links ---- */

static gboolean
fail_link (Cell          *cell,
           PazPasteWrong  reason,
           const char    *name,
           GPtrArray     *candidates)
{
  cell->problem->reason = reason;
  g_free (cell->problem->text);
  cell->problem->text = g_strdup (name);
  if (candidates != NULL)
    g_hash_table_replace (cell->paste->candidates, paz_block_make_link_key (cell->field, name),
                          g_ptr_array_ref (candidates));

  return FALSE;
}

static gboolean
resolve (Cell        *cell,
         const char  *name,
         const char **id)
{
  g_autofree char *key = paz_block_make_link_key (cell->field, name);
  const PazKind *target = cell->field->target != NULL ? paz_kind_find (cell->field->target) : NULL;
  GPtrArray *ids;

  *id = g_hash_table_lookup (cell->paste->chosen, key);
  if (*id != NULL)
    return TRUE;
  ids = paz_block_links_find (cell->links, target, name);
  if (ids == NULL)
    return fail_link (cell, PAZ_PASTE_WRONG_NOBODY, name, NULL);
  if (ids->len > 1)
    return fail_link (cell, PAZ_PASTE_WRONG_SEVERAL, name, ids);
  *id = g_ptr_array_index (ids, 0);

  return TRUE;
}

static GVariant *
resolve_all (Cell       *cell,
             const char *separators)
{
  g_auto (GStrv) names = g_strsplit_set (cell->text, separators, -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *id;

      if (*g_strstrip (names[i]) == '\0')
        continue;
      if (!resolve (cell, names[i], &id))
        return NULL;
      g_ptr_array_add (ids, (gpointer) id);
    }
  g_ptr_array_add (ids, NULL);

  return paz_value_new_set ((const char * const *) ids->pdata);
}

/* One name may hold a comma, several stand between semicolons or lines, or else commas. */
static GVariant *
resolve_set (Cell *cell)
{
  const char *id;

  if (resolve (cell, cell->text, &id))
    {
      const char *one[] = { id, NULL };

      return paz_value_new_set (one);
    }
  if (cell->problem->reason == PAZ_PASTE_WRONG_SEVERAL)
    return NULL;

  return resolve_all (cell, strpbrk (cell->text, ";\n") != NULL ? ";\n" : ",");
}

static GVariant *
parse_link (Cell *cell)
{
  const char *id;

  if (cell->field->type == PAZ_VALUE_LINKS)
    return resolve_set (cell);

  return resolve (cell, cell->text, &id) ? g_variant_new_string (id) : NULL;
}

/* ---- the one switch ---- */

static GVariant *
parse_one (Cell       *cell,
           PazRecord  *record,
           GError    **error)
{
  switch (cell->field->type)
    {
    case PAZ_VALUE_INTEGER:
    case PAZ_VALUE_REAL:
      return parse_number (cell, error);
    case PAZ_VALUE_MONEY:
      return parse_money (cell, error);
    case PAZ_VALUE_DATE:
      return parse_date (cell, error);
    case PAZ_VALUE_FLAG:
      return parse_flag (cell, error);
    case PAZ_VALUE_LINK:
    case PAZ_VALUE_LINKS:
      return is_state (cell) ? parse_words (cell, error) : parse_link (cell);
    case PAZ_VALUE_TRILINGUAL:
      return parse_trilingual (cell, record, error);
    case PAZ_VALUE_TEXT:
    case PAZ_VALUE_NOTE:
    case PAZ_VALUE_MONTH:
    case PAZ_VALUE_DATETIME:
    case PAZ_VALUE_CHOICE:
    case PAZ_VALUE_LANGUAGE:
    case PAZ_VALUE_COUNTRY:
    case PAZ_VALUE_HASH:
      return parse_words (cell, error);
    }

  g_return_val_if_reached (NULL);
}

static gboolean
parse (Cell      *cell,
       PazRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = NULL;

  /* Of sets of numbers there are none: elements are words. */
  value = paz_field_is_set (cell->field) && cell->field->type != PAZ_VALUE_LINKS
          ? parse_words (cell, &error) : parse_one (cell, record, &error);
  if (value != NULL)
    g_variant_ref_sink (value);
  if (error == NULL && value == NULL && cell->problem->text != NULL)
    return FALSE;
  if (error == NULL && value != NULL)
    paz_value_check (cell->field, value, &error);
  if (error != NULL)
    {
      cell->problem->reason = PAZ_PASTE_WRONG_VALUE;
      cell->problem->code = error->code;
      return FALSE;
    }
  g_clear_pointer (&cell->problem->text, g_free);
  paz_record_set_value (record, cell->field, value);

  return TRUE;
}

/* An empty cell takes the text of one language away, else the whole value. */
static void
clear (Cell      *cell,
       PazRecord *record)
{
  g_autoptr (PazTrilingual) texts = NULL;

  if (cell->field->type != PAZ_VALUE_TRILINGUAL || cell->column->target.language < 0)
    {
      paz_record_set_value (record, cell->field, NULL);
      return;
    }
  texts = paz_trilingual_from_value (paz_record_get_value (record, cell->field));
  paz_trilingual_set_text (texts, (PazLanguage) cell->column->target.language, NULL, NULL);
  paz_record_set_value (record, cell->field, paz_trilingual_to_value (texts));
}

gboolean
paz_block_take_cell (PazPaste        *self,
                     PazStore        *store,
                     PazBlockLinks   *links,
                     guint            row,
                     guint            column,
                     PazRecord       *record,
                     PazPasteProblem *problem)
{
  PazPasteColumn *found = &g_array_index (self->columns, PazPasteColumn, column);
  Cell cell = {
    .paste = self, .store = store, .links = links, .column = found, .field = found->target.field,
    .text = paz_block_get_text (self->block, row, column),
    .exact = paz_block_get_exact (self->block, row, column), .problem = problem,
  };

  if (*cell.text != '\0')
    return parse (&cell, record);
  if (self->clears)
    clear (&cell, record);

  return TRUE;
}

#include "paz-copy.h"

#include "base/paz-date.h"
#include "base/paz-decimal.h"
#include "table/paz-block.h"

#include <string.h>

typedef struct
{
  PazStore               *store;
  PazGate                *gate;
  const PazKind          *kind;
  const PazField * const *fields;
  PazCatalogue           *catalogue;
  GPtrArray              *records;    /* as the readers may see them */
  PazCopied              *copied;
} Copy;

void
paz_copied_free (PazCopied *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->html);
  g_free (self);
}

/* ---- what passes ---- */

static void
note_level (Copy       *copy,
            const char *id)
{
  g_autoptr (PazRecord) record = paz_store_dup_record (copy->store, id, NULL);

  if (record != NULL)
    copy->copied->level = MAX (copy->copied->level, paz_record_get_level (record));
}

/* The title of what a link points to is copied, too, and so its level counts. */
static void
note_links (Copy      *copy,
            PazRecord *record)
{
  for (guint i = 0; copy->fields[i] != NULL; i++)
    {
      GVariant *value = paz_record_get_value (record, copy->fields[i]);

      if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
        continue;
      if (copy->fields[i]->type == PAZ_VALUE_LINK)
        note_level (copy, g_variant_get_string (value, NULL));
      else if (copy->fields[i]->type == PAZ_VALUE_LINKS)
        {
          g_autofree const char **ids = g_variant_get_strv (value, NULL);

          for (guint j = 0; ids[j] != NULL; j++)
            note_level (copy, ids[j]);
        }
    }
}

static gboolean
pass_all (Copy               *copy,
          GPtrArray          *ids,
          GCancellable       *cancellable,
          GError            **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (PazRecord) record = NULL;
      PazRecord *passed;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      record = paz_store_dup_record (copy->store, g_ptr_array_index (ids, i), error);
      if (record == NULL)
        return FALSE;
      passed = paz_gate_pass (copy->gate, record);
      if (passed == NULL)
        {
          copy->copied->n_withheld++;
          continue;
        }
      copy->copied->n_records++;
      copy->copied->level = MAX (copy->copied->level, paz_record_get_level (passed));
      note_links (copy, passed);
      g_ptr_array_add (copy->records, passed);
    }

  return TRUE;
}

/* The names of what a record points to, as the readers may see those, in turn. */
static char *
dup_title (const char   *id,
           PazCatalogue *catalogue,
           gpointer      data)
{
  Copy *copy = data;
  g_autoptr (PazRecord) record = paz_store_dup_record (copy->store, id, NULL);
  g_autoptr (PazRecord) passed = record != NULL ? paz_gate_pass (copy->gate, record) : NULL;

  return passed != NULL ? paz_record_dup_title_full (passed, catalogue, dup_title, copy) : NULL;
}

static char *
dup_titles (Copy     *copy,
            GVariant *value)
{
  g_autofree const char **ids = g_variant_get_strv (value, NULL);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      char *title = dup_title (ids[i], copy->catalogue, copy);

      if (title != NULL)
        g_ptr_array_add (titles, title);
    }
  g_ptr_array_add (titles, NULL);

  return g_strjoinv ("; ", (char **) titles->pdata);
}

static char *
dup_display (Copy           *copy,
             PazRecord      *record,
             const PazField *field)
{
  GVariant *value = paz_record_get_value (record, field);
  char *title;

  if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
    return paz_value_dup_display (field, copy->kind, value, copy->catalogue);
  if (field->type == PAZ_VALUE_LINKS)
    return dup_titles (copy, value);
  if (field->type != PAZ_VALUE_LINK)
    return paz_value_dup_display (field, copy->kind, value, copy->catalogue);
  title = dup_title (g_variant_get_string (value, NULL), copy->catalogue, copy);

  return title != NULL ? title : g_strdup ("");
}

/* ---- cells ---- */

static gboolean
is_number (const PazField *field,
           GVariant       *value)
{
  return paz_value_get_state (value) == PAZ_STATE_KNOWN && !paz_field_is_set (field) &&
         (field->type == PAZ_VALUE_INTEGER || field->type == PAZ_VALUE_REAL);
}

static gboolean
is_day (const PazField *field,
        GVariant       *value)
{
  return field->type == PAZ_VALUE_DATE && paz_value_get_state (value) == PAZ_STATE_KNOWN &&
         paz_date_check (g_variant_get_string (value, NULL)) == PAZ_DATE_DAY;
}

/* Whole days as every spreadsheet reads them, in any language; numbers without grouping. */
static char *
dup_cell (Copy           *copy,
          PazRecord      *record,
          const PazField *field)
{
  GVariant *value = paz_record_get_value (record, field);

  if (is_day (field, value) || (is_number (field, value) && field->type == PAZ_VALUE_INTEGER))
    return paz_value_dup_plain (field, value);
  if (is_number (field, value))
    {
      char *plain = paz_value_dup_plain (field, value);

      if (paz_decimal_get_mark (paz_catalogue_get_language (copy->catalogue)) == ',')
        g_strdelimit (plain, ".", ',');
      return plain;
    }

  return dup_display (copy, record, field);
}

/* Such a text would be run as a formula by the spreadsheet that takes it. */
static gboolean
is_formula (const char *text)
{
  return text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;
}

static void
append_cell (GString    *out,
             const char *text,
             gboolean    guarded,
             char        end)
{
  if (guarded && is_formula (text))
    g_string_append_c (out, '\'');
  if (text[strcspn (text, "\t\r\n\"")] == '\0')
    g_string_append (out, text);
  else
    {
      g_autoptr (GString) doubled = g_string_new (text);

      g_string_replace (doubled, "\"", "\"\"", 0);
      g_string_append_printf (out, "\"%s\"", doubled->str);
    }
  g_string_append_c (out, end);
}

/* An apostrophe stands before the text in quotation marks, too. */
static void
append_guarded (GString    *out,
                const char *text,
                char        end)
{
  g_autofree char *safe = is_formula (text) ? g_strconcat ("'", text, NULL) : g_strdup (text);

  append_cell (out, safe, FALSE, end);
}

static const char *
get_label (Copy           *copy,
           const PazField *field)
{
  return paz_catalogue_ptext (copy->catalogue, paz_field_get_context (field, copy->kind), field->label);
}

static char
get_end (Copy  *copy,
         guint  column)
{
  return copy->fields[column + 1] != NULL ? '\t' : '\n';
}

static char *
make_text (Copy *copy)
{
  g_autofree char *handling = paz_block_dup_handling (copy->copied->level, copy->catalogue);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; copy->fields[i] != NULL; i++)
    append_guarded (out, get_label (copy, copy->fields[i]), get_end (copy, i));
  for (guint n = 0; n < copy->records->len; n++)
    for (guint i = 0; copy->fields[i] != NULL; i++)
      {
        PazRecord *record = g_ptr_array_index (copy->records, n);
        g_autofree char *text = dup_cell (copy, record, copy->fields[i]);

        if (is_number (copy->fields[i], paz_record_get_value (record, copy->fields[i])))
          append_cell (out, text, FALSE, get_end (copy, i));
        else
          append_guarded (out, text, get_end (copy, i));
      }
  g_string_append_printf (out, "%s\n", handling);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* ---- the same as a table of HTML ---- */

static char *
dup_markup (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);

  return g_strjoinv ("<br>", lines);
}

/* Google takes a cell for a formula unless it is told that this is text: type 2, the text under "2". */
static char *
dup_sheets_value (const char *text)
{
  g_autoptr (GString) value = g_string_new (text);
  g_autofree char *json = NULL;

  g_string_replace (value, "\\", "\\\\", 0);
  g_string_replace (value, "\"", "\\\"", 0);
  g_string_replace (value, "\n", "\\n", 0);
  json = g_strdup_printf ("{\"1\":2,\"2\":\"%s\"}", value->str);

  return g_markup_escape_text (json, -1);
}

/* Said to be text in the words of Excel and of LibreOffice. */
static void
append_text_cell (GString    *out,
                  const char *tag,
                  const char *text)
{
  g_autofree char *markup = dup_markup (text);
  g_autofree char *sheets = is_formula (text) ? dup_sheets_value (text) : NULL;

  g_string_append_printf (out, "<%s style=\"mso-number-format:'\\@'\" sdnum=\"1033;0;@\"", tag);
  if (sheets != NULL)
    g_string_append_printf (out, " data-sheets-value=\"%s\"", sheets);
  g_string_append_printf (out, ">%s</%s>", markup, tag);
}

static void
append_html_cell (Copy           *copy,
                  GString        *out,
                  PazRecord      *record,
                  const PazField *field)
{
  GVariant *value = paz_record_get_value (record, field);
  g_autofree char *text = dup_cell (copy, record, field);
  g_autofree char *plain = NULL;

  if (is_number (field, value))
    {
      plain = paz_value_dup_plain (field, value);
      g_string_append_printf (out, "<td x:num=\"%s\" sdval=\"%s\" sdnum=\"1033;\">%s</td>", plain, plain, text);
    }
  else if (is_day (field, value))
    g_string_append_printf (out, "<td style=\"mso-number-format:'yyyy\\-mm\\-dd'\" sdnum=\"1033;0;YYYY-MM-DD\">%s</td>", text);
  else
    append_text_cell (out, "td", text);
}

static char *
make_html (Copy *copy)
{
  g_autofree char *handling = paz_block_dup_handling (copy->copied->level, copy->catalogue);
  g_autoptr (GString) out = g_string_new ("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head>"
                                          "<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\">"
                                          "<style>br {mso-data-placement:same-cell;}</style></head><body><table><tr>");

  for (guint i = 0; copy->fields[i] != NULL; i++)
    append_text_cell (out, "th", get_label (copy, copy->fields[i]));
  g_string_append (out, "</tr>\n");
  for (guint n = 0; n < copy->records->len; n++)
    {
      g_string_append (out, "<tr>");
      for (guint i = 0; copy->fields[i] != NULL; i++)
        append_html_cell (copy, out, g_ptr_array_index (copy->records, n), copy->fields[i]);
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "<tr>");
  append_text_cell (out, "td", handling);
  g_string_append (out, "</tr></table></body></html>\n");

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* ---- words ---- */

static void
append_record (Copy      *copy,
               GString   *out,
               PazRecord *record)
{
  g_autofree char *title = paz_record_dup_title_full (record, copy->catalogue, dup_title, copy);

  g_string_append_printf (out, "%s\n", title);
  for (guint i = 0; copy->fields[i] != NULL; i++)
    {
      g_autofree char *text = dup_display (copy, record, copy->fields[i]);

      if (*text == '\0' || strcmp (text, title) == 0)
        continue;
      g_string_append_printf (out, paz_catalogue_text (copy->catalogue, N_("%s: %s")),
                              get_label (copy, copy->fields[i]), text);
      g_string_append_c (out, '\n');
    }
  g_string_append_c (out, '\n');
}

static char *
make_words (Copy *copy)
{
  g_autofree char *handling = paz_block_dup_handling (copy->copied->level, copy->catalogue);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint n = 0; n < copy->records->len; n++)
    append_record (copy, out, g_ptr_array_index (copy->records, n));
  g_string_append_printf (out, "%s\n", handling);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* ---- both ---- */

static PazCopied *
run (PazStore                *reader,
     const PazKind           *kind,
     GPtrArray               *ids,
     const PazField * const  *fields,
     const PazAudience       *audience,
     PazCatalogue            *catalogue,
     gboolean                 as_cells,
     GCancellable            *cancellable,
     GError                 **error)
{
  g_autoptr (PazCopied) copied = g_new0 (PazCopied, 1);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PazGate) gate = paz_gate_new (reader, audience);
  Copy copy = { reader, gate, kind, fields, catalogue, records, copied };

  if (!pass_all (&copy, ids, cancellable, error))
    return NULL;
  copied->text = as_cells ? make_text (&copy) : make_words (&copy);
  copied->html = as_cells ? make_html (&copy) : NULL;

  return g_steal_pointer (&copied);
}

PazCopied *
paz_copy_cells (PazStore                *reader,
                const PazKind           *kind,
                GPtrArray               *ids,
                const PazField * const  *fields,
                const PazAudience       *audience,
                PazCatalogue            *catalogue,
                GCancellable            *cancellable,
                GError                 **error)
{
  return run (reader, kind, ids, fields, audience, catalogue, TRUE, cancellable, error);
}

PazCopied *
paz_copy_words (PazStore                *reader,
                const PazKind           *kind,
                GPtrArray               *ids,
                const PazField * const  *fields,
                const PazAudience       *audience,
                PazCatalogue            *catalogue,
                GCancellable            *cancellable,
                GError                 **error)
{
  return run (reader, kind, ids, fields, audience, catalogue, FALSE, cancellable, error);
}

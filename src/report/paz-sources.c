/* Each data set the report rests on, so that a figure can be traced to a file. */
#include "paz-report-spec.h"

#include "base/paz-date.h"

static const PazSheetWords words = {
  NC_("sheet", "Sources"),
  N_("Sources"),
  N_("Each data set: file, publisher, dates, SHA-256"),
  "Sources",
  1,
  PAZ_PERIOD_NONE,
};

static const PazColumn columns[] = {
  { "title", NC_("column", "Data set"), PAZ_COLUMN_NOTE, 200 },
  { "publisher", NC_("column", "Publisher"), PAZ_COLUMN_NOTE, 180 },
  { "published", NC_("column", "Published"), PAZ_COLUMN_DATE },
  { "file_name", NC_("column", "File"), PAZ_COLUMN_NOTE, 200 },
  { "imported", NC_("column", "Imported"), PAZ_COLUMN_DATE },
  { "rows", NC_("column", "Rows"), PAZ_COLUMN_COUNT },
  { "first_month", NC_("column", "First month"), PAZ_COLUMN_MONTH },
  { "last_month", NC_("column", "Last month"), PAZ_COLUMN_MONTH },
  { "scope", NC_("column", "Covers"), PAZ_COLUMN_NOTE, 130 },
  { "level", NC_("column", "Handling level"), PAZ_COLUMN_TEXT },
  { "sha256", NC_("column", "SHA-256"), PAZ_COLUMN_HASH },
};

static void
put_day (PazSheet   *self,
         const char *text)
{
  g_autofree char *day = text != NULL ? g_strndup (text, MIN (strlen (text), 10)) : NULL;

  paz_sheet_put_date (self, day);
}

static void
put_month (PazSheet   *self,
           const char *text)
{
  paz_sheet_put_month (self, text != NULL ? paz_month_parse (text) : 0);
}

static void
put_scope (PazSheet   *self,
           PazEdition *edition,
           PazRecord  *record)
{
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), "scope");
  const PazChoice *choice = paz_field_find_choice (field, paz_record_get_text (record, "scope"));

  paz_sheet_put_text (self, choice != NULL ? paz_choice_get_label (choice, "data_set", edition->catalogue) : NULL);
}

static void
put_set (PazSheet     *self,
         PazEdition   *edition,
         PazRecord    *record,
         PazClearance  stamp)
{
  paz_sheet_begin_row (self, stamp);
  paz_sheet_put_text (self, paz_record_get_text (record, "title"));
  paz_sheet_put_text (self, paz_record_get_text (record, "publisher"));
  put_day (self, paz_record_get_text (record, "published"));
  paz_sheet_put_text (self, paz_record_get_text (record, "file_name"));
  put_day (self, paz_record_get_text (record, "imported"));
  paz_sheet_put_number (self, (double) paz_record_get_integer (record, "rows"));
  put_month (self, paz_record_get_text (record, "first_month"));
  put_month (self, paz_record_get_text (record, "last_month"));
  put_scope (self, edition, record);
  paz_sheet_put_text (self, paz_catalogue_ptext (edition->catalogue, "level", paz_level_get_label (stamp.level)));
  paz_sheet_put_text (self, paz_record_get_text (record, "sha256"));
}

static void
fill (PazSheet   *self,
      PazEdition *edition,
      gpointer    data)
{
  GPtrArray *sets = paz_figures_get_data_sets (edition->figures);

  for (guint i = 0; i < sets->len; i++)
    if (edition->used[i])
      put_set (self, edition, g_ptr_array_index (sets, i), g_array_index (edition->stamps, PazClearance, i));
}

const PazSheetPart paz_sources_part = PAZ_SHEET_PART (words, columns, fill);

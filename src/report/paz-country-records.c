/* What a participant has pledged, needs and offers, as recorded. */
#include "paz-report-spec.h"

static const PazSheetWords records_words = {
  NC_("sheet", "Pledges and cooperation"), N_("Pledges, needs, offers and courses"),
  N_("The delegation’s pledges, needs, offers and courses as recorded"), "CountryRecords", 1, PAZ_PERIOD_NONE,
};

static const PazColumn records_columns[] = {
  { "kind", NC_("column", "Kind"), PAZ_COLUMN_TEXT },
  { "title", NC_("column", "Title"), PAZ_COLUMN_NOTE },
  { "state", NC_("column", "Level or status"), PAZ_COLUMN_TEXT },
  { "persons", NC_("column", "Persons or seats"), PAZ_COLUMN_COUNT },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "from", NC_("column", "From"), PAZ_COLUMN_DATE },
  { "to", NC_("column", "Until"), PAZ_COLUMN_DATE },
};

static void
put_integer (PazSheet   *sheet,
             PazRecord  *record,
             const char *key)
{
  const PazField *field = key != NULL ? paz_kind_find_field (paz_record_get_kind (record), key) : NULL;

  if (field == NULL)
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  else if (paz_value_get_state (paz_record_get_value (record, field)) == PAZ_STATE_KNOWN)
    paz_sheet_put_number (sheet, (double) paz_record_get_integer (record, key));
  else
    paz_sheet_put_absent (sheet, PAZ_ABSENT_UNKNOWN);
}

static char *
dup_state (PazEdition *edition,
           PazRecord  *record,
           const char *key)
{
  const PazKind *kind = paz_record_get_kind (record);
  const PazField *field = paz_kind_find_field (kind, key);

  return paz_value_dup_display (field, kind, paz_record_get_value (record, field), edition->catalogue);
}

static void
put_records (PazSheet   *sheet,
             PazEdition *edition,
             GPtrArray  *records,
             const char *state,
             const char *persons,
             const char *women,
             const char *from,
             const char *to)
{
  for (guint i = 0; i < records->len; i++)
    {
      PazRecord *record = records->pdata[i];
      g_autofree char *words = dup_state (edition, record, state);
      const char *title = paz_record_get_words (record, "title", paz_catalogue_get_language (edition->catalogue));

      paz_sheet_begin_row (sheet, paz_clearance_ask (record, edition->audience));
      paz_sheet_put_text (sheet, paz_edition_say (edition, paz_record_get_kind (record)->phrases.singular));
      paz_sheet_put_text (sheet, title != NULL ? title : "");
      paz_sheet_put_text (sheet, words);
      put_integer (sheet, record, persons);
      put_integer (sheet, record, women);
      paz_sheet_put_date (sheet, paz_record_get_text (record, from));
      paz_sheet_put_date (sheet, paz_record_get_text (record, to));
    }
}

static void
fill_records (PazSheet   *sheet,
              PazEdition *edition,
              gpointer    data)
{
  const PazProfileRecords *records = edition->profile->records;

  put_records (sheet, edition, records->pledge_records, "readiness", "strength", "women", "available_from", "valid_until");
  put_records (sheet, edition, records->need_records, "status", NULL, NULL, "from", "to");
  put_records (sheet, edition, records->offer_records, "status", NULL, NULL, "from", "to");
  put_records (sheet, edition, records->course_records, "status", "seats", NULL, "starts", "ends");
  if (paz_sheet_count_rows (sheet) == 0)
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Nothing of this is recorded here.")));
}

const PazSheetPart paz_country_records_part = PAZ_SHEET_PART (records_words, records_columns, fill_records);
